import { afterEach, expect, test, vi } from 'vitest'
import { CasClient } from '../../client/cas-client.ts'
import { createCasMock } from '../../mock/cas-mock.ts'
import { collect, rejection } from '../../testing/outcome.ts'
import { pointAt } from '../../testing/shapes.ts'
import type { EnrichRequest } from './enrich.ts'

afterEach(() => vi.restoreAllMocks())

const elevation = 'demo_terrain:elevation'
const landCover = 'demo_land:land_cover'
const peat = 'demo_soil:peat_depth'
const broken = 'demo_faults:unreachable'

const bern = feature([7.45, 46.95], { name: 'Bern' })

function feature(coordinates: number[], properties: object | null) {
  return { type: 'Feature' as const, id: 7, geometry: { type: 'Point' as const, coordinates }, properties }
}

function world(providers?: Parameters<typeof createCasMock>[0]) {
  const mock = createCasMock(providers)
  return { mock, cas: new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, retry: false }) }
}

async function enriched(request: EnrichRequest, ...features: readonly object[]) {
  const { mock, cas } = world()
  const rows = await collect(cas.enrich(features as (typeof bern)[], request))
  return { mock, rows, properties: rows.map((row) => row.feature?.properties) }
}

test('numbers stand as they are, distributions by class, nothing as null, beside what was there', async () => {
  const datasetIds = [elevation, landCover, peat, broken]
  const { rows, properties } = await enriched({ datasetIds, prefix: 'cas_' }, bern)
  expect(properties).toEqual([
    {
      name: 'Bern',
      cas_elevation: 548.3,
      'cas_land_cover.tree_cover': 0.76,
      'cas_land_cover.grassland': 0.12,
      'cas_land_cover.cropland': 0.12,
      cas_peat_depth: null,
      cas_peat_depth_quality: 'missing',
      cas_unreachable: null,
      cas_unreachable_quality: 'failed'
    }
  ])
  expect(rows[0]?.feature).toMatchObject({ type: 'Feature', id: 7, geometry: bern.geometry })
  expect(rows[0]?.input).toBe(bern)
  expect(bern.properties).toEqual({ name: 'Bern' })
})

test('quality and warnings where they are asked for', async () => {
  const request = { datasetIds: [peat, landCover, broken], quality: true, warnings: true, prefix: 'x_' }
  const { properties } = await enriched(request, bern)
  expect(properties[0]).toMatchObject({
    x_peat_depth_quality: 'missing',
    x_land_cover_quality: 'good',
    x_unreachable_quality: 'failed'
  })
  const warnings = properties[0]?.x_warnings as string[]
  expect(warnings.map((text) => text.split(': ')[0])).toEqual([peat, broken])
})

test('results belong to their dataset, whatever their order', async () => {
  const { mock, cas } = world()
  // Cached results come first.
  await cas.extract({ geometry: bern, datasetIds: ['demo_terrain:slope'] })
  const datasetIds = [elevation, 'demo_terrain:slope']
  const [row] = await collect(cas.enrich([bern], { datasetIds }))
  expect(row?.ok && row.response.results.map(({ dataset_id }) => dataset_id)).toEqual(datasetIds.toReversed())
  expect(row?.feature.properties).toEqual({ name: 'Bern', elevation: 548.3, slope: 6.044 })
  expect(mock.requests).toHaveLength(2)
})

test('a feature without properties gets some', async () => {
  const { properties } = await enriched({ datasetIds: [elevation] }, feature([0, 0], null))
  expect(properties).toEqual([{ elevation: 400 }])
})

test('datasets of one name are told apart by their provider, or as the caller says', async () => {
  const { cas } = world({
    providers: (all) => all.map((one) => ({ ...one, slug: one.slug.replace('demo_', '') }))
  })
  const ids = ['a:elevation', 'b:elevation', 'a:slope']
  const names = async (request: object) =>
    Object.keys(
      (await collect(cas.enrich([bern], { datasetIds: ids, quality: false, ...request })))[0]?.feature.properties ?? {}
    )
  expect(await names({})).toEqual(['name', 'a_elevation', 'b_elevation', 'slope'])
  expect(await names({ prefix: 'p.', names: { 'a:elevation': 'height', 'c:d': undefined } })).toEqual([
    ...['name', 'p.height', 'p.b_elevation', 'p.slope']
  ])
})

test.each<[what: string, request: object, message: string]>([
  ['equal names', { names: { [elevation]: 'x', [peat]: 'x' } }, 'two properties would be called "x"'],
  ['the quality of another', { names: { [elevation]: 'a', [peat]: 'a_quality' }, quality: true }, '"a_quality"'],
  ['the warnings', { names: { [peat]: 'warnings' }, warnings: true }, 'two properties would be called "warnings"'],
  [
    'a class of another',
    { names: { [elevation]: 'elevation', [peat]: 'elevation_1km' }, separator: '_' },
    'the property "elevation_1km" could also be the property of a class of "elevation": rename one of the datasets with "names", or choose another "separator" than "_"'
  ],
  ['a class of another, with a dot', { names: { [elevation]: 'a', [peat]: 'a.b' } }, 'another "separator" than "."'],
  ['an empty name', { names: { [elevation]: '' } }, `names["${elevation}"] must be a non-empty string, got ""`],
  [
    'names that are none',
    { names: ['x'] },
    'names must be an object with a name for each dataset id, got an array of 1'
  ],
  ['a prefix that is none', { prefix: 1 }, 'prefix must be a string, got 1'],
  ['a quality that is none', { quality: 'yes' }, 'quality must be true or false, got "yes"'],
  ['no ids', { datasetIds: undefined }, 'datasetIds must be an array of dataset ids'],
  ['ids that are none', { datasetIds: [42] }, 'datasetIds[0] must be a dataset id such as'],
  ['an empty list of ids', { datasetIds: [] }, 'datasetIds must be an array of dataset ids, at least one'],
  ['a name for what is not asked for', { names: { 'c:d': 'x' } }, 'names has an unknown member "c:d"'],
  ['a misspelt option', { prefx: 'cas_' }, 'request has an unknown member "prefx": did you mean "prefix"?'],
  ['classes that are none', { classes: { [peat]: 'x' } }, `classes["${peat}"] must be an array of names, got "x"`],
  ['classes of what is not asked for', { classes: { 'c:d': [] } }, 'classes has an unknown member "c:d"'],
  ['no separator', { separator: '' }, 'separator must be a non-empty string, got ""']
])('%s: refused before anything is sent', async (_, request, message) => {
  const { mock, cas } = world()
  const run = collect(cas.enrich([bern], { datasetIds: [elevation, peat], ...request }))
  expect(await rejection(run)).toMatchObject({ code: 'invalid-argument', message: expect.stringContaining(message) })
  expect(mock.requests).toHaveLength(0)
})

