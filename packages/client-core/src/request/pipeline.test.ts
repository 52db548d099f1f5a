import { describe, expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { networkFault } from '../testing/network/fake-fetch.ts'
import { origin, type TestInit, testPipeline } from '../testing/pipeline.ts'
import { rejection } from '../testing/rejection.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import type { Pace } from '../types/rate-limit.ts'
import { type Clock, sleep } from '../utils/clock.ts'
import type { FetchMiddleware } from './middleware.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')

/** Notes what it sees on the way in and on the way out. */
const spy =
  (log: string[], name: string): FetchMiddleware =>
  (next) =>
  async (input, init) => {
    log.push(`${name} in ${new Headers(init?.headers).get('X-Key')}`)
    try {
      const response = await next(input, init)
      log.push(`${name} out ${response.status}`)
      return response
    } catch (error) {
      log.push(`${name} failed ${(error as { code?: string }).code}`)
      throw error
    }
  }

describe('use', () => {
  test('stands outside retry and credentials, in the order given: each call once, and no secret', async () => {
    const log: string[] = []
    const { send, sent, clock } = testPipeline([networkFault(), () => new Response('', { status: 503 }), ok], {
      use: [spy(log, 'outer'), spy(log, 'inner')],
      headers: { 'X-Key': 'hunter2' }
    })
    const call = send(url, {})
    await clock.advance(5_000)
    await call
    expect(log).toEqual(['outer in null', 'inner in null', 'inner out 200', 'outer out 200'])
    expect(sent.map(({ headers }) => headers.get('X-Key'))).toEqual(['hunter2', 'hunter2', 'hunter2'])
  })

  test('sees the error of the last try', async () => {
    const log: string[] = []
    const { send, clock } = testPipeline([networkFault('ECONNRESET')], { use: [spy(log, 'own')], retry: false })
    expect((await rejection(send(url, {}))).code).toBe('network')
    expect(log).toEqual(['own in null', 'own failed network'])
    expect(clock.pending).toBe(0)
  })

  test('is bounded by the timeout of the call', async () => {
    const stuck: FetchMiddleware = () => () => new Promise(() => {})
    const { send, sent, clock } = testPipeline([ok], { use: [stuck], timeout: 1_000 })
    const failed = rejection(send(url, {}))
    await clock.advance(1_000)
    expect([(await failed).code, sent.length, clock.pending]).toEqual(['timeout', 0, 0])
  })

  test('may answer itself, and its body is bounded as any other', async () => {
    const cached: FetchMiddleware = () => async () => new Response('123456')
    const { send, sent } = testPipeline([], { use: [cached], maxBodyBytes: 5 })
    expect((await rejection(send(url, {}))).code).toBe('body-too-large')
    expect(sent).toEqual([])
  })

  test('may call on with a Request, a relative URL or another init; what the call asked for still holds', async () => {
    const absolute: FetchMiddleware = (next) => (_, init) => next('jobs/1', { ...init, method: 'DELETE' })
    const { send, sent, clock } = testPipeline([networkFault(), ok, ok], { use: [absolute] })
    await rejection(send(url, { call: { retry: false } }))
    expect(sent.map(({ url, method }) => `${method} ${url}`)).toEqual([`DELETE ${origin}/base/jobs/1`])
    const withRequest: FetchMiddleware = (next) => (input) => next(new Request(input, { headers: { 'X-A': '1' } }))
    const other = testPipeline([ok], { use: [withRequest], headers: { 'X-Key': 'k' } })
    await other.send(url, {})
    expect(Object.fromEntries(other.sent[0]?.headers ?? [])).toEqual({ 'x-a': '1', 'x-key': 'k' })
    expect(clock.pending).toBe(0)
  })

  test.each([
    ['throws a foreign error', new RangeError('oops'), 'network', `GET ${url} failed: oops`],
    ['throws a ClientError', makeError({ code: 'config', message: 'as it is' }), 'config', 'as it is']
  ])('%s, which comes out as a ClientError', async (_, fault, code, message) => {
    const broken: FetchMiddleware = () => () => {
      throw fault
    }
    const { send, clock } = testPipeline([], { use: [broken] })
    expect(await rejection(send(url, {}))).toMatchObject({ code, message })
    expect(clock.pending).toBe(0)
  })

  test('that sets a header HTTP cannot carry is told so, without the value', async () => {
    const broken: FetchMiddleware = (next) => (input) => next(input, { headers: [['X-Key', 'hun\nter2']] })
    const { send, sent } = testPipeline([ok], { use: [broken] })
    const error = await rejection(send(url, {}))
    expect([error.code, error.message.includes('ter2'), sent.length]).toEqual(['invalid-argument', false, 0])
  })
})

