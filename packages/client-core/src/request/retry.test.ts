import { describe, expect, test } from 'vitest'
import { testCall } from '../testing/call.ts'
import { makeError } from '../testing/make-error.ts'
import { type FetchAnswer, networkFault, type Sent } from '../testing/network/fake-fetch.ts'
import { origin, type TestInit, testPipeline } from '../testing/pipeline.ts'
import { rejection } from '../testing/rejection.ts'
import type { Send } from '../types/call.ts'
import { retry } from './retry.ts'

const url = `${origin}/base/jobs`
const status =
  (code: number, headers: HeadersInit = {}) =>
  () =>
    new Response('why', { status: code, headers })
const ok = () => new Response('{}')
const refused = networkFault('ECONNREFUSED')

/** Sends one call whose tries get these answers; enough time passes for all of them. */
async function outcome(
  answers: readonly FetchAnswer[],
  init: TestInit = {},
  options: Parameters<typeof testPipeline>[1] = {}
) {
  const { send, sent, clock } = testPipeline(answers, options)
  const result = send(url, init).then(
    (response) => response.status,
    (error) => error.code
  )
  await clock.advance(59_000)
  expect(clock.pending).toBe(0)
  return { result: await result, tries: sent.length }
}

describe('what is repeated', () => {
  test.each([408, 429, 500, 502, 503, 504])('a GET that is answered with %i', async (code) => {
    expect(await outcome([status(code), ok])).toEqual({ result: 200, tries: 2 })
  })

  test.each([400, 401, 403, 404, 405, 409, 410, 422, 501, 505, 304])(
    'no GET that is answered with %i',
    async (code) => {
      const answer = () => new Response(null, { status: code, headers: { 'Retry-After': '1' } })
      expect(await outcome([answer, ok])).toEqual({ result: code, tries: 1 })
    }
  )

  test.each(['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_SOCKET', undefined])(
    'a GET after the fault %s',
    async (code) => {
      expect(await outcome([networkFault(code), ok])).toEqual({ result: 200, tries: 2 })
    }
  )

  test.each(['GET', 'get', 'HEAD', 'OPTIONS', 'DELETE'])('the method %s', async (method) => {
    expect(await outcome([networkFault(), ok], { method })).toEqual({ result: 200, tries: 2 })
  })

  test.each(['POST', 'PUT', 'PATCH', 'post'])('not the method %s', async (method) => {
    expect(await outcome([networkFault(), ok], { method })).toEqual({ result: 'network', tries: 1 })
    expect(await outcome([status(503), ok], { method })).toEqual({ result: 503, tries: 1 })
  })

  test('what the contract says wins over the method', async () => {
    expect(await outcome([status(502), ok], { method: 'POST', call: { safe: true } })).toEqual({
      result: 200,
      tries: 2
    })
    expect(await outcome([status(502), ok], { method: 'GET', call: { safe: false } })).toEqual({
      result: 502,
      tries: 1
    })
  })

  test('no more than the limit, after which the last outcome is told', async () => {
    expect(await outcome([status(500), networkFault(), status(503), ok])).toEqual({ result: 503, tries: 3 })
    expect(await outcome([networkFault(), status(500), networkFault()])).toEqual({ result: 'network', tries: 3 })
    expect(await outcome([status(500), status(502)], {}, { retry: { limit: 1 } })).toEqual({ result: 502, tries: 2 })
    expect(await outcome([status(500), ok], {}, { retry: { limit: 0 } })).toEqual({ result: 500, tries: 1 })
  })

  test('nothing where retries are off, for the client or the call', async () => {
    expect(await outcome([status(500), ok], {}, { retry: false })).toEqual({ result: 500, tries: 1 })
    expect(await outcome([status(500), ok], { call: { retry: false } })).toEqual({ result: 500, tries: 1 })
    expect(await outcome([status(500), ok], { call: { retry: {} } }, { retry: false })).toEqual({
      result: 200,
      tries: 2
    })
  })

  test('no streamed body, which is gone after the first try', async () => {
    const init = { method: 'DELETE', body: new ReadableStream(), duplex: 'half' } as const
    expect(await outcome([status(500), ok], init)).toEqual({ result: 500, tries: 1 })
  })

  test('each try sends the same method, headers and body', async () => {
    const { send, sent, clock } = testPipeline([status(500), ok])
    const init = { method: 'POST', body: '{"a":1}', headers: { 'X-A': '1' }, call: { safe: true } }
    const call = send(url, init)
    await clock.advance(1_000)
    await call
    const shape = ({ url, method, body, headers }: Sent) => [url, method, body, headers.get('X-A')]
    expect(sent.map(shape)).toEqual([
      [url, 'POST', '{"a":1}', '1'],
      [url, 'POST', '{"a":1}', '1']
    ])
    expect(sent[0]?.init).not.toHaveProperty('context')
  })
})

