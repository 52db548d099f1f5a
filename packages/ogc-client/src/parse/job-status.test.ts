import { expect, test } from 'vitest'
import { isEnd, isKnownStatus, normaliseStatus } from './job-status.ts'

test.each([
  ['accepted', 'accepted', false],
  ['created', 'accepted', false],
  ['running', 'running', false],
  ['Running', 'running', false],
  ['successful', 'successful', true],
  ['succeeded', 'successful', true],
  ['failed', 'failed', true],
  ['REJECTED', 'failed', true],
  ['dismissed', 'dismissed', true],
  ['deleted', 'dismissed', true],
  ['deduped', 'dismissed', true],
  ['queued', 'accepted', false],
  ['IN_PROGRESS', 'running', false],
  ['completed', 'successful', true],
  ['error', 'failed', true],
  ['offline', 'failed', true],
  ['cancelled', 'dismissed', true],
  ['Canceled', 'dismissed', true]
])('normaliseStatus: %s means %s', (status, name, end) => {
  expect([isKnownStatus(status), normaliseStatus(status), isEnd(status)]).toEqual([true, name, end])
})

test.each(['paused', 'stalled', '', 'constructor', '__proto__', 'successful '])(
  '%j is unknown and counts as running',
  (status) => {
    expect([isKnownStatus(status), normaliseStatus(status), isEnd(status)]).toEqual([false, 'running', false])
  }
)
