import { expect, test } from 'vitest'
import type { AggregationMethod } from '../generated/types.ts'
import { clientOf, fakeService, json } from '../testing/fake-service.ts'
import { rejection } from '../testing/outcome.ts'
import { batchOf, extraction, point } from '../testing/samples.ts'
import type { BatchExtractRequest, ExtractRequest } from './extract-body.ts'

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `local:d${i}`)
/** Right for any request but for its geometry, which is looked at last. */
const good = { datasetIds: ['a:b'] }

const ids = 'datasetIds must be an array of dataset ids, at least one'
const id = 'must be a dataset id such as "copernicus_dem:elevation"'
const request = 'request must be an object with a geometry and datasetIds'
const aggregation =
  'aggregation must be one of mean, median, min, max, std, sum, majority, minority, unique, distribution'

const wrong: readonly (readonly [what: string, request: unknown, message: string])[] = [
  ['no dataset ids', { ...good, datasetIds: undefined }, `${ids}, got undefined`],
  ['an empty list of dataset ids', { ...good, datasetIds: [] }, `${ids}, got []`],
  ['one id that is no list', { ...good, datasetIds: 'a:b' }, `${ids}, got "a:b"`],
  ['a Set of ids', { ...good, datasetIds: new Set(['a:b']) }, `${ids}, got a Set`],
  ['ids that are null', { ...good, datasetIds: null }, `${ids}, got null`],
  ['an empty id', { ...good, datasetIds: ['a:b', ''] }, `datasetIds[1] ${id}, got ""`],
  ['an id of white space', { ...good, datasetIds: [' '] }, `datasetIds[0] ${id}, got " "`],
  ['an id that is no text', { ...good, datasetIds: ['a:b', 'a:c', 7] }, `datasetIds[2] ${id}, got 7`],
  ['a missing id', { ...good, datasetIds: new Array(1) }, `datasetIds[0] ${id}, got undefined`],
  ['an unknown aggregation', { ...good, aggregation: 'average' }, `${aggregation}, got "average"`],
  ['an aggregation in upper case', { ...good, aggregation: 'MEAN' }, `${aggregation}, got "MEAN"`],
  ['an aggregation in an array', { ...good, aggregation: ['mean'] }, `${aggregation}, got an array of 1`],
  ['an aggregation called __proto__', { ...good, aggregation: '__proto__' }, `${aggregation}, got "__proto__"`],
  ['an aggregation called constructor', { ...good, aggregation: 'constructor' }, `${aggregation}, got "constructor"`],
  ['an aggregation of null', { ...good, aggregation: null }, `${aggregation}, got null`],
  [
    'an aggregation that throws',
    {
      ...good,
      aggregation: {
        toString() {
          throw new Error('boo')
        }
      }
    },
    `${aggregation}, got an object`
  ],
  ['an empty reference system', { ...good, targetCrs: '' }, 'targetCrs must be a non-empty string, got ""'],
  ['a reference system by number', { ...good, targetCrs: 4326 }, 'targetCrs must be a non-empty string, got 4326'],
  ['a reference system of null', { ...good, targetCrs: null }, 'targetCrs must be a non-empty string, got null'],
  ['no request', undefined, `${request}, got undefined`],
  ['null', null, `${request}, got null`],
  ['an array', [good], `${request}, got an array of 1`],
  ['text', '{}', `${request}, got "{}"`],
  ['a function', () => good, `${request}, got a function`],
  [
    'a time range in lower case',
    { ...good, timerange: [] },
    'request has an unknown member "timerange": did you mean "timeRange"?'
  ],
  [
    'ids by the name of the wire',
    { dataset_ids: ['a:b'] },
    'request has an unknown member "dataset_ids": did you mean "datasetIds"?'
  ]
]

test.each(wrong)('%s is refused before anything is sent', async (_, given, message) => {
  const service = fakeService({})
  const cas = clientOf(service)
  for (const call of [cas.extract(given as ExtractRequest), cas.batchExtract(given as BatchExtractRequest)]) {
    expect(await rejection(call)).toMatchObject({ name: 'CasError', code: 'invalid-argument', message })
  }
  expect(service.seen).toEqual([])
})

