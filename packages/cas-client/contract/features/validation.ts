import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { Area, Feature } from '@geoclients/contract-core'
import type { CasError } from '../../src/index.ts'
import { type CasContext, failureOf } from '../context.ts'
import { bern } from '../places.ts'

const path = '/api/v1/extract'
const datasetIds = ['demo_terrain:slope']
const whole = { geometry: bern, dataset_ids: datasetIds }
const bbox = { min_lon: 0, min_lat: 0, max_lon: 1, max_lat: 1 }

type Place = readonly (string | number)[]

/** The service refuses: the first thing that it names is of this type, at this place. */
function isRefusal(error: CasError, type: string, loc: Place): void {
  deepEqual([error.code, error.status, error.errorType], ['http-status', 422, 'validation_error'])
  const [first] = error.detail ?? []
  deepEqual([first?.type, first?.loc], [type, loc])
  ok(first?.msg)
  match(error.requestId ?? '', /^[0-9a-f]{12}$/)
}

const body = (id: string, title: string, sent: unknown, type: string, loc: Place): Feature<CasContext> => ({
  id: `validation.${id}`,
  title,
  run: async ({ instead, server }) => {
    const error = await failureOf(instead({ body: sent }).extract({ geometry: bern, datasetIds }))
    isRefusal(error, type, loc)
    deepEqual([error.method, error.url], ['POST', server.baseUrl + path])
    ok(error.message.includes(loc.join('.')))
  }
})

const query = (id: string, title: string, sent: string, type: string, name: string): Feature<CasContext> => ({
  id: `validation.${id}`,
  title,
  run: async ({ instead }) => {
    const error = await failureOf(instead({ path: `/api/v1/${sent}` }).providers())
    isRefusal(error, type, ['query', name])
    equal(error.detail?.length, 1)
  }
})

export const validation: Area<CasContext> = {
  title: 'Invalid requests: 422, each with its place',
  features: [
    {
      id: 'validation.no-json',
      title: 'Broken JSON',
      run: async ({ instead }) => {
        const { status, detail } = await failureOf(instead({ body: '{no' }).extract({ geometry: bern, datasetIds }))
        const [first] = detail ?? []
        const [where, position] = first?.loc ?? []
        deepEqual([status, first?.type, where, typeof position], [422, 'json_invalid', 'body', 'number'])
      }
    },
    body('no-body', 'No body', '', 'missing', ['body']),
    body('no-object', 'A body that is a list', [1], 'model_attributes_type', ['body']),
    body('no-datasets', 'No dataset ids', { geometry: bern }, 'missing', ['body', 'dataset_ids']),
    body('empty-datasets', 'Empty dataset ids', { ...whole, dataset_ids: [] }, 'too_short', ['body', 'dataset_ids']),
    body('number-as-dataset', 'A number as dataset id', { ...whole, dataset_ids: [1] }, 'string_type', [
      ...['body', 'dataset_ids', 0]
    ]),
    body('no-geometry', 'No geometry', { dataset_ids: datasetIds }, 'value_error', ['body']),
    body(
      'line',
      'A LineString',
      { ...whole, geometry: { type: 'LineString', coordinates: [] } },
      'string_pattern_mismatch',
      ['body', 'geometry', 'type']
    ),
    body(
      'feature',
      'A Feature as geometry',
      { ...whole, geometry: { type: 'Feature', geometry: bern } },
      'string_pattern_mismatch',
      ['body', 'geometry', 'type']
    ),
    body('no-coordinates', 'A geometry without coordinates', { ...whole, geometry: { type: 'Point' } }, 'missing', [
      ...['body', 'geometry', 'coordinates']
    ]),
    body('bbox', 'A box in place of a geometry', { bbox, dataset_ids: datasetIds }, 'value_error', ['body']),
    body('bbox-and-geometry', 'A box beside a geometry', { ...whole, bbox }, 'value_error', ['body']),
    body('raster', 'A raster as output', { bbox, dataset_ids: datasetIds, output: 'raster' }, 'value_error', [
      ...['body', 'output']
    ]),
    body('aggregation', 'An unknown aggregation', { ...whole, aggregation: 'p95' }, 'enum', ['body', 'aggregation']),
    body(
      'time',
      'A time that is none',
      { ...whole, time_range: { start: 'yesterday', end: '2020-01-01' } },
      'datetime_from_date_parsing',
      ['body', 'time_range', 'start']
    ),
    query('limit-zero', 'A page of 0', 'providers?limit=0', 'greater_than_equal', 'limit'),
    query('limit-great', 'A page of more than 1,000', 'datasets?limit=1001', 'less_than_equal', 'limit'),
    query('limit-text', 'Text as size of a page', 'datasets?limit=many', 'int_parsing', 'limit'),
    query('offset', 'A negative offset', 'providers?offset=-1', 'greater_than_equal', 'offset'),
    query('query-bbox', 'A box of three numbers', 'datasets?bbox=1,2,3', 'string_pattern_mismatch', 'bbox'),
    query('temporal-type', 'An unknown kind of time', 'datasets?temporal_type=never', 'enum', 'temporal_type'),
    query('resolution', 'Text as resolution', 'datasets?min_resolution=fine', 'float_parsing', 'min_resolution'),
    {
      id: 'validation.several',
      title: 'All faults are listed, with their position in a batch',
      run: async ({ instead }) => {
        const sent = { geometries: [bern, { type: 'Feature', geometry: bern }], dataset_ids: datasetIds }
        const error = await failureOf(instead({ body: sent }).batchExtract({ geometries: [bern], datasetIds }))
        isRefusal(error, 'string_pattern_mismatch', ['body', 'geometries', 1, 'type'])
        deepEqual(error.detail?.[1]?.loc, ['body', 'geometries', 1, 'coordinates'])
        equal(error.detail?.length, 2)
      }
    },
    {
      id: 'validation.batch-empty',
      title: 'An empty batch',
      run: async ({ instead }) => {
        const sent = { geometries: [], dataset_ids: datasetIds }
        const error = await failureOf(instead({ body: sent }).batchExtract({ geometries: [bern], datasetIds }))
        isRefusal(error, 'too_short', ['body', 'geometries'])
      }
    },
    {
      id: 'validation.batch-great',
      title: 'A batch of more than 1,000 is refused, and the echo of the service is shortened',
      run: async ({ instead }) => {
        const sent = { geometries: Array.from({ length: 1001 }, () => bern), dataset_ids: datasetIds }
        const error = await failureOf(instead({ body: sent }).batchExtract({ geometries: [bern], datasetIds }))
        isRefusal(error, 'too_long', ['body', 'geometries'])
        ok((error.detail?.[0]?.input?.length ?? 0) <= 80)
        ok(error.message.length < 600)
      }
    },
    {
      id: 'validation.path-map',
      title: 'Through `client.api`: the unchanged error envelope',
      run: async ({ cas }) => {
        const { error, response } = await cas.api.GET('/api/v1/providers', { params: { query: { limit: 0 } } })
        equal(response.status, 422)
        const { detail, request_id, type } = (error as { error: Record<string, unknown> }).error
        deepEqual([type, request_id], ['validation_error', response.headers.get('X-Request-ID')])
        const [{ msg, ...first }] = detail as [Record<string, unknown>]
        ok(msg)
        deepEqual(first, { type: 'greater_than_equal', loc: ['query', 'limit'], input: '0', ctx: { ge: 1 } })
      }
    }
  ]
}
