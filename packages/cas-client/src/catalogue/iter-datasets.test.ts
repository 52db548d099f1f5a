import { expect, test, vi } from 'vitest'
import type { CasClient } from '../client/cas-client.ts'
import { clientOf, fakeService, hangs, json } from '../testing/fake-service.ts'
import { collect, rejection, settle } from '../testing/outcome.ts'
import { datasetOf, datasetsPage } from '../testing/samples.ts'

const list = 'GET /attributes/api/v1/datasets'
const all = ['a:0', 'a:1', 'a:2', 'a:3', 'a:4'].map(datasetOf)
const pages = {
  [`${list}?limit=2&offset=0`]: json(datasetsPage(all, 0, 2)),
  [`${list}?limit=2&offset=2`]: json(datasetsPage(all, 2, 2)),
  [`${list}?limit=2&offset=4`]: json(datasetsPage(all, 4, 2))
}

test('all datasets come, page by page', async () => {
  const service = fakeService(pages)
  expect(await collect(clientOf(service).iterDatasets({ limit: 2 }))).toEqual(all)
  expect(service.lines()).toEqual(Object.keys(pages))
})

test('the last page may be full', async () => {
  const four = all.slice(0, 4)
  const service = fakeService({
    [`${list}?limit=2&offset=0`]: json(datasetsPage(four, 0, 2)),
    [`${list}?limit=2&offset=2`]: json(datasetsPage(four, 2, 2))
  })
  expect(await collect(clientOf(service).iterDatasets({ limit: 2 }))).toEqual(four)
})

test('it starts at an offset', async () => {
  const service = fakeService(pages)
  expect(await collect(clientOf(service).iterDatasets({ limit: 2, offset: 2 }))).toEqual(all.slice(2))
  expect(service.seen).toHaveLength(2)
})

test('the filters go with every page, and the options of the call', async () => {
  const query = (offset: number): string => `${list}?limit=2&offset=${offset}&variable=ndvi&bbox=7%2C46%2C8%2C47`
  const service = fakeService({
    [query(0)]: json(datasetsPage(all.slice(0, 3), 0, 2)),
    [query(2)]: json(datasetsPage(all.slice(0, 3), 2, 2))
  })
  const filters = { limit: 2, variable: 'ndvi', bbox: [7, 46, 8, 47] } as const
  const found = await collect(clientOf(service).iterDatasets(filters, { headers: { 'X-Trace': '7' } }))
  expect(found).toHaveLength(3)
  expect(service.seen.map(({ headers }) => headers.get('X-Trace'))).toEqual(['7', '7'])
})

test('an empty page is the end, also where more are promised', async () => {
  const none = fakeService({ [`${list}?offset=0&provider=nope`]: json(datasetsPage([], 0, 100)) })
  expect(await collect(clientOf(none).iterDatasets({ provider: 'nope' }))).toEqual([])

  const service = fakeService({
    [`${list}?limit=2&offset=0`]: json({ ...datasetsPage(all, 0, 2), total: 9 }),
    [`${list}?limit=2&offset=2`]: json({ ...datasetsPage([], 2, 2), total: 9 })
  })
  expect(await collect(clientOf(service).iterDatasets({ limit: 2 }))).toEqual(all.slice(0, 2))
  expect(service.seen).toHaveLength(2)
})

test('without a total it goes on to the empty page', async () => {
  const page = (at: number) => json({ ...datasetsPage(all, at, 3), total: undefined })
  const service = fakeService({
    [`${list}?offset=0`]: page(0),
    [`${list}?offset=3`]: page(3),
    [`${list}?offset=5`]: page(5)
  })
  expect(await collect(clientOf(service).iterDatasets())).toEqual(all)
  expect(service.seen).toHaveLength(3)
})

test('a service that ignores the offset does not keep it going for ever', async () => {
  const same = json({ ...datasetsPage(all, 0, 2), total: 1_000_000 })
  const service = fakeService({ [`${list}?limit=2&offset=0`]: same, [`${list}?limit=2&offset=2`]: same })
  expect(await collect(clientOf(service).iterDatasets({ limit: 2 }))).toEqual(all.slice(0, 2))
  expect(service.seen).toHaveLength(2)
})

test('a page is fetched when its first dataset is asked for, and none after the reader left', async () => {
  const service = fakeService(pages)
  const datasets = clientOf(service).iterDatasets({ limit: 2 })
  await settle()
  expect(service.seen).toHaveLength(0)
  await datasets.next()
  await datasets.next()
  await settle()
  expect(service.seen).toHaveLength(1)
  expect((await datasets.next()).value?.id).toBe('a:2')
  expect(service.seen).toHaveLength(2)
  await datasets.return()
  expect(await datasets.next()).toEqual({ done: true, value: undefined })
  expect(service.seen).toHaveLength(2)
})

test('an error in the middle comes after the datasets before it', async () => {
  const service = fakeService({ ...pages, [`${list}?limit=2&offset=2`]: json({ detail: 'gone' }, { status: 404 }) })
  const seen: string[] = []
  const read = async () => {
    for await (const { id } of clientOf(service).iterDatasets({ limit: 2 })) seen.push(id)
  }
  expect(await rejection(read())).toMatchObject({ code: 'http-status', status: 404 })
  expect(seen).toEqual(['a:0', 'a:1'])
})

test.each<[name: string, walk: (cas: CasClient) => AsyncGenerator<unknown, void>]>([
  ['iterDatasets', (cas) => cas.iterDatasets()],
  ['iterProviders', (cas) => cas.iterProviders()]
])('%s: leaving it ends the page under way', async (_, walk) => {
  for (const leave of ['return', 'throw'] as const) {
    const service = fakeService({
      [`${list}?offset=0`]: hangs,
      [list.replace('datasets', 'providers?offset=0')]: hangs
    })
    const items = walk(clientOf(service))
    const next = items.next()
    await vi.waitFor(() => expect(service.seen).toHaveLength(1))
    const left = leave === 'throw' ? items.throw(new Error('mine')) : items.return(undefined)
    const outcome = await left.catch((error: Error) => error.message)
    expect(outcome).toEqual(leave === 'throw' ? 'mine' : { done: true, value: undefined })
    expect([await next, service.only().signal?.aborted]).toEqual([{ done: true, value: undefined }, true])
  }
})
