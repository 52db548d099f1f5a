import { expect, test } from 'vitest'
import { createTestKit, point } from '../test-kit.ts'

const { post, refusal } = createTestKit()
const SINGLE = '/api/v1/extract'
const BATCH = '/api/v1/extract/batch'
const dataset_ids = ['demo_terrain:slope']
const geometry = point(1, 2)
const bbox = { min_lon: 0, min_lat: 0, max_lon: 1, max_lat: 1 }

/** Type and place of each fault, such as `missing body.geometry`. */
async function faults(path: string, body: unknown, headers?: Record<string, string>): Promise<string[] | undefined> {
  const { status, type, detail } = await refusal(post(path, body, headers))
  expect([status, type]).toEqual([422, 'validation_error'])
  return detail?.map((fault) => `${fault.type} ${fault.loc.join('.')}`)
}

test.each<[string, unknown, string[]]>([
  ['no body', '', ['missing body']],
  ['a list', [1], ['model_attributes_type body']],
  ['null', 'null', ['model_attributes_type body']],
  ['no dataset ids', { geometry }, ['missing body.dataset_ids']],
  ['empty dataset ids', { geometry, dataset_ids: [] }, ['too_short body.dataset_ids']],
  ['dataset ids as text', { geometry, dataset_ids: 'a:b' }, ['list_type body.dataset_ids']],
  [
    'dataset ids of numbers',
    { geometry, dataset_ids: [1, 'a:b', null] },
    ['string_type body.dataset_ids.0', 'string_type body.dataset_ids.2']
  ],
  ['no geometry', { dataset_ids }, ['value_error body']],
  ['no geometry and no dataset ids', {}, ['missing body.dataset_ids']],
  [
    'a LineString',
    { geometry: { type: 'LineString', coordinates: [] }, dataset_ids },
    ['string_pattern_mismatch body.geometry.type']
  ],
  [
    'a Feature',
    { geometry: { type: 'Feature', geometry }, dataset_ids },
    ['string_pattern_mismatch body.geometry.type', 'missing body.geometry.coordinates']
  ],
  ['a geometry as text', { geometry: 'POINT (1 2)', dataset_ids }, ['model_attributes_type body.geometry']],
  [
    'a geometry of wrong types',
    { geometry: { type: 1, coordinates: 'x' }, dataset_ids },
    ['string_type body.geometry.type', 'list_type body.geometry.coordinates']
  ],
  ['only a bbox', { bbox, dataset_ids }, ['value_error body']],
  ['a bbox beside a geometry', { geometry, bbox, dataset_ids }, ['value_error body']],
  [
    'a bbox that is none',
    { geometry, bbox: { min_lon: -181, max_lat: 'x', max_lon: {} }, dataset_ids },
    [
      'greater_than_equal body.bbox.min_lon',
      'missing body.bbox.min_lat',
      'float_type body.bbox.max_lon',
      'float_parsing body.bbox.max_lat'
    ]
  ],
  ['raster', { bbox, dataset_ids, output: 'raster' }, ['value_error body.output']],
  ['a resolution', { geometry, dataset_ids, target_resolution: 5 }, ['value_error body']],
  ['an aggregation that is none', { geometry, dataset_ids, aggregation: 'p95' }, ['enum body.aggregation']],
  [
    'null where there may be none',
    { geometry, dataset_ids, aggregation: null, target_crs: null },
    ['enum body.aggregation', 'string_type body.target_crs']
  ],
  [
    'a time range without an end',
    { geometry, dataset_ids, time_range: { start: 'yesterday' } },
    ['datetime_from_date_parsing body.time_range.start', 'missing body.time_range.end']
  ],
  ['a time range as a list', { geometry, dataset_ids, time_range: [] }, ['model_attributes_type body.time_range']],
  [
    'everything wrong',
    {
      ...{ geometry: 5, bbox: 5, dataset_ids: 5, time_range: 5, aggregation: 5, target_crs: 5 },
      ...{ output: 5, target_resolution: 0, resampling: 5 }
    },
    [
      'model_attributes_type body.geometry',
      'model_attributes_type body.bbox',
      'list_type body.dataset_ids',
      'model_attributes_type body.time_range',
      'enum body.aggregation',
      'string_type body.target_crs',
      'enum body.output',
      'greater_than body.target_resolution',
      'enum body.resampling'
    ]
  ]
])('%s', async (_what, body, expected) => {
  expect(await faults(SINGLE, body)).toEqual(expected)
})

test.each<[string, unknown, string[]]>([
  ['no members', {}, ['missing body.geometries', 'missing body.dataset_ids']],
  ['no geometries', { geometries: [], dataset_ids }, ['too_short body.geometries']],
  ['no list of geometries', { geometries: {}, dataset_ids }, ['list_type body.geometries']],
  [
    'a Feature and a number',
    { geometries: [geometry, { type: 'Feature' }, 5], dataset_ids },
    [
      'string_pattern_mismatch body.geometries.1.type',
      'missing body.geometries.1.coordinates',
      'model_attributes_type body.geometries.2'
    ]
  ]
])('a batch with %s', async (_what, body, expected) => {
  expect(await faults(BATCH, body)).toEqual(expected)
})

test('a fault has its place, its terms and what was sent', async () => {
  const { detail } = await refusal(post(SINGLE, { geometry: { type: 'Line' }, dataset_ids: [] }))
  expect(detail).toEqual([
    {
      type: 'string_pattern_mismatch',
      loc: ['body', 'geometry', 'type'],
      msg: expect.any(String),
      input: 'Line',
      ctx: { pattern: '^(Point|Polygon|MultiPolygon)$' }
    },
    { type: 'missing', loc: ['body', 'geometry', 'coordinates'], msg: expect.any(String), input: { type: 'Line' } },
    {
      type: 'too_short',
      loc: ['body', 'dataset_ids'],
      msg: expect.any(String),
      input: [],
      ctx: { field_type: 'List', min_length: 1, actual_length: 0 }
    }
  ])
})

test('unknown members, null where it may be, and any text as reference system are taken', async () => {
  const body = {
    geometry,
    dataset_ids,
    bbox: null,
    time_range: null,
    target_resolution: null,
    target_crs: 'x',
    more: 1
  }
  expect((await post(SINGLE, body)).status).toBe(200)
  expect((await post(BATCH, { geometries: [geometry], dataset_ids, bbox: 5, output: 'raster' })).status).toBe(200)
})

test('only JSON is read as such', async () => {
  const body = JSON.stringify({ geometry, dataset_ids })
  expect(await faults(SINGLE, body, { 'Content-Type': 'text/plain' })).toEqual(['model_attributes_type body'])
  const geojson = { 'Content-Type': 'application/geo+json; charset=utf-8' }
  expect((await post(SINGLE, body, geojson)).status).toBe(200)
  expect(await faults(SINGLE, '{not json')).toEqual(['json_invalid body.0'])
})

test('what is not UTF-8 is a 400 of the framework', async () => {
  const { ask } = createTestKit()
  const response = await ask(SINGLE, { method: 'POST', body: new Uint8Array([0x22, 0xff, 0x22]) })
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ detail: expect.any(String) })
})
