import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock, createVirtualClock } from '@geoclients/ogc-client/mock'
import { createJobListStore, type JobStorage } from '@geoclients/ogc-client/store'
import { expect, test } from 'vitest'

function setUp() {
  const clock = createVirtualClock()
  const mock = createOgcMock({ clock })
  const items = new Map<string, string>()
  const storage: JobStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key)
  }
  const connect = (): OgcClient => new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, clock })
  return { clock, mock, items, storage, connect, ogc: connect() }
}

test('runs are listed with their inputs, the latest first, and followed to their ends', async () => {
  const { ogc, clock, mock } = setUp()
  const runs = createJobListStore(ogc)
  runs.subscribe(() => {})
  expect(runs.getSnapshot()).toBe(runs.getSnapshot())
  await runs.start('sleep_a_while', { inputs: { duration: 5 } })
  await runs.start('sleep_a_while', { inputs: { duration: 3, fail: true } })
  await runs.start('echo_inputs', { inputs: { bytes: new Blob(['abc']), literal: 'a' } })
  expect(runs.getSnapshot().map(({ inputs }) => inputs)).toEqual([
    { bytes: { mediaType: 'application/octet-stream', size: 3 }, literal: 'a' },
    { duration: 3, fail: true },
    { duration: 5 }
  ])
  await clock.advance(20_000)
  expect(runs.getSnapshot()).toMatchObject([
    { processId: 'echo_inputs', status: 'successful', error: undefined },
    { status: 'failed', error: { code: 'job-failed' } },
    { status: 'successful', progress: 100 }
  ])
  const fetched = mock.requests.filter(({ url }) => String(url).endsWith('/results')).length
  expect(fetched).toBeLessThanOrEqual(1) // the reason of the failure; no results
})

test('a list survives a reload with the inputs, and goes on', async () => {
  const { ogc, clock, storage, connect } = setUp()
  const before = createJobListStore(ogc, { storage })
  const job = await before.start('sleep_a_while', { inputs: { duration: 5 } })
  await before.start('primes_between', {})
  ogc.close()
  const after = createJobListStore(connect(), { storage })
  expect(after.getSnapshot()).toMatchObject([
    { processId: 'primes_between' },
    { processId: 'sleep_a_while', inputs: { duration: 5 }, job: { id: job.id } }
  ])
  const stop = after.subscribe(() => {})
  await clock.advance(20_000)
  expect(after.getSnapshot().map(({ status }) => status)).toEqual(['successful', 'successful'])
  stop()
  const [first] = after.getSnapshot()
  if (first) after.remove(first.job)
  expect(createJobListStore(connect(), { storage }).getSnapshot()).toMatchObject([
    { processId: 'sleep_a_while', status: 'successful' }
  ])
})

test('a run that was removed is not asked for any more, and tells nothing', async () => {
  const { ogc, clock, mock } = setUp()
  const runs = createJobListStore(ogc)
  runs.subscribe(() => {})
  const job = await runs.start('sleep_a_while', { inputs: { duration: 50 } })
  await clock.advance(5_000)
  runs.remove(job)
  let told = 0
  runs.subscribe(() => void told++)
  await clock.advance(10)
  const asked = mock.requests.length
  await clock.advance(60_000)
  expect([mock.requests.length - asked, told, runs.getSnapshot()]).toEqual([0, 0, []])
})

test('a fault that has passed is forgotten once the run is heard of again, and polls write nothing that is not kept', async () => {
  const { clock, storage, items, mock } = setUp()
  let isDown = false
  const fetch: typeof globalThis.fetch = async (input, init) =>
    isDown ? new Response(null, { status: 403 }) : mock.fetch(input, init)
  const ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch, clock })
  let written = 0
  const counted: JobStorage = {
    ...storage,
    setItem(key, value) {
      written++
      items.set(key, value)
    }
  }
  const runs = createJobListStore(ogc, { storage: counted })
  const stop = runs.subscribe(() => {})
  await runs.start('sleep_a_while', { inputs: { duration: 300 } })
  isDown = true
  await clock.advance(60_000)
  expect(runs.getSnapshot()[0]?.error).toMatchObject({ code: 'http-status', status: 403 })
  stop()
  isDown = false
  runs.subscribe(() => {})
  await clock.advance(60_000)
  expect(runs.getSnapshot()).toMatchObject([{ status: 'running', error: undefined }])
  const before = written
  await clock.advance(100_000)
  expect(runs.getSnapshot()[0]?.progress).toBeGreaterThan(0)
  expect(written - before).toBe(0)
})

test('only so many are kept, and what is too long is not', async () => {
  const { ogc, storage, items } = setUp()
  const runs = createJobListStore(ogc, { storage, limit: 2, key: 'k' })
  for (const literal of ['a', 'b', 'c']) await runs.start('echo_inputs', { inputs: { literal } })
  expect(runs.getSnapshot().map(({ inputs }) => inputs)).toEqual([{ literal: 'c' }, { literal: 'b' }])
  await runs.start('echo_inputs', { inputs: { bytes: 'A'.repeat(200_000) } })
  expect(runs.getSnapshot()[0]?.inputs).toBeUndefined()
  expect(items.get('k')?.length).toBeLessThan(2_000)
})

test('a start that fails rejects, and lists nothing', async () => {
  const { ogc } = setUp()
  const runs = createJobListStore(ogc)
  await expect(runs.start('nope', {})).rejects.toMatchObject({ exception: 'no-such-process' })
  expect(runs.getSnapshot()).toEqual([])
  expect(() => createJobListStore(ogc, { limit: 0 })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})

test.each(['{', '5', '[null, {"job":5}, {"job":{"version":1,"origin":"https://other.example","jobId":"j"}}]'])(
  '%s in the storage is no run',
  (text) => {
    const { ogc, storage, items } = setUp()
    items.set('geoclients.jobs', text)
    expect(createJobListStore(ogc, { storage }).getSnapshot()).toEqual([])
  }
)
