import { expect, test } from 'vitest'
import { clientOf, fakeService, json } from '../testing/fake-service.ts'
import {
  batchOf,
  datasetOf,
  datasetsPage,
  extraction,
  point,
  providerOf,
  providersPage,
  summaryOf
} from '../testing/samples.ts'
import type { Feature } from '../types/geojson.ts'

const ids = ['copernicus_dem:elevation', 'esa_worldcover:land_cover']
const jsonOnly = { accept: 'application/json' }
const jsonBody = { ...jsonOnly, 'content-type': 'application/json' }

test('extract posts the geometry and the dataset ids, and nothing that was not given', async () => {
  const answer = extraction(ids, ['a:b: something'])
  const service = fakeService({ 'POST /attributes/api/v1/extract': json(answer) })
  expect(await clientOf(service).extract({ geometry: point, datasetIds: ids })).toEqual(answer)
  const { headers, body } = service.only()
  expect(Object.fromEntries(headers)).toEqual(jsonBody)
  expect(body).toBe(JSON.stringify({ geometry: point, dataset_ids: ids }))
})

test('extract writes all options under the names of the wire', async () => {
  const service = fakeService({ 'POST /attributes/api/v1/extract': json(extraction(ids)) })
  await clientOf(service).extract({
    ...{ geometry: point, datasetIds: ids, aggregation: 'majority', targetCrs: 'EPSG:3857' },
    timeRange: [new Date(Date.UTC(2020, 0, 1)), '2020-12-31']
  })
  expect(JSON.parse(String(service.only().body))).toEqual({
    geometry: point,
    dataset_ids: ids,
    aggregation: 'majority',
    time_range: { start: '2020-01-01T00:00:00.000Z', end: '2020-12-31' },
    target_crs: 'EPSG:3857'
  })
})

test('options that are undefined are not sent', async () => {
  const service = fakeService({ 'POST /attributes/api/v1/extract': json(extraction(ids)) })
  const none = { aggregation: undefined, timeRange: undefined, targetCrs: undefined }
  await clientOf(service).extract({ geometry: point, datasetIds: ids, ...none }, { timeout: undefined })
  expect(JSON.parse(String(service.only().body))).toEqual({ geometry: point, dataset_ids: ids })
})

test('of a Feature the geometry alone is sent, without members that the service does not know', async () => {
  const ring = [
    [7, 46],
    [8, 46, 500],
    [8, 47],
    [7, 46]
  ]
  const feature: Feature & { geometry: { bbox: number[] } } = {
    ...{ type: 'Feature', id: 'emme', properties: { name: 'Emme' }, bbox: [7, 46, 8, 47] },
    geometry: { type: 'Polygon', coordinates: [ring], bbox: [7, 46, 8, 47] }
  }
  const service = fakeService({ 'POST /attributes/api/v1/extract': json(extraction(ids)) })
  await clientOf(service).extract({ geometry: feature, datasetIds: ids })
  expect(JSON.parse(String(service.only().body)).geometry).toEqual({ type: 'Polygon', coordinates: [ring] })
})

test('batchExtract posts geometries and Features in their order', async () => {
  const answer = batchOf(extraction(ids), extraction([], ['Geometry too complex']))
  const service = fakeService({ 'POST /attributes/api/v1/extract/batch': json(answer) })
  const feature: Feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2, 3] } }
  const geometries = [feature, point]
  const batch = await clientOf(service).batchExtract({ geometries, datasetIds: ids, aggregation: 'max' })
  expect(batch).toEqual(answer)
  expect(batch.total_results).toBe(2)
  const { headers, body } = service.only()
  expect(Object.fromEntries(headers)).toEqual(jsonBody)
  const sent = [{ type: 'Point', coordinates: [1, 2, 3] }, point]
  expect(body).toBe(JSON.stringify({ geometries: sent, dataset_ids: ids, aggregation: 'max' }))
})