test.each([
  ['an error of credentials', makeError({ code: 'auth', message: 'log in first' })],
  ['a redirect that is refused', makeError({ code: 'blocked-origin', message: 'no' })],
  ['an error of a program', new TypeError('undefined is not a function')]
])('%s is not repeated, though the call is safe', async (_, failure) => {
  let tries = 0
  const { call, clock } = testCall()
  const next: Send = async () => {
    tries++
    throw failure
  }
  const layer = retry({ clock, random: () => 0 })(next)
  await expect(layer({ url, method: 'GET', headers: {} }, call)).rejects.toBe(failure)
  expect([tries, clock.pending]).toEqual([1, 0])
})

describe('an unsafe call', () => {
  const post = { method: 'POST', body: '{}' }

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ConnectionRefused'])(
    'is repeated after %s: the connection never opened',
    async (code) => {
      expect(await outcome([networkFault(code), ok], post)).toEqual({ result: 200, tries: 2 })
    }
  )

  test('is repeated with a key in the query as well, which the error does not show', async () => {
    const auth = () => ({ query: { map: 'hunter2' } })
    expect(await outcome([refused, ok], post, { auth })).toEqual({ result: 200, tries: 2 })
    const { send } = testPipeline([refused], { auth, retry: false })
    expect(await rejection(send(url, post))).toMatchObject({ code: 'network', url })
  })

  test('is repeated for a fault whose code lies deeper', async () => {
    const fault = new TypeError('fetch failed', { cause: new AggregateError([], 'all failed', { cause: refused }) })
    expect(await outcome([fault, ok], post)).toEqual({ result: 200, tries: 2 })
  })

  test.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', undefined])(
    'is not repeated after %s: the server may have seen it',
    async (code) => {
      expect(await outcome([networkFault(code), ok], post)).toEqual({ result: 'network', tries: 1 })
    }
  )

  test.each([303, 307, 308])(
    'is not repeated when a connection never opened after a redirect with %i',
    async (code) => {
      const redirect = () => new Response(null, { status: code, headers: { Location: '/base/jobs/1' } })
      expect(await outcome([redirect, refused, ok], post)).toEqual({ result: 'network', tries: 2 })
    }
  )

  test('is not repeated when a redirect to the same address turned it into a GET', async () => {
    const redirect = () => new Response(null, { status: 303, headers: { Location: url } })
    expect(await outcome([redirect, refused, ok], post)).toEqual({ result: 'network', tries: 2 })
  })

  test('is not repeated when it timed out', async () => {
    const { send, sent, clock } = testPipeline([() => new Promise(() => {}), ok])
    const failed = rejection(send(url, { ...post, call: { timeout: 1_000 } }))
    await clock.advance(5_000)
    expect([(await failed).code, sent.length]).toEqual(['timeout', 1])
  })

  describe.each([429, 503])('refused with %i', (code) => {
    const later = status(code, { 'Retry-After': '1' })

    test('is repeated where the caller opted in and the server says when', async () => {
      expect(await outcome([later, ok], { ...post, call: { retry: {} } })).toEqual({ result: 200, tries: 2 })
    })

    test('is not repeated by the policy of the client', async () => {
      expect(await outcome([later, ok], post, { retry: { limit: 5 } })).toEqual({ result: code, tries: 1 })
    })

    test.each([{}, { 'Retry-After': 'soon' }])('is not repeated with the headers %o', async (headers) => {
      expect(await outcome([status(code, headers), ok], { ...post, call: { retry: {} } })).toEqual({
        result: code,
        tries: 1
      })
    })
  })

  test.each([408, 500, 502, 504])('is not repeated after %i, though the caller opted in', async (code) => {
    const answer = status(code, { 'Retry-After': '1' })
    expect(await outcome([answer, ok], { ...post, call: { retry: {} } })).toEqual({ result: code, tries: 1 })
  })
})
