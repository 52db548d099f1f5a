import { expect, test } from 'vitest'
import { CasClient } from '../../client/cas-client.ts'
import type { AttributeResult } from '../../generated/types.ts'
import { baseUrl } from '../../testing/fake-service.ts'
import { collect } from '../../testing/outcome.ts'
import { batchOf, extraction, resultOf } from '../../testing/samples.ts'
import type { EnrichRequest } from './enrich.ts'

const geometry = { type: 'Point' as const, coordinates: [7.45, 46.95] }
const plain = { type: 'Feature' as const, geometry, properties: { name: 'Bern' } }

type Found = Partial<AttributeResult> & { dataset_id: string }

/** The features of a run whose service finds this for one geometry after the other; a batch is one geometry. */
async function enriched(request: EnrichRequest, found: readonly (readonly Found[])[], input: object = plain) {
  let turn = 0
  const fetch = async (_: unknown, init: RequestInit = {}): Promise<Response> => {
    const { aggregation, dataset_ids } = JSON.parse(String(init.body))
    const results = (found[turn++] ?? []).map((one) => resultOf(one.dataset_id, one))
    expect(dataset_ids).toEqual(request.datasetIds)
    const asked = aggregation === undefined ? results : results.filter((one) => one.aggregation === aggregation)
    return Response.json(batchOf({ ...extraction([]), results: asked.length > 0 ? asked : results }))
  }
  const cas = new CasClient({ baseUrl, fetch: fetch as typeof globalThis.fetch, retry: false })
  const source = found.map(() => input as typeof plain)
  const rows = await collect(cas.enrich(source, request, { batchSize: 1, concurrency: 1, onWarning: () => {} }))
  return rows.map((row) => row.feature)
}

const properties = async (request: EnrichRequest, ...found: (readonly Found[])[]) =>
  (await enriched(request, found)).map((feature) => ({ ...feature.properties, name: undefined }))

const cover = (value: Record<string, number> | null): Found[] => [
  { dataset_id: 'a:cover', value, aggregation: 'distribution' }
]
const only = (found: Partial<AttributeResult>): Found[] => [{ dataset_id: 'a:b', ...found }]

test('a null says why, and a value that is not good says so', async () => {
  const rows = await properties(
    { datasetIds: ['a:b'] },
    only({ value: 1, quality: 'good' }),
    only({ value: 1, quality: 'missing' }),
    only({ value: 1, quality: 'suspect' }),
    only({ value: null, quality: 'missing' }),
    only({ value: null, quality: 'good' }),
    []
  )
  expect(rows).toEqual([
    { b: 1 },
    { b: 1, b_quality: 'missing' },
    { b: 1, b_quality: 'suspect' },
    { b: null, b_quality: 'missing' },
    { b: null, b_quality: 'no-value' },
    { b: null, b_quality: 'failed' }
  ])
})

test('with quality false there is none', async () => {
  expect(await properties({ datasetIds: ['a:b'], quality: false }, [])).toEqual([{ b: null }])
})

test('a class that did not occur is 0 once it is known', async () => {
  const request = { datasetIds: ['a:cover'] }
  expect(await properties(request, cover({ 10: 0.7, 20: 0.3 }), cover({ 10: 1 }), cover({ 30: 1 }))).toEqual([
    { 'cover.10': 0.7, 'cover.20': 0.3 },
    { 'cover.10': 1, 'cover.20': 0 },
    { 'cover.10': 0, 'cover.20': 0, 'cover.30': 1 }
  ])
  const classes = { 'a:cover': ['10', '20', '30'] }
  expect(await properties({ ...request, classes }, cover({ 10: 1 }))).toEqual([
    { 'cover.10': 1, 'cover.20': 0, 'cover.30': 0 }
  ])
})

test('new classes without end do not fill the memory, and none is lost', async () => {
  const rows = await properties(
    { datasetIds: ['a:cover'] },
    cover(Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`k${i}`, 1]))),
    cover({ k1500: 1, new: 1 })
  )
  expect(Object.keys(rows[1] ?? {})).toHaveLength(1_000 + 2 + 1)
  expect(rows[1]).toMatchObject({ 'cover.k0': 0, 'cover.k1500': 1, 'cover.new': 1 })
})

test('classes stand behind the separator that is asked for', async () => {
  expect(await properties({ datasetIds: ['a:cover'], separator: '_' }, cover({ trees: 1 }))).toEqual([
    { cover_trees: 1 }
  ])
})

test('several aggregations are asked for apart and named apart, where the service honours them', async () => {
  const both = [
    { dataset_id: 'a:b', value: 1, aggregation: 'mean' },
    { dataset_id: 'a:b', value: 2, aggregation: 'max' }
  ] as const
  const request = { datasetIds: ['a:b'], aggregation: ['mean', 'max'] } as const
  expect((await enriched(request, [both, both]))[0]?.properties).toEqual({ name: 'Bern', b_mean: 1, b_max: 2 })
  const one = [{ dataset_id: 'a:b', value: 1, aggregation: 'mean' }] as const
  expect((await enriched(request, [one, one]))[0]?.properties).toEqual({
    ...{ name: 'Bern', b_mean: 1, b_max: null, b_max_quality: 'other-aggregation' }
  })
  const distribution = { datasetIds: ['a:cover'], aggregation: ['mean', 'max'] } as const
  const shares = cover({ trees: 1 })
  expect((await enriched(distribution, [shares, shares]))[0]?.properties).toEqual({ name: 'Bern', 'cover.trees': 1 })
  expect((await enriched(request, [[], []]))[0]?.properties).toEqual({
    ...{ name: 'Bern', b_mean: null, b_mean_quality: 'failed', b_max: null, b_max_quality: 'failed' }
  })
})

/** As MapLibre gives features: by a class, the geometry by a getter, with members that are none of GeoJSON's. */
class MapFeature {
  readonly type = 'Feature'
  readonly properties = { name: 'Bern' }
  readonly _tile = { of: this }
  get geometry() {
    return geometry
  }
  get id() {
    return 7
  }
}

test('a feature that gives its members by getters is enriched with all of them', async () => {
  const [feature] = await enriched({ datasetIds: ['a:b'] }, [only({ value: 1 })], new MapFeature())
  expect(feature).toMatchObject({ type: 'Feature', id: 7, geometry, properties: { name: 'Bern', b: 1 } })
})

test('one that says how it is written as JSON is taken at its word', async () => {
  class Own extends MapFeature {
    toJSON() {
      return { type: 'Feature', source: 'tiles' }
    }
  }
  const [feature] = await enriched({ datasetIds: ['a:b'] }, [only({ value: 1 })], new Own())
  expect(JSON.parse(JSON.stringify(feature))).toEqual({
    ...{ type: 'Feature', source: 'tiles', id: 7, geometry, properties: { name: 'Bern', b: 1 } }
  })
})

test.each(['abc', 7, ['a']])('properties %j are refused alone, and come back as they were', async (some) => {
  const [feature] = await enriched({ datasetIds: ['a:b'] }, [only({ value: 1 })], { ...plain, properties: some })
  expect(feature?.properties).toBe(some)
})
