import { byDataset, failedDatasets, type Point } from '@geoclients/cas-client'
import { afterAll, expect, test } from 'vitest'
import { casClient } from './fixtures/cas/clients.ts'

const cas = casClient('cas')
afterAll(() => cas.close())

const bern: Point = { type: 'Point', coordinates: [7.5, 46.9] }
const kansas = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [-96.6, 39],
      [-96.5, 39],
      [-96.5, 39.1],
      [-96.6, 39.1],
      [-96.6, 39]
    ]
  ]
}

test('extracts a number, with all that the service says of it', async () => {
  const response = await cas.extract({ geometry: bern, datasetIds: ['demo_terrain:elevation'] })
  expect(response).toEqual({
    request_id: expect.stringMatching(/^[0-9a-f]{12}$/),
    geometry_hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    results: [
      {
        dataset_id: 'demo_terrain:elevation',
        variable: 'elevation',
        value: 548.2,
        units: 'm',
        aggregation: 'mean',
        quality: 'good',
        coverage_fraction: 1,
        pixel_count: 1,
        timestamp: null,
        provider: 'demo_terrain',
        elapsed_ms: expect.any(Number),
        provenance: 'computed from the geometry',
        valid_range: [-500, 9000]
      }
    ],
    warnings: [],
    elapsed_ms: expect.any(Number)
  })
})

test('extracts every kind of value and quality', async () => {
  const datasetIds = [
    ...['demo_land:land_cover', 'demo_land:ndvi_unscaled', 'demo_soil:organic_carbon', 'demo_soil:peat_depth'],
    ...['demo_soil:clay_0-5cm', 'demo_climate:wind_gust', 'demo_climate:temperature']
  ]
  const response = await cas.extract({ geometry: bern, datasetIds })
  const found = Object.fromEntries(datasetIds.map((id) => [id, byDataset(response, id)]))
  expect(found).toMatchObject({
    'demo_land:land_cover': {
      value: { tree_cover: 0.76, grassland: 0.12, cropland: 0.12 },
      aggregation: 'distribution',
      timestamp: '2015-01-01T00:00:00'
    },
    'demo_land:ndvi_unscaled': { value: 5469, quality: 'suspect', valid_range: [-1, 1] },
    'demo_soil:organic_carbon': { value: 24.69, quality: 'partial', coverage_fraction: 0.5 },
    'demo_soil:peat_depth': { value: null, quality: 'missing', coverage_fraction: 0, pixel_count: 0 },
    'demo_soil:clay_0-5cm': { value: 246.9, quality: 'good' },
    'demo_climate:wind_gust': { value: null, quality: 'good', coverage_fraction: 1 },
    'demo_climate:temperature': { value: 6.55, timestamp: '2000-01-01T00:00:00Z' }
  })
  expect(response.warnings.map((warning) => warning.split(': ')[0])).toEqual([
    'demo_land:ndvi_unscaled',
    'demo_soil:organic_carbon',
    'demo_soil:peat_depth'
  ])
})

test('extracts for a Feature and for a multipolygon', async () => {
  const feature = { type: 'Feature' as const, geometry: kansas, properties: { name: 'Konza' } }
  const { results } = await cas.extract({ geometry: feature, datasetIds: ['demo_terrain:elevation'] })
  expect(results).toMatchObject([{ value: 420.6, pixel_count: 129_600 }])
  const geometry = { type: 'MultiPolygon' as const, coordinates: [kansas.coordinates] }
  const same = await cas.extract({ geometry, datasetIds: ['demo_terrain:elevation'] })
  expect(byDataset(same, 'demo_terrain:elevation')?.value).toBe(420.6)
})

test('gives a time range as dates or text, and has it back in the result', async () => {
  const datasetIds = ['demo_land:land_cover']
  const timestamp = async (timeRange: readonly [Date | string, Date | string]) =>
    byDataset(await cas.extract({ geometry: bern, datasetIds, timeRange }), 'demo_land:land_cover')?.timestamp
  const end = new Date('2021-01-01T00:00:00Z')
  expect(await timestamp([new Date('2020-01-01T12:00:00.250Z'), end])).toBe('2020-01-01T12:00:00.250000Z')
  expect(await timestamp(['2020-01-01', '2021-01-01'])).toBe('2020-01-01T00:00:00')
  expect(await timestamp(['2020-01-01T00:00:00+02:00', end])).toBe('2020-01-01T00:00:00+02:00')
})

test('asks for another aggregation, and is told which was used', async () => {
  const { results } = await cas.extract({
    geometry: kansas,
    datasetIds: ['demo_terrain:slope'],
    aggregation: 'max',
    targetCrs: 'EPSG:3857'
  })
  expect(results).toMatchObject([{ value: 15.067, aggregation: 'mean' }])
})

test('names the datasets that failed, each with its reason', async () => {
  const datasetIds = [
    ...['demo_faults:unreachable', 'demo_terrain:slope', 'demo_faults:slow', 'demo_faults:defective'],
    ...['demo_soil:nope', 'nope:x', 'demo_terrain:elevation']
  ]
  const response = await cas.extract({ geometry: bern, datasetIds })
  expect(response.results.map(({ dataset_id, value }) => [dataset_id, value])).toEqual([
    ['demo_terrain:elevation', 548.2],
    ['demo_terrain:slope', 6.044]
  ])
  expect(Object.fromEntries(failedDatasets(response, { datasetIds }))).toEqual({
    'demo_faults:unreachable': '[demo_faults] the archive answered 503',
    'demo_faults:slow': 'timeout after 2s',
    'demo_faults:defective': 'the archive sent a grid without cells',
    'demo_soil:nope': '[demo_soil] there is no such dataset',
    'nope:x': `"No connector registered for provider 'nope'"`
  })
})

test('gets cached results first, so that their order is not that of the request', async () => {
  const geometry: Point = { type: 'Point', coordinates: [-3.25, 55.5] }
  const datasetIds = ['demo_climate:temperature', 'demo_land:land_cover', 'demo_terrain:slope']
  await cas.extract({ geometry, datasetIds: ['demo_terrain:slope'] })
  const response = await cas.extract({ geometry, datasetIds })
  expect(response.results.map(({ dataset_id }) => dataset_id)).toEqual([
    'demo_terrain:slope',
    'demo_climate:temperature',
    'demo_land:land_cover'
  ])
  expect(byDataset(response, 'demo_climate:temperature')?.value).toBe(2.25)
})

test('extracts for many geometries, in their order', async () => {
  const datasetIds = ['demo_terrain:elevation', 'demo_faults:unreachable']
  const geometries: (typeof kansas | Point)[] = [kansas, bern, { type: 'Point', coordinates: [-0.5, -20.25] }]
  const batch = await cas.batchExtract({ geometries, datasetIds })
  expect(batch).toMatchObject({ total_geometries: 3, total_results: 3 })
  expect(batch.responses.map((response) => byDataset(response, 'demo_terrain:elevation')?.value)).toEqual([
    420.6, 548.2, 338.75
  ])
  for (const response of batch.responses) {
    expect([...failedDatasets(response, { datasetIds }).keys()]).toEqual(['demo_faults:unreachable'])
  }
  expect(new Set([batch, ...batch.responses].map(({ request_id }) => request_id)).size).toBe(4)
})