test('providers asks for one page', async () => {
  const page = providersPage([summaryOf('alos_dem')], 0, 100)
  const service = fakeService({
    'GET /attributes/api/v1/providers': json(page),
    'GET /attributes/api/v1/providers?limit=2&offset=4': json({ ...page, offset: 4 })
  })
  const cas = clientOf(service)
  expect(await cas.providers()).toEqual(page)
  expect(await cas.providers({ limit: undefined, offset: undefined })).toEqual(page)
  expect(await cas.providers({ limit: 2, offset: 4 })).toEqual({ ...page, offset: 4 })
  for (const { headers, body } of service.seen) {
    expect(Object.fromEntries(headers)).toEqual(jsonOnly)
    expect(body).toBeUndefined()
  }
})

test('provider asks for one by its slug, which stays one segment of the path', async () => {
  const service = fakeService({
    'GET /attributes/api/v1/providers/alos_dem': json(providerOf('alos_dem')),
    'GET /attributes/api/v1/providers/a%2Fb%20c': json(providerOf('a'))
  })
  const cas = clientOf(service)
  expect(await cas.provider('alos_dem')).toEqual(providerOf('alos_dem'))
  expect(await cas.provider('a/b c')).toEqual(providerOf('a'))
})

test('datasets sends each of its eight filters under the name of the wire', async () => {
  const page = datasetsPage([datasetOf('alos_dem:elevation')], 0, 100)
  const query =
    'limit=10&offset=20&provider=alos_dem&variable=snow%20depth&temporal_type=static&min_resolution=0.5&max_resolution=1000&bbox=-97%2C38.5%2C-96%2C39'
  const service = fakeService({
    'GET /attributes/api/v1/datasets': json(page),
    [`GET /attributes/api/v1/datasets?${query}`]: json(page)
  })
  const cas = clientOf(service)
  expect(await cas.datasets()).toEqual(page)
  const given = await cas.datasets({
    ...{
      provider: 'alos_dem',
      variable: 'snow depth',
      temporalType: 'static',
      minResolution: 0.5,
      maxResolution: 1000
    },
    ...{ bbox: [-97, 38.5, -96, 39], limit: 10, offset: 20 }
  })
  expect(given).toEqual(page)
})

test('health asks for the state of the service', async () => {
  const state = { status: 'ok', providers_registered: 222, cache: { hits: 1, misses: 24, size: 2, hit_rate: 0.04 } }
  const service = fakeService({ 'GET /attributes/health': json(state) })
  expect(await clientOf(service).health()).toEqual(state)
  expect(Object.fromEntries(service.only().headers)).toEqual(jsonOnly)
})

test('api is the path map through the same pipeline', async () => {
  const service = fakeService({ 'GET /attributes/api/v1/providers/a': json({ detail: 'no a' }, { status: 404 }) })
  const cas = clientOf(service, { apiKey: 'k' })
  const { error, response } = await cas.api.GET('/api/v1/providers/{slug}', { params: { path: { slug: 'a' } } })
  expect(error).toEqual({ detail: 'no a' })
  expect(response.status).toBe(404)
  expect(service.only().headers.get('X-API-Key')).toBe('k')
})

test('each method passes the options of its call on', async () => {
  const empty = { results: [], warnings: [], responses: [], providers: [], datasets: [], cache: {} }
  const service = fakeService({
    'POST /attributes/api/v1/extract': json(empty),
    'POST /attributes/api/v1/extract/batch': json(empty),
    'GET /attributes/api/v1/providers': json(empty),
    'GET /attributes/api/v1/providers/a': json(empty),
    'GET /attributes/api/v1/datasets': json(empty),
    'GET /attributes/health': json(empty)
  })
  const cas = clientOf(service)
  const options = { headers: { 'X-Trace': '7' } }
  await cas.extract({ geometry: point, datasetIds: ids }, options)
  await cas.batchExtract({ geometries: [point], datasetIds: ids }, options)
  await cas.providers({}, options)
  await cas.provider('a', options)
  await cas.datasets({}, options)
  await cas.health(options)
  expect(service.seen.map(({ headers }) => headers.get('X-Trace'))).toEqual(['7', '7', '7', '7', '7', '7'])
})
