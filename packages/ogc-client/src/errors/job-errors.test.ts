import { ClientError } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { fakeJob } from '../testing/fake-job.ts'
import type { Job } from '../types/job.ts'
import type { ErrorCode } from './error-code.ts'
import { endedBadly, isPassing, withJob } from './job-errors.ts'
import { makeOgcError } from './ogc-error.ts'

const codes: readonly (readonly [code: ErrorCode, passing: boolean])[] = [
  ['network', true],
  ['timeout', true],
  ['media-type', true],
  ['malformed-body', true],
  ['aborted', false],
  ['closed', false],
  ['auth', false],
  ['blocked-origin', false],
  ['body-too-large', false],
  ['invalid-argument', false]
]

test.each(codes)('%s at a poll is in passing: %s', (code, passing) => {
  expect(isPassing(makeOgcError({ code, message: 'm' }))).toBe(passing)
})

test.each([
  [408, true],
  [429, true],
  [500, true],
  [502, true],
  [400, false],
  [404, false],
  [499, false],
  [undefined, false]
])('status %s at a poll is in passing: %s', (status, passing) => {
  expect(isPassing(makeOgcError({ code: 'http-status', message: 'm', status }))).toBe(passing)
})

test('what is no error of a client is never in passing', () => {
  expect([new TypeError('x is not a function'), 'x', undefined].map(isPassing)).toEqual([false, false, false])
})

test('a failure is given its job, unless it has one or is not of this job alone', async () => {
  const { job } = await fakeJob([])
  const other = { id: 'other' } as Job
  const failure = makeOgcError({ code: 'network', message: 'm' })
  expect(withJob(failure, job)).toBe(failure)
  expect(failure.job).toBe(job)
  expect(withJob(makeOgcError({ code: 'network', message: 'm', job: other }), job)).toHaveProperty('job', other)
  expect(withJob(makeOgcError({ code: 'closed', message: 'm' }), job)).not.toHaveProperty('job')
  expect(withJob(new ClientError({ code: 'network', message: 'm' }), job)).not.toHaveProperty('job')
  const fault = new Error('m')
  expect(withJob(fault, job)).toBe(fault)
  expect(fault).not.toHaveProperty('job')
})

test('a traceback without a message is kept, and its last line is the reason', () => {
  const info = { jobID: 'j', type: 'process' as const, status: 'failed', traceback: ['a'] }
  const job = { id: 'j', processId: undefined, info, status: 'failed' } as Job
  expect(endedBadly(job, makeOgcError)).toMatchObject({
    message: 'job "j" failed: a',
    apiError: { type: 'about:blank', traceback: ['a'] }
  })
})
