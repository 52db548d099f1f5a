import { expect, test } from 'vitest'
import type { Point, Polygon } from '../generated/types.ts'
import { markOf, points, refusal } from '../testing/batch-service.ts'
import { collect, rejection } from '../testing/outcome.ts'
import { ringOf } from '../testing/shapes.ts'
import { passing, streaming } from '../testing/streaming.ts'
import type { StreamProgress } from './options.ts'
import type { ExtractRow } from './rows.ts'
import type { Source } from './source.ts'

const datasetIds = ['a:b']
const all = points(5)

async function* later(items: readonly Point[]) {
  yield* items
}

function* now(items: readonly Point[]) {
  yield* items
}

/** What a row says, in short: index, and the value or the code of the error. */
const short = (row: ExtractRow<unknown>) => [row.index, row.ok ? row.response.results[0]?.value : row.error.code]
const values = all.map((point, i) => [i, markOf(point)])

const fill = (controller: ReadableStreamDefaultController<Point>): void => {
  for (const one of all) controller.enqueue(one)
  controller.close()
}

const features = all.map((geometry) => ({ type: 'Feature' as const, geometry, properties: null }))
/** As streams are in browsers that cannot iterate over them. */
const plainStream = {
  getReader: () => {
    const left = [...all]
    return {
      read: async () => (left.length > 0 ? { done: false, value: left.shift() } : { done: true, value: undefined }),
      cancel: async () => {}
    }
  }
} as unknown as ReadableStream<Point>

test.each<[name: string, source: Source<Point | (typeof features)[number]>]>([
  ['an array', all],
  ['a Set', new Set(all)],
  ['a generator', now(all)],
  ['an async generator', later(all)],
  ['a stream', new ReadableStream({ start: fill })],
  ['a stream that cannot be iterated', plainStream],
  ['Features', features],
  ['a FeatureCollection', { type: 'FeatureCollection', features }]
])('%s gives one row an item, in order, with the item itself', async (_, source) => {
  const { cas } = streaming()
  const rows = await collect(cas.extractAll(source, { datasetIds }, { batchSize: 2 }))
  expect(rows.map(short)).toEqual(values)
  const inputs = rows.map(({ input }) => ('geometry' in input ? input.geometry : input))
  for (const [i, input] of inputs.entries()) expect(input).toBe(all[i])
})

test('no items are no rows and no requests', async () => {
  const { service, cas } = streaming()
  expect(await collect(cas.extractAll([], { datasetIds }))).toEqual([])
  expect(service.seen).toEqual([])
})

test('items go in batches of 1,000 unless fewer are asked for, with all that was asked', async () => {
  const { service, cas } = streaming()
  const request = { datasetIds, aggregation: 'mean', timeRange: ['2020-01-01', '2020-12-31'] } as const
  await collect(cas.extractAll(points(2_300), request))
  expect(service.seen.map(({ body }) => body.geometries.length)).toEqual([1_000, 1_000, 300])
  const { geometries: _, ...rest } = service.seen[2]?.body ?? { geometries: [] }
  const time_range = { start: '2020-01-01', end: '2020-12-31' }
  expect(rest).toEqual({ dataset_ids: datasetIds, aggregation: 'mean', time_range })
  await collect(cas.extractAll(points(5), request, { batchSize: 4 }))
  expect(service.seen.slice(3).map(({ body }) => body.geometries.length)).toEqual([4, 1])
})

test('a batch holds at most 100,000 vertices', async () => {
  const { service, cas } = streaming()
  const large: Polygon = { type: 'Polygon', coordinates: [ringOf(6_000), ringOf(4_000)] }
  const source = [...Array(10).fill(large), { type: 'MultiPolygon', coordinates: [[ringOf(4)]] }, ...points(3)]
  expect(await collect(cas.extractAll(source, { datasetIds }))).toHaveLength(14)
  expect(service.seen.map(({ body }) => body.geometries.length)).toEqual([10, 4])
})

test('an item that cannot be right is refused alone and never sent', async () => {
  const { service, cas } = streaming()
  const open: Polygon = { type: 'Polygon', coordinates: [ringOf(5).slice(0, 4)] }
  const source = [all[0], null, open, { type: 'Feature', geometry: null }, 'text', all[1]] as Point[]
  const rows = await collect(cas.extractAll(source, { datasetIds }))
  const bad = 'invalid-argument'
  expect(rows.map(short)).toEqual([
    [0, 0],
    [1, bad],
    [2, bad],
    [3, bad],
    [4, bad],
    [5, 0.001]
  ])
  expect(rows.flatMap((row) => (row.ok ? [] : row.error.message))).toEqual([
    'source[1] must be a GeoJSON geometry or Feature, got null',
    expect.stringContaining('source[2].coordinates[0] must be a closed ring'),
    'source[3].geometry must be a GeoJSON geometry, got null',
    'source[4] must be a GeoJSON geometry or Feature, got "text"'
  ])
  expect(service.seen.map(({ body }) => body.geometries)).toEqual([[all[0], all[1]]])
})

