import { afterEach, expect, test, vi } from 'vitest'
import { createCore } from '../../client/create-client.ts'
import type { BaseOptions } from '../../client/options.ts'
import { onDemand } from '../../on-demand/load.ts'
import type { paths } from '../../testing/contract.ts'
import { makeError } from '../../testing/make-error.ts'
import { type FetchAnswer, fakeFetch } from '../../testing/network/fake-fetch.ts'
import { rejection } from '../../testing/rejection.ts'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import type { Clock } from '../../utils/clock.ts'
import type { Auth } from './read-credentials.ts'

const { load } = onDemand
afterEach(() => {
  vi.restoreAllMocks()
  onDemand.there = undefined // for each test, nothing was loaded before
})

/** A client whose part is loaded as `loading` says. */
function testCore(
  { answers = [], auth, ...options }: Partial<BaseOptions> & { answers?: FetchAnswer[]; auth?: Auth },
  loading: typeof load = load
) {
  const loads = vi.spyOn(onDemand, 'load').mockImplementation(loading)
  const { fetch, sent } = fakeFetch(...answers)
  const parts = { error: makeError, rules: {}, timeout: 10_000, auth: () => auth }
  const core = createCore<paths>({ baseUrl: 'https://api.example', fetch, ...options }, parts)
  const get = (headers?: Record<string, string>) =>
    core.request('GET /things', core.settings({ ...(headers && { headers }) }))
  return { core, get, sent, loads }
}

const gone: typeof load = () => Promise.reject(makeError({ code: 'not-loaded', message: 'gone' }))

test('a request without credentials needs no other file, and neither does its error', async () => {
  const { core, sent, loads } = testCore(
    { answers: [new Response('{}'), new Response('hunter2', { status: 404 })] },
    gone
  )
  const get = () => core.request('GET /things', core.settings())
  expect(await get()).toMatchObject({ status: 200 })
  expect(await rejection(get())).toMatchObject({ code: 'http-status', status: 404 })
  expect([sent.length, loads.mock.calls.length]).toEqual([2, 0])
})

test.each<[string, Parameters<typeof testCore>[0], Record<string, string>?]>([
  ['auth', { auth: () => 'hunter2' }],
  ['headers of the client', { headers: { 'X-Key': 'hunter2' } }],
  ['a secret header of the call', {}, { 'X-Api-Key': 'hunter2' }],
  ['the mode of cookies', { credentials: 'include' }]
])('a request with %s is not sent if what adds and hides it cannot be loaded', async (_, options, headers) => {
  const { get, sent } = testCore(options, gone)
  expect(await rejection(get(headers))).toMatchObject({ code: 'not-loaded' })
  expect(sent).toEqual([])
})

test.each<[string, Parameters<typeof testCore>[0], Record<string, string>?]>([
  ['auth', { auth: () => 'hunter2' }],
  ['headers of the client', { headers: { 'X-Key': 'hunter2' } }],
  ['a secret header of the call', {}, { 'X-Api-Key': 'hunter2' }]
])('the first error of a client with %s hides it', async (_, options, headers) => {
  const { core, get } = testCore({ ...options, answers: [new Response('hunter2 is wrong', { status: 403 })] })
  expect((await rejection(get(headers))).message).toContain('*** is wrong')
  expect(core.redact('hunter2')).toBe('***')
})

test('a call that ends while the file comes is not sent', async () => {
  const { core, sent } = testCore({ auth: () => 'hunter2' }, () => new Promise(() => {}))
  const end = new AbortController()
  const call = rejection(core.request('GET /things', core.settings({ signal: end.signal })))
  end.abort()
  expect(await call).toMatchObject({ code: 'aborted' })
  expect(sent).toEqual([])
})

test('the clock of a test does not end the wait for the file, which takes real time', async () => {
  const time = new VirtualClock()
  const clock: Clock = {
    now: () => time.now(),
    setTimeout: (callback, delay) => time.setTimeout(callback, delay),
    clearTimeout: (timer) => time.clearTimeout(timer)
  }
  let come = (): void => {}
  const file = new Promise<void>((resolve) => (come = resolve))
  const loading: typeof load = async (make) => {
    await file
    return load(make)
  }
  const { get, sent } = testCore({ auth: () => 'hunter2', clock, answers: [new Response('{}')] }, loading)
  const reply = get()
  await time.advance(60_000)
  come()
  expect(await reply).toMatchObject({ status: 200 })
  expect(sent.length).toBe(1)
})

test('a call whose signal is aborted already loads nothing, and its error names the request', async () => {
  const { core, sent, loads } = testCore({ auth: () => 'hunter2' })
  const error = await rejection(core.request('GET /things', core.settings({ signal: AbortSignal.abort('no') })))
  expect(error).toMatchObject({ code: 'aborted', method: 'GET', url: 'https://api.example/things' })
  expect([sent.length, loads.mock.calls.length]).toEqual([0, 0])
})
