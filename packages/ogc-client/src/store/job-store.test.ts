import { OgcClient } from '@geoclients/ogc-client'
import { createOgcMock, createVirtualClock } from '@geoclients/ogc-client/mock'
import { createJobListStore, createJobStore, type JobStorage } from '@geoclients/ogc-client/store'
import { expect, test } from 'vitest'

function memory(): JobStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key)
  }
}

function setUp() {
  const clock = createVirtualClock()
  const mock = createOgcMock({ clock })
  const connect = (): OgcClient => new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, clock })
  const polls = (): number =>
    mock.requests.filter(({ method, url }) => method === 'GET' && /\/jobs/.test(String(url))).length
  return { clock, mock, connect, polls, ogc: connect() }
}

const sleep = { inputs: { duration: 20 } }

test('a job is started, followed and read; the snapshot is the same until something changes', async () => {
  const { ogc, clock } = setUp()
  const store = createJobStore(ogc)
  const { subscribe, getSnapshot } = store
  const seen: unknown[] = []
  const stop = subscribe(() => seen.push(getSnapshot().status))
  expect(getSnapshot()).toBe(getSnapshot())
  expect(getSnapshot()).toMatchObject({ job: undefined, status: undefined })
  await store.start('sleep_a_while', sleep)
  expect(getSnapshot()).toBe(getSnapshot())
  await clock.advance(10_000)
  expect(getSnapshot()).toMatchObject({ status: 'running', results: undefined })
  expect(getSnapshot().progress).toBeGreaterThan(20)
  await clock.advance(20_000)
  expect(getSnapshot()).toMatchObject({ status: 'successful', error: undefined })
  expect(await getSnapshot().results?.get('return_value').json()).toBe(20)
  expect(seen[0]).toBe('starting')
  expect([...new Set(seen)].slice(-2)).toEqual(['running', 'successful'])
  const last = getSnapshot()
  stop()
  expect(getSnapshot()).toBe(last)
  expect(store.getServerSnapshot()).toMatchObject({ job: undefined, status: undefined })
})

test('nobody subscribes, nobody polls; who comes again goes on', async () => {
  const { ogc, clock, polls } = setUp()
  const store = createJobStore(ogc)
  await store.start('sleep_a_while', sleep)
  await clock.advance(5_000)
  expect(polls()).toBe(0)
  const stop = [store.subscribe(() => {}), store.subscribe(() => {})]
  await clock.advance(5_000)
  const asked = polls()
  expect(asked).toBeGreaterThan(0)
  for (const end of stop) end()
  await clock.advance(5_000)
  expect(polls()).toBe(asked)
  store.subscribe(() => {})
  await clock.advance(20_000)
  expect(store.getSnapshot().results?.size).toBe(1)
})

test('a reload goes on with the job from the storage, which holds nothing else', async () => {
  const { ogc, clock, connect, mock } = setUp()
  const storage = memory()
  const before = createJobStore(ogc, { storage, key: 'k' })
  await before.start('sleep_a_while', sleep)
  expect(JSON.parse(storage.items.get('k') ?? '')).toEqual(before.getSnapshot().job?.toJSON())
  ogc.close()
  const after = createJobStore(connect(), { storage, key: 'k' })
  expect(after.getSnapshot().job?.id).toBe(before.getSnapshot().job?.id)
  after.subscribe(() => {})
  await clock.advance(30_000)
  expect(after.getSnapshot()).toMatchObject({ status: 'successful' })
  after.clear()
  expect(after.getSnapshot()).toMatchObject({ job: undefined, status: undefined, results: undefined })
  expect(storage.items.size).toBe(0)
  expect(mock.requests.some(({ method }) => method === 'DELETE')).toBe(false)
})

test.each([
  ['{', 'no JSON'],
  ['5', 'no job'],
  ['{"version":1,"origin":"https://other.example","jobId":"j"}', 'a job of another service']
])('%s in the storage, %s, is forgotten', (text) => {
  const storage = memory()
  storage.items.set('geoclients.job', text)
  const store = createJobStore(setUp().ogc, { storage })
  expect(store.getSnapshot().job).toBeUndefined()
})

