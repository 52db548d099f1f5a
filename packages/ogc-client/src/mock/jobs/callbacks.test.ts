import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import type { ProcessRequest } from '../../generated/types.ts'
import { createTestKit, type TestKit } from '../test-kit.ts'

interface Call {
  readonly at: number
  readonly uri: string
  readonly body: unknown
}

function setUp(fail = false): TestKit & { calls: Call[] } {
  const calls: Call[] = []
  const kit = createTestKit({
    queueTime: 1000,
    callbackFetch: async (input, init) => {
      const request = new Request(input, init)
      const at = kit.clock.now() - Date.UTC(2026, 0, 1)
      calls.push({ at, uri: request.url, body: await request.json() })
      expect(request.method).toBe('POST')
      expect(request.headers.get('Content-Type')).toBe('application/json')
      if (fail) throw new TypeError('fetch failed')
      return new Response()
    }
  })
  return { ...kit, calls }
}

const subscriber = { successUri: 'http://me/ok', inProgressUri: 'http://me/on', failedUri: 'http://me/no' }
const nap = (fail = false): ProcessRequest => ({ inputs: { duration: 4, fail }, subscriber })

test('a subscriber is told when the run starts and is sent the results when it ends', async () => {
  const { submit, clock, calls } = setUp()
  await submit('sleep_a_while', nap())
  expect(calls).toEqual([])
  await clock.advance(10_000)
  expect(calls).toEqual([
    { at: 1000, uri: 'http://me/on', body: expect.objectContaining({ jobID: 'job-1', status: 'running' }) },
    { at: 5000, uri: 'http://me/ok', body: { return_value: 4 } }
  ])
})

test('a subscriber is told of a failure', async () => {
  const { submit, clock, calls } = setUp()
  await submit('sleep_a_while', nap(true))
  await clock.advance(10_000)
  expect(calls[1]).toEqual({
    at: 3000,
    uri: 'http://me/no',
    body: expect.objectContaining({ status: 'failed', message: 'Woke up too early' })
  })
})

test('only those that were named are called', async () => {
  const { submit, clock, calls } = setUp()
  await submit('sleep_a_while', { ...nap(true), subscriber: { successUri: 'http://me/ok' } })
  await clock.advance(10_000)
  expect(calls).toEqual([])
})

test('results that were asked for by reference are sent as links', async () => {
  const { submit, clock, calls } = setUp()
  const outputs = { return_value: { transmissionMode: 'reference' as const } }
  await submit('primes_between', { outputs, subscriber: { successUri: 'http://me/ok' } })
  await clock.advance(1000)
  expect(calls.map(({ body }) => body)).toEqual([
    { return_value: { href: 'http://ogc.test/results-store/job-1/return_value', type: 'application/json' } }
  ])
})

test('a run of a month calls at its end, not when the timers of the platform overflow', async () => {
  const clock = createVirtualClock()
  const uris: string[] = []
  const { submit } = createTestKit({
    clock: { ...clock, setTimeout: (call, delay) => clock.setTimeout(call, delay > 2 ** 31 - 1 ? 1 : delay) },
    callbackFetch: async (input) => {
      uris.push(String(input))
      return new Response()
    }
  })
  const month = 30 * 24 * 60 * 60
  await submit('sleep_a_while', { inputs: { duration: month }, subscriber: { successUri: 'http://me/ok' } })
  await clock.advance(month * 1000 - 1)
  expect(uris).toEqual([])
  await clock.advance(1)
  expect(uris).toEqual(['http://me/ok'])
})

test('what was called is not kept', async () => {
  const clock = createVirtualClock()
  let cleared = 0
  const { submit, mock } = createTestKit({
    clock: { ...clock, clearTimeout: () => cleared++ },
    callbackFetch: async () => new Response()
  })
  await submit('sleep_a_while', nap())
  await clock.advance(10_000)
  mock.reset()
  expect(cleared).toBe(0)
})

test('nothing is called after a dismissal or a reset, and no timer is left', async () => {
  const { submit, ask, mock, clock, calls } = setUp()
  await submit('sleep_a_while', nap())
  await submit('sleep_a_while', nap())
  expect(clock.pending).toBe(4)
  await ask('/jobs/job-1', { method: 'DELETE' })
  expect(clock.pending).toBe(2)
  mock.reset()
  expect(clock.pending).toBe(0)
  await clock.advance(10_000)
  expect(calls).toEqual([])
})

test('a synchronous run has subscribers, too', async () => {
  const { execute, clock, calls } = setUp()
  const running = execute('sleep_a_while', nap())
  await clock.advance(10_000)
  expect((await running).status).toBe(200)
  expect(calls.map(({ uri }) => uri)).toEqual(['http://me/on', 'http://me/ok'])
})

test('a subscriber that cannot be reached does no harm', async () => {
  const { submit, job, clock, calls } = setUp(true)
  await submit('sleep_a_while', nap())
  await clock.advance(10_000)
  expect(calls.length).toBe(2)
  expect(await job('job-1')).toMatchObject({ status: 'successful' })
})

test('a run that takes no time is never in progress', async () => {
  const { submit, clock, calls } = setUp()
  await submit('primes_between', { inputs: { min_val: 90 }, subscriber })
  await clock.advance(10_000)
  expect(calls).toEqual([{ at: 1000, uri: 'http://me/ok', body: { return_value: [97] } }])
})

test('nothing is called after a synchronous run was aborted', async () => {
  const { ask, clock, calls } = setUp()
  const abort = new AbortController()
  const running = ask('/processes/sleep_a_while/execution', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(nap()),
    signal: abort.signal
  })
  await clock.advance(500)
  abort.abort('enough')
  await expect(running).rejects.toBe('enough')
  await clock.advance(10_000)
  expect(calls).toEqual([])
})