test('ids behind __proto__ are a member like any other', async () => {
  const hidden = JSON.parse('{"__proto__": {"datasetIds": ["a:b"]}}')
  const message = expect.stringMatching(/^request has an unknown member "__proto__": expected one of datasetIds, /)
  expect(await rejection(clientOf(fakeService({})).extract(hidden))).toMatchObject({ message })
})

test('what belongs to another method is refused, too', async () => {
  const service = fakeService({})
  const cas = clientOf(service)
  const both = { ...good, geometry: point, geometries: [point] }
  const unknown = (name: string) => ({
    code: 'invalid-argument',
    message: expect.stringContaining(`request has an unknown member "${name}"`)
  })
  expect(await rejection(cas.extract(both))).toMatchObject(unknown('geometries'))
  expect(await rejection(cas.batchExtract(both))).toMatchObject(unknown('geometry'))
  expect(await rejection(cas.extractAll([point], both).next())).toMatchObject(unknown('geometry'))
  expect(service.seen).toEqual([])
})

test('a dataset that is named twice is asked for once', async () => {
  const service = fakeService({
    'POST /attributes/api/v1/extract': json(extraction(['a:b', 'a:c'])),
    'POST /attributes/api/v1/extract/batch': json(batchOf())
  })
  const datasetIds = ['a:b', 'a:c', 'a:b']
  await clientOf(service).extract({ geometry: point, datasetIds })
  await clientOf(service).batchExtract({ geometries: [point], datasetIds })
  expect(service.seen.map(({ body }) => JSON.parse(String(body)).dataset_ids)).toEqual([
    ['a:b', 'a:c'],
    ['a:b', 'a:c']
  ])
})

const geometries = 'geometries must be an array of geometries, at least one'

test.each<[value: unknown, message: string]>([
  [undefined, `${geometries}, got undefined`],
  [null, `${geometries}, got null`],
  [[], `${geometries}, got []`],
  [point, `${geometries}, got an object`],
  [{ type: 'FeatureCollection', features: [] }, `${geometries}, got an object`],
  [new Array(2), 'geometries[0] must be a JSON value, got undefined']
])('the batch %o is refused before anything is sent', async (given, message) => {
  const service = fakeService({})
  const call = clientOf(service).batchExtract({ ...good, geometries: given as BatchExtractRequest['geometries'] })
  expect(await rejection(call)).toMatchObject({ code: 'invalid-argument', message })
  expect(service.seen).toEqual([])
})

test('how many datasets and geometries a request may have is for the service to say', async () => {
  const service = fakeService({ 'POST /attributes/api/v1/extract/batch': json(batchOf()) })
  const datasetIds = idsOf(51)
  await clientOf(service).batchExtract({ datasetIds, geometries: new Array(1001).fill(point) })
  const body = JSON.parse(String(service.only().body))
  expect(body.dataset_ids).toEqual(datasetIds)
  expect(body.geometries).toHaveLength(1001)
})

test.each<AggregationMethod>([
  ...(['mean', 'median', 'min', 'max', 'std', 'sum', 'majority', 'minority', 'unique', 'distribution'] as const)
])('the aggregation %s is sent', async (method) => {
  const service = fakeService({ 'POST /attributes/api/v1/extract': json(extraction(['a:b'])) })
  await clientOf(service).extract({ geometry: point, datasetIds: ['a:b'], aggregation: method })
  expect(JSON.parse(String(service.only().body)).aggregation).toBe(method)
})

test('what is changed after the call is not sent', async () => {
  const service = fakeService({ 'POST /attributes/api/v1/extract': json(extraction(['a:b'])) })
  const datasetIds = ['a:b']
  const coordinates = [7, 46]
  const call = clientOf(service).extract({ geometry: { type: 'Point', coordinates }, datasetIds })
  datasetIds.push('a:c')
  coordinates[0] = Number.NaN
  await call
  expect(JSON.parse(String(service.only().body))).toEqual({
    geometry: { type: 'Point', coordinates: [7, 46] },
    dataset_ids: ['a:b']
  })
})
