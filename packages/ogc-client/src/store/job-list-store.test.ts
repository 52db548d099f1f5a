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
