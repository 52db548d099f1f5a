import { describe, expect, test } from 'vitest'
import { casFailure } from './fixtures/cas/clients.ts'
import { baseUrl, batch, datasetIds, extract, get, point } from './fixtures/cas/wrong.ts'

const bbox = { min_lon: 0, min_lat: 0, max_lon: 1, max_lat: 1 }

describe('422 validation_error', () => {
  test.each<[string, unknown, string, readonly (string | number)[]]>([
    ['broken JSON', '{not json', 'json_invalid', ['body', 1]],
    ['no body', '', 'missing', ['body']],
    ['no dataset ids', { geometry: point }, 'missing', ['body', 'dataset_ids']],
    ['empty dataset ids', { geometry: point, dataset_ids: [] }, 'too_short', ['body', 'dataset_ids']],
    [
      'a LineString',
      { geometry: { ...point, type: 'LineString' }, dataset_ids: datasetIds },
      'string_pattern_mismatch',
      ['body', 'geometry', 'type']
    ],
    [
      'a Feature',
      { geometry: { type: 'Feature', geometry: point }, dataset_ids: datasetIds },
      'string_pattern_mismatch',
      ['body', 'geometry', 'type']
    ],
    ['no geometry', { dataset_ids: datasetIds }, 'value_error', ['body']],
    ['only a bbox', { bbox, dataset_ids: datasetIds }, 'value_error', ['body']],
    ['a bbox beside a geometry', { geometry: point, bbox, dataset_ids: datasetIds }, 'value_error', ['body']],
    ['raster', { bbox, dataset_ids: datasetIds, output: 'raster' }, 'value_error', ['body', 'output']],
    [
      'an unknown aggregation',
      { geometry: point, dataset_ids: datasetIds, aggregation: 'p95' },
      'enum',
      ['body', 'aggregation']
    ],
    [
      'a time that is none',
      { geometry: point, dataset_ids: datasetIds, time_range: { start: 'yesterday', end: '2020-01-01' } },
      'datetime_from_date_parsing',
      ['body', 'time_range', 'start']
    ]
  ])('%s', async (_what, body, type, loc) => {
    const error = await casFailure(extract(body))
    expect(error).toMatchObject({
      name: 'CasError',
      code: 'http-status',
      status: 422,
      statusCode: 422,
      errorType: 'validation_error',
      method: 'POST',
      url: `${baseUrl}/api/v1/extract`
    })
    expect(error.detail?.[0]).toMatchObject({ type, loc, msg: expect.any(String) })
    expect(error.requestId).toMatch(/^[0-9a-f]{12}$/)
    expect(error.message).toContain(loc.join('.'))
  })

  test.each([
    ['/api/v1/providers?limit=0', 'greater_than_equal', 'limit'],
    ['/api/v1/providers?limit=1001', 'less_than_equal', 'limit'],
    ['/api/v1/providers?offset=-1', 'greater_than_equal', 'offset'],
    ['/api/v1/datasets?limit=many', 'int_parsing', 'limit'],
    ['/api/v1/datasets?bbox=1,2,3', 'string_pattern_mismatch', 'bbox'],
    ['/api/v1/datasets?temporal_type=never', 'enum', 'temporal_type'],
    ['/api/v1/datasets?min_resolution=fine', 'float_parsing', 'min_resolution']
  ])('%s', async (path, type, name) => {
    const error = await casFailure(get(path))
    expect(error).toMatchObject({ status: 422, errorType: 'validation_error' })
    expect(error.detail).toMatchObject([{ type, loc: ['query', name] }])
  })

  test('a geometry of a batch, with its place', async () => {
    const error = await casFailure(
      batch({ geometries: [point, { type: 'Feature', geometry: point }], dataset_ids: datasetIds })
    )
    expect(error.detail).toMatchObject([
      { type: 'string_pattern_mismatch', loc: ['body', 'geometries', 1, 'type'] },
      { type: 'missing', loc: ['body', 'geometries', 1, 'coordinates'] }
    ])
  })

  test('no and 1,001 geometries; what is echoed is cut', async () => {
    expect((await casFailure(batch({ geometries: [], dataset_ids: datasetIds }))).detail?.[0]?.type).toBe('too_short')
    const geometries = Array.from({ length: 1001 }, () => point)
    const { detail, message } = await casFailure(batch({ geometries, dataset_ids: datasetIds }))
    expect(detail).toMatchObject([{ type: 'too_long', loc: ['body', 'geometries'] }])
    expect(detail?.[0]?.input?.length).toBeLessThanOrEqual(80)
    expect(message.length).toBeLessThan(600)
  })
})