test('a property that is there already is not lost: the feature is refused alone, and not sent', async () => {
  const taken = feature([1, 2], { 'land_cover.tree_cover': 'mine' })
  const { mock, rows, properties } = await enriched({ datasetIds: [landCover] }, taken, bern)
  expect(rows.map(({ ok }) => ok)).toEqual([false, true])
  expect(rows[0]).toMatchObject({
    error: {
      code: 'invalid-argument',
      message: expect.stringContaining('source[0].properties already has "land_cover.tree_cover"')
    }
  })
  expect(properties[0]).toEqual({ 'land_cover.tree_cover': 'mine' })
  expect(JSON.parse(mock.requests[0]?.body ?? '').geometries).toEqual([bern.geometry])
})

test('with overwrite it gives way, with all that an earlier run wrote for that dataset', async () => {
  const old = feature([7.45, 46.95], { 'land_cover.ice': 1, land_cover: null, land_cover_2: 'mine' })
  const { properties } = await enriched({ datasetIds: [landCover], overwrite: true }, old)
  expect(properties).toEqual([
    {
      land_cover_2: 'mine',
      'land_cover.tree_cover': 0.76,
      'land_cover.grassland': 0.12,
      'land_cover.cropland': 0.12
    }
  ])
})

test('what failed comes as it was, with the reason where warnings are asked for', async () => {
  const bad = feature([700, 0], { name: 'nowhere' })
  const sources = [bad, null, { ...pointAt(1, 2) }, bern]
  const { rows, properties } = await enriched({ datasetIds: [elevation], warnings: true }, ...(sources as object[]))
  expect(rows.map(({ ok }) => ok)).toEqual([false, false, false, true])
  expect(properties[0]).toEqual({
    name: 'nowhere',
    warnings: [expect.stringContaining('a longitude from -180 to 180')]
  })
  expect(rows[1]?.feature).toBe(null)
  expect(rows[2]?.feature).toBe(sources[2])
  const { properties: plain } = await enriched({ datasetIds: [elevation] }, bad)
  expect(plain).toEqual([{ name: 'nowhere' }])
})

test('with overwrite a row that failed keeps nothing of an earlier run', async () => {
  const old = feature([700, 0], { name: 'x', elevation: 1, elevation_quality: 'good', warnings: ['old'], slope: 2 })
  const request = { datasetIds: [elevation], overwrite: true }
  const { rows, properties } = await enriched({ ...request, quality: true }, old)
  expect(rows[0]?.ok).toBe(false)
  expect(properties).toEqual([{ name: 'x', warnings: ['old'], slope: 2 }])
  expect((await enriched({ ...request, warnings: true }, old)).properties).toEqual([
    { name: 'x', slope: 2, warnings: [expect.stringContaining('a longitude')] }
  ])
})

test('a feature that is refused for its own warnings keeps them', async () => {
  const taken = feature([1, 2], { warnings: 'mine' })
  const { rows, properties } = await enriched({ datasetIds: [elevation], warnings: true }, taken)
  expect(rows[0]?.ok).toBe(false)
  expect(properties).toEqual([{ warnings: 'mine' }])
})

test('a distribution without classes is null, as what has no result', async () => {
  const { mock, cas } = world()
  const results = [{ dataset_id: 'a:cover', value: {}, aggregation: 'distribution', quality: 'missing' }]
  mock.failNext(async () => Response.json({ responses: [{ results, warnings: [] }] }))
  const [row] = await collect(cas.enrich([bern], { datasetIds: ['a:cover'] }))
  expect(row?.feature.properties).toEqual({ name: 'Bern', cover: null, cover_quality: 'missing' })
})

test('a class that is called __proto__ is a property like any other', async () => {
  const value = JSON.parse('{"__proto__": 1, "constructor": 0}')
  const slug = 'odd'
  const { mock, cas } = world()
  mock.failNext(async () =>
    Response.json({
      responses: [{ results: [{ dataset_id: `${slug}:x`, value, aggregation: 'mean' }], warnings: [] }]
    })
  )
  const [row] = await collect(cas.enrich([bern], { datasetIds: [`${slug}:x`], names: { 'odd:x': 'p' } }))
  expect(Object.entries(row?.feature.properties ?? {})).toEqual([
    ['name', 'Bern'],
    ['p.__proto__', 1],
    ['p.constructor', 0]
  ])
})
