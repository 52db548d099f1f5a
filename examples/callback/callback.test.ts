import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock, createVirtualClock } from '@geoclients/ogc-client/mock'
import { expect, test } from 'vitest'
import { createCallbackReceiver } from './callback-receiver.ts'
import { waitForCallback } from './wait-for-callback.ts'

const publicUrl = 'https://me.example/callbacks'

/** A server whose callbacks reach a receiver, unless they are `lost` on the way; all on one clock. */
function setUp({ lost = false } = {}) {
  const clock = createVirtualClock()
  const receiver = createCallbackReceiver(publicUrl)
  const mock = createOgcMock({
    clock,
    callbackFetch: async (input, init) => (lost ? Response.error() : receiver.handle(new Request(input, init)))
  })
  const ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, clock })
  const start = clock.now()
  const polls: number[] = []
  const sleep = async (fail = false) => {
    const subscription = receiver.subscribe()
    const { subscriber } = subscription
    const job = await ogc.submit('sleep_a_while', { inputs: { duration: 60, fail }, subscriber }, { mode: 'async' })
    const refresh = job.refresh.bind(job)
    job.refresh = (options) => {
      polls.push(clock.now() - start)
      return refresh(options)
    }
    return { job, subscription }
  }
  return { clock, receiver, mock, polls, sleep }
}

test('the end of a job is known when the server calls, and not asked for before', async () => {
  const { clock, polls, sleep } = setUp()
  const { job, subscription } = await sleep()
  const waiting = waitForCallback(job, subscription, { clock, patience: 300_000 })
  await clock.advance(59_999)
  expect(job.status).toBe('running')
  await clock.advance(1)
  await waiting
  expect(job.status).toBe('successful')
  expect(polls.at(-1)).toBe(60_000)
  expect(polls.length).toBeLessThanOrEqual(2) // one when it began to run, one at its end
  expect(await (await job.results()).get('return_value').json()).toBe(60)
  expect(clock.pending).toBe(0)
})

test('a failure is called for, too, and its reason is the job’s', async () => {
  const { clock, sleep } = setUp()
  const { job, subscription } = await sleep(true)
  const waiting = waitForCallback(job, subscription, { clock })
  await clock.advance(60_000)
  await waiting
  await expect(job.results()).rejects.toMatchObject({ code: 'job-failed', message: expect.stringContaining('Woke up') })
})

test('a callback that is lost costs patience, not the job', async () => {
  const { clock, polls, sleep } = setUp({ lost: true })
  const { job, subscription } = await sleep()
  const waiting = waitForCallback(job, subscription, { clock, patience: 25_000 })
  await clock.advance(75_000)
  await waiting
  expect([job.status, polls]).toEqual(['successful', [25_000, 50_000, 75_000]])
})

test('a callback that comes before anybody waits is not lost', async () => {
  const { clock, sleep } = setUp()
  const { job, subscription } = await sleep()
  await clock.advance(60_000)
  await waitForCallback(job, subscription, { clock })
  expect(job.status).toBe('successful')
})

test('a callback that comes while the job is asked for causes another poll', async () => {
  const { clock, polls, receiver, sleep } = setUp({ lost: true })
  const { job, subscription } = await sleep()
  const refresh = job.refresh.bind(job)
  let first = true
  job.refresh = async (options) => {
    const info = await refresh(options)
    if (first) receiver.handle(new Request(subscription.subscriber.successUri, { method: 'POST' }))
    first = false
    return info
  }
  const waiting = waitForCallback(job, subscription, { clock, patience: 59_000 })
  await clock.advance(59_000)
  expect(polls).toEqual([59_000, 59_000])
  await clock.advance(59_000)
  await waiting
})

test('a receiver answers its own addresses only, to POST only, and none any more at the end', () => {
  const receiver = createCallbackReceiver(`${publicUrl}/`)
  const { subscriber, end } = receiver.subscribe()
  const answer = (url: string, method = 'POST') => receiver.handle(new Request(url, { method })).status
  expect(new Set([subscriber, receiver.subscribe().subscriber].map(({ successUri }) => successUri)).size).toBe(2)
  expect([answer(subscriber.successUri), answer(subscriber.successUri, 'GET')]).toEqual([204, 405])
  expect([answer(`${publicUrl}/guess`), answer(publicUrl)]).toEqual([404, 404])
  end()
  expect(answer(subscriber.successUri)).toBe(404)
})