test('where no item can be right, nothing is sent', async () => {
  const { service, cas } = streaming()
  const rows = await collect(cas.extractAll([null, null] as unknown as Point[], { datasetIds }))
  expect(rows.map(({ ok }) => ok)).toEqual([false, false])
  expect(service.seen).toEqual([])
})

test('more than 50 datasets are asked for in several requests and joined', async () => {
  const { service, cas } = streaming()
  const ids = Array.from({ length: 120 }, (_, i) => `p:d${i}`)
  const rows = await collect(cas.extractAll(all, { datasetIds: ids }))
  expect(service.seen.map(({ body }) => body.dataset_ids.length)).toEqual([50, 50, 20])
  expect(service.seen.flatMap(({ body }) => body.dataset_ids)).toEqual(ids)
  for (const [i, row] of rows.entries()) {
    if (!row.ok) throw row.error
    expect(row.response.results.map(({ dataset_id, value }) => [dataset_id, value])).toEqual(
      ids.map((id) => [id, i / 1_000])
    )
    expect(row.response.elapsed_ms).toBe(36)
  }
})

test('how many datasets a request may have is for the caller to say', async () => {
  const { service, cas } = streaming()
  const ids = Array.from({ length: 120 }, (_, i) => `p:d${i}`)
  const [row] = await collect(cas.extractAll(points(1), { datasetIds: ids }, { datasetsPerRequest: 100 }))
  expect(service.seen.map(({ body }) => body.dataset_ids.length)).toEqual([100, 20])
  if (!row?.ok) throw row?.error
  expect(row.response.results).toHaveLength(120)
})

test('more geometries than a service takes by its default may be sent at once', async () => {
  const { service, cas } = streaming()
  await collect(cas.extractAll(points(2_500), { datasetIds }, { batchSize: 2_000 }))
  expect(service.seen.map(({ body }) => body.geometries.length)).toEqual([2_000, 500])
})

test('several aggregations are asked for one by one, and a response has a result for each', async () => {
  const { service, cas } = streaming()
  const onWarning = (): void => {} // the service of this test honours none
  const request = { datasetIds, aggregation: ['mean', 'max', 'mean'] } as const
  const [row] = await collect(cas.extractAll(points(1), request, { onWarning }))
  expect(service.seen.map(({ body }) => body.aggregation)).toEqual(['mean', 'max'])
  if (!row?.ok) throw row?.error
  expect(row.response.results).toHaveLength(2)
})

test('groups of datasets share the requests that may be under way at once', async () => {
  const { clock, service, cas } = streaming(undefined, { latency: () => 1_000 })
  const begun = clock.now()
  const ids = Array.from({ length: 500 }, (_, i) => `p:d${i}`)
  await passing(clock, collect(cas.extractAll(points(1), { datasetIds: ids })))
  expect([service.seen.length, service.most(), clock.now() - begun]).toEqual([10, 4, 3_000])
})

test('a dataset that is named twice is asked for once', async () => {
  const { service, cas } = streaming()
  const ids = Array.from({ length: 60 }, (_, i) => `p:d${i}`)
  const [row] = await collect(cas.extractAll(points(1), { datasetIds: [...ids, 'p:d0', 'p:d59'] }))
  expect(service.seen.flatMap(({ body }) => body.dataset_ids)).toEqual(ids)
  if (!row?.ok) throw row?.error
  expect(row.response.results.map(({ dataset_id }) => dataset_id)).toEqual(ids)
})

test('where one group of datasets fails, the item failed', async () => {
  const { cas } = streaming(({ body }) => (body.dataset_ids.includes('p:d99') ? refusal(422) : undefined))
  const ids = Array.from({ length: 100 }, (_, i) => `p:d${i}`)
  const rows = await collect(cas.extractAll(all.slice(0, 2), { datasetIds: ids }))
  expect(rows.map(short)).toEqual([
    [0, 'http-status'],
    [1, 'http-status']
  ])
})

test('progress is told with each batch, once its rows were taken', async () => {
  const { cas } = streaming(({ body }) =>
    body.geometries.some((one) => markOf(one) === 0.003) ? refusal(422) : undefined
  )
  const log: unknown[] = []
  const onProgress = (progress: object): void => void log.push(progress)
  for await (const { index } of cas.extractAll(all, { datasetIds }, { batchSize: 2, onProgress })) log.push(index)
  expect(log).toEqual([
    ...[0, 1, { done: 2, failed: 0, total: 5 }],
    ...[2, 3, { done: 4, failed: 1, total: 5 }],
    ...[4, { done: 5, failed: 1, total: 5 }]
  ])
  log.length = 0
  await collect(cas.extractAll(later(all), { datasetIds }, { startAt: 3, onProgress }))
  expect(log).toEqual([{ done: 5, failed: 1, total: undefined }])
})

