import { expect, test } from 'vitest'
import type { JobControlOptions } from '../../generated/types.ts'
import { chooseMode, preferenceApplied, readPrefer } from './prefer.ts'

test.each([
  [null, { respondAsync: false, wait: undefined }],
  ['respond-async', { respondAsync: true, wait: undefined }],
  ['Respond-Async; foo=bar', { respondAsync: true, wait: undefined }],
  ['wait=10', { respondAsync: false, wait: 10 }],
  ['return=minimal, respond-async, wait="5"', { respondAsync: true, wait: 5 }],
  ['respond-sync, wait=soon', { respondAsync: false, wait: undefined }]
])('reads %j', (header, preferences) => {
  expect(readPrefer(header)).toEqual(preferences)
})

const BOTH: JobControlOptions[] = ['sync-execute', 'async-execute', 'dismiss']

test.each([
  [BOTH, null, 'sync'],
  [BOTH, 'wait=5', 'sync'],
  [BOTH, 'respond-async', 'async'],
  [BOTH, 'respond-async, wait=5', { within: 5000 }],
  [['sync-execute'], 'respond-async', 'sync'],
  [['sync-execute'], 'respond-async, wait=5', 'sync'],
  [['async-execute'], null, 'async'],
  [['async-execute'], 'wait=5', 'async'],
  [['dismiss'], 'respond-async', 'sync'],
  [undefined, 'respond-async', 'sync']
] as [JobControlOptions[] | undefined, string | null, unknown][])(
  '%j with Prefer %j runs %j',
  (options, header, mode) => {
    const description = { id: 'p', version: '1', ...(options && { jobControlOptions: options }) }
    expect(chooseMode(description, readPrefer(header))).toEqual(mode)
  }
)

test.each([
  ['respond-async', 'async', 'respond-async'],
  ['respond-async, wait=1', 'async', 'respond-async'],
  ['respond-async, wait=1', 'sync', 'wait=1'],
  ['wait=2', 'sync', 'wait=2'],
  ['wait=1', 'sync', null],
  ['respond-async', 'sync', null]
] as const)('%j answered %s after 1.5 s applies %j', (header, answered, applied) => {
  const duration = header.includes('respond-async, wait') && answered === 'sync' ? 900 : 1500
  expect(new Headers(preferenceApplied(readPrefer(header), answered, duration)).get('Preference-Applied')).toBe(applied)
})
