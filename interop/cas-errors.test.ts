import { byDataset, failedDatasets } from '@geoclients/cas-client'
import { describe, expect, test } from 'vitest'
import { casClient, casFailure, type Instead } from './fixtures/cas/clients.ts'
import { circle } from './fixtures/cas/raw-request.ts'
import { batch, datasetIds, extract, instead, point } from './fixtures/cas/wrong.ts'

describe('422 request_limit', () => {
  test.each<[string, unknown, string]>([
    ['51 datasets', { geometry: point, dataset_ids: Array.from({ length: 51 }, (_, i) => `a:${i}`) }, '51'],
    ['10,001 vertices', { geometry: circle(10_001), dataset_ids: datasetIds }, '10001']
  ])('%s', async (_what, body, count) => {
    const error = await casFailure(extract(body))
    expect(error).toMatchObject({ status: 422, errorType: 'request_limit', message: expect.stringContaining(count) })
    expect(error.detail).toBeUndefined()
  })

  test('51 datasets in a batch', async () => {
    const dataset_ids = Array.from({ length: 51 }, (_, i) => `a:${i}`)
    expect((await casFailure(batch({ geometries: [point], dataset_ids }))).errorType).toBe('request_limit')
  })

  test('one geometry too complex in a batch fails alone', async () => {
    const response = await batch({ geometries: [point, circle(10_001)], dataset_ids: datasetIds })
    expect(response).toMatchObject({ total_geometries: 2, total_results: 1 })
    const [good, bad] = response.responses
    expect(good && byDataset(good, 'demo_terrain:slope')?.value).toBe(5.958)
    expect(bad).toMatchObject({ geometry_hash: 'error', results: [], request_id: response.request_id })
    expect(bad && failedDatasets(bad, { datasetIds }).get('demo_terrain:slope')).toContain('10001')
  })
})

describe('200 with a warning', () => {
  test.each<[string, unknown]>([
    [
      'an open ring',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1]
          ]
        ]
      }
    ],
    ['text as coordinates', { ...point, coordinates: ['a', 'b'] }]
  ])('%s', async (_what, geometry) => {
    const response = await extract({ geometry, dataset_ids: datasetIds })
    expect(response.results).toEqual([])
    expect(failedDatasets(response, { datasetIds }).get('demo_terrain:slope')).toMatch(/^the geometry has /)
  })

  test('a time range that ends before it starts is no fault', async () => {
    const time_range = { start: '2020-01-01', end: '2019-01-01' }
    const response = await extract({ geometry: point, dataset_ids: ['demo_land:land_cover'], time_range })
    expect(response.results).toMatchObject([{ timestamp: '2020-01-01T00:00:00' }])
  })
})

describe('errors of the framework', () => {
  test.each<[string, Instead, number, string]>([
    ['an unknown provider', { path: '/api/v1/providers/nope' }, 404, "Unknown provider 'nope'"],
    ['an unknown route', { path: '/api/v1/nope' }, 404, 'Not Found'],
    ['a method that is not offered', { method: 'DELETE' }, 405, 'Method Not Allowed'],
    ['a body that is no text', { path: '/api/v1/extract', method: 'POST', body: new Uint8Array([0xff]) }, 400, 'body']
  ])('%s', async (_what, request, status, message) => {
    const headers = { 'Content-Type': 'application/json' }
    const error = await casFailure(instead({ ...request, headers }).providers())
    expect(error).toMatchObject({ code: 'http-status', status, message: expect.stringContaining(message) })
    expect(error.requestId).toMatch(/^[0-9a-f]{12}$/)
    expect([error.errorType, error.detail]).toEqual([undefined, undefined])
  })

  test('HEAD is a method that is not offered', async () => {
    const error = await casFailure(instead({ method: 'HEAD' }).health())
    expect([error.status, error.code]).toEqual([405, 'http-status'])
  })

  test('a slash too many is followed', async () => {
    expect((await instead({ path: '/api/v1/providers/?limit=1' }).providers()).count).toBe(1)
    const followed = instead({ path: '/api/v1/extract/' }).extract({ geometry: point, datasetIds })
    expect(byDataset(await followed, 'demo_terrain:slope')?.value).toBe(5.958)
  })
})

test('500 internal_error, from a geometry that is too deep for the service', async () => {
  const coordinates = `${'['.repeat(600)}${']'.repeat(600)}`
  const body = `{"geometry": {"type": "Polygon", "coordinates": ${coordinates}}, "dataset_ids": ["demo_terrain:slope"]}`
  const error = await casFailure(extract(body))
  expect(error).toMatchObject({ code: 'http-status', status: 500, errorType: 'internal_error' })
  expect(error.requestId).toMatch(/^[0-9a-f]{12}$/)
})

test('the same through the path map: the envelope is the contract’s', async () => {
  const { error, response } = await casClient('cas').api.GET('/api/v1/providers', { params: { query: { limit: 0 } } })
  expect(response.status).toBe(422)
  expect(error).toMatchObject({
    error: {
      type: 'validation_error',
      request_id: response.headers.get('x-request-id'),
      detail: [{ type: 'greater_than_equal', loc: ['query', 'limit'], input: '0', ctx: { ge: 1 } }]
    }
  })
})