test('a run goes on where another ended', async () => {
  const { service, cas } = streaming()
  const first: unknown[] = []
  for await (const row of cas.extractAll(now(all), { datasetIds }, { batchSize: 2 })) {
    first.push(short(row))
    if (row.index === 2) break
  }
  service.seen.length = 0
  const second = await collect(cas.extractAll(later(all), { datasetIds }, { batchSize: 2, startAt: first.length }))
  expect([...first, ...second.map(short)]).toEqual(values)
  expect(service.seen.flatMap(({ body }) => body.geometries)).toEqual(all.slice(3))
  expect(await collect(cas.extractAll(all, { datasetIds }, { startAt: 7 }))).toEqual([])
})

test.each([1, 3, 4, 5])(
  'a run that stopped after %i rows goes on from its last progress without a gap',
  async (stop) => {
    const { cas } = streaming()
    let saved = 0
    const onProgress = ({ done }: StreamProgress): void => {
      saved = done
    }
    const taken: number[] = []
    for await (const { index } of cas.extractAll(all, { datasetIds }, { batchSize: 2, onProgress })) {
      taken.push(index)
      if (taken.length === stop) break
    }
    expect(saved).toBe(2 * Math.floor((stop - 1) / 2)) // whoever left with a row has not said that it is kept
    const rest = await collect(cas.extractAll(all, { datasetIds }, { startAt: saved }))
    expect([...taken.slice(0, saved), ...rest.map(({ index }) => index)]).toEqual([0, 1, 2, 3, 4])
  }
)

const locked = new ReadableStream<Point>()
locked.getReader()

const whole = 'must be a whole number'
test.each<[source: unknown, request: unknown, options: unknown, message: string]>([
  ['text', { datasetIds }, {}, 'source must be an iterable or async iterable of geometries or Features'],
  [null, { datasetIds }, {}, 'source must be an iterable'],
  [all[0], { datasetIds }, {}, 'source must be an iterable'],
  [{ type: 'FeatureCollection' }, { datasetIds }, {}, 'source must be an iterable'],
  [locked, { datasetIds }, {}, 'source must be a stream that is not locked to another reader'],
  [all, { datasetIds }, { batchsize: 7 }, 'options has an unknown member "batchsize": did you mean "batchSize"?'],
  [all, {}, {}, 'datasetIds must be an array of dataset ids, at least one, got undefined'],
  [all, { datasetIds: [''] }, {}, 'datasetIds[0] must be a dataset id'],
  [all, null, {}, 'request must be an object'],
  [all, { datasetIds }, { batchSize: 0 }, `batchSize ${whole}, 1 or more, got 0`],
  [all, { datasetIds }, { datasetsPerRequest: 0.5 }, `datasetsPerRequest ${whole}, 1 or more, got 0.5`],
  [all, { datasetIds, aggregation: [] }, {}, 'aggregation must be one of mean, median'],
  [all, { datasetIds, aggregation: ['mean', 'p95'] }, {}, 'aggregation must be one of mean, median'],
  [all, { datasetIds }, { onWait: 7 }, 'onWait must be a function, got 7'],
  [all, { datasetIds }, { onWarning: 'no' }, 'onWarning must be a function, got "no"'],
  [all, { datasetIds }, { concurrency: 65 }, `concurrency ${whole} from 1 to 64, got 65`],
  [all, { datasetIds }, { startAt: -1 }, `startAt ${whole}, 0 or more, got -1`],
  [all, { datasetIds }, { onProgress: 7 }, 'onProgress must be a function, got 7'],
  [all, { datasetIds }, { timeout: 0 }, 'timeout must be a positive'],
  [all, { datasetIds }, null, 'options must be an object']
])('%# is refused before anything is sent', async (source, request, options, message) => {
  const { service, cas } = streaming()
  const run = collect(cas.extractAll(source as Point[], request as { datasetIds: string[] }, options as object))
  expect(await rejection(run)).toMatchObject({
    code: 'invalid-argument',
    message: expect.stringContaining(message)
  })
  expect(service.seen).toEqual([])
})

test('a response too few is no answer: items could not be told apart', async () => {
  const { clock, cas } = streaming(({ body }) =>
    body.geometries.length > 1 ? Response.json({ responses: [] }) : undefined
  )
  const rows = await passing(clock, collect(cas.extractAll(all, { datasetIds })))
  expect(rows.map(short)).toEqual(values) // asked for one by one in the end
})
