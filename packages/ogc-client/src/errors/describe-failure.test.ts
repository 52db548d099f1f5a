import { expect, test } from 'vitest'
import { replyOf } from '../testing/reply.ts'
import { describeFailure } from './describe-failure.ts'
import { makeOgcError, type OgcError } from './ogc-error.ts'

test('an answer that is not 2xx becomes an error by what its body says', () => {
  const clock = { now: () => Date.UTC(2026, 0, 1), setTimeout: () => 0, clearTimeout: () => {} }
  const headers = { 'Retry-After': 'Thu, 01 Jan 2026 00:00:09 GMT' }
  const error = describeFailure({ clock, error: makeOgcError })(replyOf(null, { status: 503, headers }), {
    detail: 'busy'
  })
  expect(error).toMatchObject({ code: 'http-status', status: 503, retryAfter: 9_000 })
  expect(error.message).toBe('GET https://ogc.example/base/jobs/j/results returned 503: busy')
  expect((error as OgcError).apiError).toEqual({ type: 'about:blank', status: 503, detail: 'busy' })
})