test('a job of another service that is given is refused', () => {
  const job = { version: 1, origin: 'https://other.example', jobId: 'j' } as const
  expect(() => createJobStore(setUp().ogc, { job })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})

test('a handle or an id is followed as well', async () => {
  const { ogc, clock } = setUp()
  const job = await ogc.submit('sleep_a_while', sleep)
  const stores = [createJobStore(ogc, { job }), createJobStore(ogc, { job: job.id ?? '' })]
  for (const store of stores) store.subscribe(() => {})
  await clock.advance(30_000)
  expect(stores.map((store) => store.getSnapshot().status)).toEqual(['successful', 'successful'])
})

test('failures are in the snapshot: of the job, of the start, of a dismissal', async () => {
  const { ogc, clock } = setUp()
  const store = createJobStore(ogc)
  store.subscribe(() => {})
  await store.start('sleep_a_while', { inputs: { duration: 2, fail: true } })
  await clock.advance(10_000)
  expect(store.getSnapshot()).toMatchObject({ status: 'failed', error: { code: 'job-failed' } })
  await store.start('nope', {})
  expect(store.getSnapshot()).toMatchObject({
    job: undefined,
    status: undefined,
    error: { exception: 'no-such-process' }
  })
  await store.start('sleep_a_while', sleep)
  expect(store.getSnapshot().error).toBeUndefined()
  await store.dismiss()
  await clock.advance(5_000)
  expect(store.getSnapshot()).toMatchObject({ status: 'dismissed', error: { code: 'job-dismissed' } })
})

test('a dismissal that failed is no error of the results that come all the same', async () => {
  const { mock, clock } = setUp()
  const fetch: typeof globalThis.fetch = async (input, init) =>
    init?.method === 'DELETE' ? new Response(null, { status: 501 }) : mock.fetch(input, init)
  const store = createJobStore(new OgcClient({ baseUrl: mock.baseUrl, fetch, clock }))
  store.subscribe(() => {})
  await store.start('sleep_a_while', sleep)
  await store.dismiss()
  expect(store.getSnapshot().error).toMatchObject({ status: 501 })
  await clock.advance(60_000)
  expect(store.getSnapshot()).toMatchObject({ status: 'successful', error: undefined })
  expect(store.getSnapshot().results).toBeDefined()
})

test('the last start counts', async () => {
  const { ogc } = setUp()
  const store = createJobStore(ogc)
  const first = store.start('sleep_a_while', sleep)
  const second = store.start('primes_between', { inputs: {} })
  await Promise.all([first, second])
  expect(store.getSnapshot().job?.processId).toBe('primes_between')
})

test('a storage that is full costs the reload only', async () => {
  const full: JobStorage = {
    ...memory(),
    setItem: () => {
      throw new Error('QuotaExceededError')
    }
  }
  const { ogc } = setUp()
  const store = createJobStore(ogc, { storage: full })
  await store.start('primes_between', {})
  expect(store.getSnapshot()).toMatchObject({ error: undefined, job: { processId: 'primes_between' } })
})

test('options that no store has are refused', () => {
  const { ogc } = setUp()
  const makers = [
    (options: object) => createJobStore(ogc, options),
    (options: object) => createJobListStore(ogc, options)
  ]
  for (const make of makers) {
    const refusal = (options: unknown) => () => make(options as object)
    expect(refusal({ storag: {} })).toThrow('options has an unknown member "storag": did you mean "storage"?')
    expect(refusal(new Map())).toThrow('options must be an object such as { storage }, got a Map')
    expect(refusal(null)).toThrow('options must be an object such as { storage }, got null')
  }
  expect(() => createJobListStore(ogc, { limit: 0 })).toThrow('limit must be a whole number of at least 1, got 0')
})
