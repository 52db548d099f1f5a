import { describe, expect, test } from 'vitest'
import { testApi } from '../../testing/api.ts'
import { json } from '../../testing/network/bodies.ts'
import { rejection } from '../../testing/rejection.ts'

/** The message of a call that is refused before anything is sent. */
async function refusal(call: (untyped: ReturnType<typeof testApi>['untyped']) => Promise<unknown>): Promise<string> {
  const { untyped, sent, clock } = testApi([json({})])
  const { code, message } = await rejection(call(untyped))
  expect([code, sent.length, clock.pending]).toEqual(['invalid-argument', 0, 0])
  return message
}

describe('a path parameter', () => {
  test.each(['..', '.', '%2e', '%2E%2e', '', ' ', undefined, null, Number.NaN, 'a\0b', 'a\ud800', {}])(
    'that is %j is refused: DELETE /jobs/.. would be another call',
    async (jobID) => {
      const message = await refusal((api) => api.DELETE('/jobs/{jobID}', { params: { path: { jobID } } }))
      expect(message).toMatch(/^jobID must be /)
    }
  )

  test.each([
    undefined,
    {},
    { params: {} },
    { params: { path: undefined } },
    { params: { path: {} } },
    { params: { query: {} } }
  ])('that is missing from %j is refused: no template is ever sent', async (init) => {
    expect(await refusal((api) => api.DELETE('/jobs/{jobID}', init))).toBe(
      'jobID must be a non-empty string, got undefined'
    )
  })
})

test.each([
  undefined,
  null,
  42,
  '',
  'jobs',
  '@evil.example/jobs',
  '.evil.example',
  'https://evil.example/',
  ':80/jobs'
])('the path %j is refused: glued to the base it could name another host', async (path) => {
  expect(await refusal((api) => api.GET(path))).toMatch(
    /^path must be a path of the contract, such as "\/things\/\{id\}", got /
  )
})

test.each<[unknown, string]>([
  [null, 'options must be an object such as { signal }, got null'],
  ['fast', 'options must be an object such as { signal }, got "fast"'],
  [{ timeout: -1 }, 'timeout must be a positive, finite number of milliseconds, got -1'],
  [{ retry: 2 }, 'retry must be false or { limit, maxDelay, tryTimeout }, got 2'],
  [{ signal: {} }, 'signal must be an AbortSignal, got an object'],
  [{ parseas: 'text' }, 'options has an unknown member "parseas": did you mean "parseAs"?'],
  [{ parseAs: 'jsno' }, 'parseAs must be "json", "text", "blob", "arrayBuffer" or "stream", got "jsno"'],
  [{ params: 'limit=5' }, 'params must be an object such as { path, query }, got "limit=5"'],
  [{ params: null }, 'params must be an object such as { path, query }, got null'],
  [{ params: { qeury: {} } }, 'params has an unknown member "qeury": did you mean "query"?'],
  [{ params: { cookie: {} } }, 'params has an unknown member "cookie": expected one of path, query, header'],
  [{ params: { path: null } }, 'params.path must be an object of values by name, got null'],
  [
    { params: { query: new URLSearchParams('limit=5') } },
    'params.query must be an object of values by name, got a URLSearchParams'
  ],
  [{ params: { header: 'Prefer: x' } }, 'params.header must be an object of values by name, got "Prefer: x"']
])('the init %j is refused: %s', async (init, message) => {
  expect(await refusal((api) => api.GET('/jobs', init))).toBe(message)
})

test.each([
  [{ headers: { 'X-Key': 'hun\nter2' } }],
  [{ params: { header: { 'X-Key': 'hun\r\nter2' } } }],
  [{ params: { header: { 'X-Key': 'hunter2😀' } } }]
])('a header that HTTP cannot carry is refused without its value: %j', async (init) => {
  const message = await refusal((api) => api.GET('/jobs', init))
  expect(message).toContain('headers["X-Key"] must be a valid HTTP header name')
  expect(message).not.toMatch(/hun|ter2/)
})

test.each([
  { filter: { min: { deep: 1 } } },
  { filter: { min: 'a\ud800b' } },
  { status: [{ a: 1 }] },
  { status: [['a']] },
  { limit: 'a\ud800b' }
])('the query %j is refused', async (query) => {
  expect(await refusal((api) => api.GET('/jobs', { params: { query } }))).toBe(
    'params.query may contain only numbers, booleans and well-formed strings, and flat lists and objects of these'
  )
})

test('a body that JSON does not have is refused', async () => {
  const circular: Record<string, unknown> = {}
  circular.self = circular
  for (const body of [circular, { big: 1n }, () => {}, Symbol('a')]) {
    expect(await refusal((api) => api.POST('/jobs', { body }))).not.toBe('')
  }
})