describe('the caller’s fetch', () => {
  test('is called as a bare function, once per try, with an init that fetch knows', async () => {
    const seen: unknown[] = []
    const fetch = async function (this: unknown, input: RequestInfo | URL, init?: RequestInit) {
      seen.push(this, input, Object.keys(init ?? {}).sort())
      return new Response('{}')
    }
    const { send } = testPipeline([], { fetch })
    const init: TestInit = { method: 'POST', body: '{}', call: { timeout: 5, safe: false, retry: false } }
    await send(url, init)
    expect(seen).toEqual([undefined, url, ['body', 'headers', 'method', 'redirect', 'signal']])
  })

  test('may hand out the same response again', async () => {
    const same = new Response(null, { status: 204 })
    const { send } = testPipeline([same, same])
    await send(url, {})
    expect((await send(`${url}/2`, {})).status).toBe(204)
  })

  test('gives the URL of the answer where it has one; else it is that of the request', async () => {
    const own = Object.defineProperty(new Response('{}'), 'url', { value: 'https://cache.example/a' })
    const { send } = testPipeline([own, ok])
    expect((await send(url, {})).url).toBe('https://cache.example/a')
    expect((await send(url, {})).url).toBe(url)
  })

  test('that answers with no response at all is a fault', async () => {
    const { send, clock } = testPipeline([], { fetch: async () => JSON.parse('null'), retry: false })
    expect((await rejection(send(url, {}))).code).toBe('network')
    expect(clock.pending).toBe(0)
  })

  test('may fail with a ClientError of its own, which is repeated as its code says', async () => {
    const own = makeError({ code: 'network', message: 'the tunnel is down' })
    const { send, sent, clock } = testPipeline([own, own, own])
    const failed = rejection(send(url, {}))
    await clock.advance(5_000)
    expect([await failed, sent.length]).toEqual([own, 3])
  })
})

describe('the pace of a client', () => {
  /** Makes each try wait, outside the time of its call. */
  const pace = (clock: Clock, wait: number, pauseAfter: Pace['pauseAfter'] = () => undefined): Pace => ({
    pauseAfter,
    attempt: (next) => async (request, call) => {
      await call.untimed((signal) => sleep(clock, wait, signal))
      return next(request, call)
    }
  })
  const busy = () => new Response('', { status: 429, headers: { 'Retry-After': '1' } })

  test('makes each try wait, which takes nothing from the time of the call', async () => {
    const clock = new VirtualClock()
    const answers = [networkFault(), () => new Response('', { status: 503 }), ok]
    const { send } = testPipeline(answers, { pace: pace(clock, 100_000) }, clock)
    const call = send(url, {})
    await clock.advance(301_000)
    expect((await call).status).toBe(200)
    expect(clock.pending).toBe(0)
  })

  test('says how long to pause before a refused try is repeated, and which pause is too long', async () => {
    const clock = new VirtualClock()
    const { send, sent } = testPipeline([busy, ok], { pace: pace(clock, 0, () => 0) }, clock)
    const call = send(url, {})
    await clock.advance(0)
    expect([(await call).status, sent.length]).toEqual([200, 2])
    const never = testPipeline([busy, ok], { pace: pace(clock, 0, () => Number.POSITIVE_INFINITY) }, clock)
    const refused = never.send(url, {})
    await clock.advance(0)
    expect([(await refused).status, never.sent.length]).toEqual([429, 1])
  })
})

describe('a fetch of the caller that does as no platform does', () => {
  const throwing = new Proxy(new Error('x'), {
    get() {
      throw new Error('hunter2')
    }
  })

  test.each<[string, () => unknown]>([
    ['rejects with what throws when it is looked at', () => Promise.reject(throwing)],
    ['rejects with an object that is no text', () => Promise.reject(Object.create(null))],
    ['gives nothing', () => undefined],
    ['gives what is no response', () => ({ status: 200, headers: {} })]
  ])('that %s is a network error', async (_, answer) => {
    const auth = () => ({ Authorization: 'Bearer hunter2' })
    const { send } = testPipeline([() => answer() as Response], { auth, retry: false })
    const error = await rejection(send(url, {}))
    expect(error).toMatchObject({
      code: 'network',
      message: expect.stringMatching(/fetch (did not return|rejected with)/)
    })
    expect(JSON.stringify([error, error.message, String(error.stack)])).not.toContain('hunter2')
  })
})
