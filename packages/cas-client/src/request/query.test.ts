import { expect, test } from 'vitest'
import { clientOf, fakeService, json } from '../testing/fake-service.ts'
import { collect, rejection } from '../testing/outcome.ts'
import type { BBox, DatasetQuery, PageQuery } from './query.ts'

const page = { total: 0, limit: 100, offset: 0, count: 0, datasets: [], providers: [] }

/** The text that a bbox becomes in the query. */
async function written(bbox: BBox): Promise<string | null> {
  const urls: URL[] = []
  const fetch: typeof globalThis.fetch = async (input) => {
    urls.push(new URL(String(input)))
    return Response.json(page)
  }
  await clientOf({ ...fakeService({}), fetch }).datasets({ bbox })
  return urls[0]?.searchParams.get('bbox') ?? null
}

test.each<[bbox: BBox, text: string]>([
  [[-180, -90, 180, 90], '-180,-90,180,90'],
  [[7.25, 46.5, 7.25, 46.5], '7.25,46.5,7.25,46.5'],
  [[-1e-7, 1e-7, 1.5e-10, 1e-6], '-0.0000001,0.0000001,0.00000000015,0.000001'],
  [[-1e-300, -0, 1e-13, 0.1 + 0.2], '-0,0,0,0.3'],
  [[-123.456789012, 0, 123.456789012, 1], '-123.456789012,0,123.456789012,1']
])('bbox %j is written in plain decimals', async (bbox, text) => {
  const query = await written(bbox)
  expect(query).toBe(text)
  expect(query).toMatch(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,-?\d+(\.\d+)?,-?\d+(\.\d+)?$/)
})

const limit = 'limit must be a whole number, 1 or more'
const offset = 'offset must be a whole number, 0 or more'
const query = 'query must be an object such as { limit: 100 }'

const wrongPages: readonly (readonly [query: unknown, message: string])[] = [
  [{ limit: 0 }, `${limit}, got 0`],
  [{ limit: 1.5 }, `${limit}, got 1.5`],
  [{ limit: Number.NaN }, `${limit}, got NaN`],
  [{ limit: '10' }, `${limit}, got "10"`],
  [{ limit: null }, `${limit}, got null`],
  [{ offset: -1 }, `${offset}, got -1`],
  [{ offset: 0.5 }, `${offset}, got 0.5`],
  [{ offset: 1e21 }, `${offset}, got 1e+21`],
  [{ offset: Number.POSITIVE_INFINITY }, `${offset}, got Infinity`],
  [{ offset: '0' }, `${offset}, got "0"`],
  [{ offset: null }, `${offset}, got null`],
  [{ limits: 5 }, 'query has an unknown member "limits": did you mean "limit"?'],
  [null, `${query}, got null`],
  [[], `${query}, got []`],
  [[10], `${query}, got [10]`],
  ['limit=10', `${query}, got "limit=10"`],
  [10, `${query}, got 10`]
]

test.each(wrongPages)('the page %j is refused by everything that takes one', async (given, message) => {
  const service = fakeService({})
  const cas = clientOf(service)
  const calls = [
    cas.providers(given as PageQuery),
    cas.datasets(given as PageQuery),
    collect(cas.iterProviders(given as PageQuery)),
    collect(cas.iterDatasets(given as PageQuery))
  ]
  for (const call of calls) expect(await rejection(call)).toMatchObject({ code: 'invalid-argument', message })
  expect(service.seen).toEqual([])
})

test.each([
  [{ limit: 1, offset: 0 }, '?limit=1&offset=0'],
  [{ limit: 5000, offset: Number.MAX_SAFE_INTEGER }, '?limit=5000&offset=9007199254740991']
])('the page %j is asked for', async (given, text) => {
  const service = fakeService({
    [`GET /attributes/api/v1/providers${text}`]: json(page),
    [`GET /attributes/api/v1/datasets${text}`]: json(page)
  })
  await clientOf(service).providers(given)
  await clientOf(service).datasets(given)
  expect(service.seen).toHaveLength(2)
})

const bbox = 'bbox must be four numbers [west, south, east, north] in degrees, with west <= east and south <= north'
const types = 'temporalType must be one of static, annual, monthly, daily, hourly, climatology'
const metres = 'must be a number of metres, 0 or more'
const some = 'must be a non-empty string'

const wrongFilters: readonly (readonly [query: unknown, message: string])[] = [
  [{ provider: '' }, `provider ${some}, got ""`],
  [{ provider: ' \t' }, `provider ${some}, got " \\t"`],
  [{ provider: null }, `provider ${some}, got null`],
  [{ variable: '' }, `variable ${some}, got ""`],
  [{ variable: ['ndvi'] }, `variable ${some}, got an array of 1`],
  [{ temporalType: 'weekly' }, `${types}, got "weekly"`],
  [{ temporalType: '__proto__' }, `${types}, got "__proto__"`],
  [{ temporalType: 'toString' }, `${types}, got "toString"`],
  [{ temporalType: ['daily'] }, `${types}, got an array of 1`],
  [{ temporalType: null }, `${types}, got null`],
  [{ minResolution: -1 }, `minResolution ${metres}, got -1`],
  [{ minResolution: Number.NaN }, `minResolution ${metres}, got NaN`],
  [{ maxResolution: Number.POSITIVE_INFINITY }, `maxResolution ${metres}, got Infinity`],
  [{ maxResolution: '30' }, `maxResolution ${metres}, got "30"`],
  [{ temporal_type: 'daily' }, 'query has an unknown member "temporal_type": did you mean "temporalType"?'],
  [
    { name: 'clay' },
    'query has an unknown member "name": expected one of limit, offset, provider, variable, temporalType, minResolution, maxResolution, bbox'
  ],
  [{ bbox: null }, `${bbox}, got null`],
  [{ bbox: 5 }, `${bbox}, got 5`],
  [{ bbox: '-97,38,-96,39' }, `${bbox}, got "-97,38,-96,39"`],
  [{ bbox: {} }, `${bbox}, got an object`],
  [{ bbox: [] }, `${bbox}, got []`],
  [{ bbox: [1, 2, 3] }, `${bbox}, got [1, 2, 3]`],
  [{ bbox: [1, 2, 3, 4, 5, 6] }, `${bbox}, got [1, 2, 3, 4, 5, 6]`],
  [{ bbox: ['1', '2', '3', '4'] }, `${bbox}, got an array of 4`],
  [{ bbox: [Number.NaN, 2, 3, 4] }, `${bbox}, got [NaN, 2, 3, 4]`],
  [{ bbox: new Array(4) }, `${bbox}, got an array of 4`],
  [{ bbox: [3, 2, 1, 4] }, `${bbox}, got [3, 2, 1, 4]`],
  [{ bbox: [1, 4, 3, 2] }, `${bbox}, got [1, 4, 3, 2]`],
  [{ bbox: [-180.5, 2, 3, 4] }, `${bbox}, got [-180.5, 2, 3, 4]`],
  [{ bbox: [1, 2, 180.5, 4] }, `${bbox}, got [1, 2, 180.5, 4]`],
  [{ bbox: [1, -90.5, 3, 4] }, `${bbox}, got [1, -90.5, 3, 4]`],
  [{ bbox: [1, 2, 3, 90.5] }, `${bbox}, got [1, 2, 3, 90.5]`]
]

test.each(wrongFilters)('the filter %j is refused before anything is sent', async (given, message) => {
  const service = fakeService({})
  const cas = clientOf(service)
  for (const call of [cas.datasets(given as DatasetQuery), collect(cas.iterDatasets(given as DatasetQuery))]) {
    expect(await rejection(call)).toMatchObject({ code: 'invalid-argument', message })
  }
  expect(service.seen).toEqual([])
})

test('a resolution of 0 is one', async () => {
  const text = '?min_resolution=0&max_resolution=0'
  const service = fakeService({ [`GET /attributes/api/v1/datasets${text}`]: json(page) })
  await clientOf(service).datasets({ minResolution: 0, maxResolution: 0 })
  expect(service.seen).toHaveLength(1)
})

test.each([0, 65, 1.5, Number.NaN, '4', null])('concurrency %j is refused before anything is sent', async (given) => {
  const service = fakeService({})
  const cas = clientOf(service)
  const error = await rejection(collect(cas.iterProviders({}, { concurrency: given as number })))
  const got = typeof given === 'string' ? `"${given}"` : String(given)
  expect(error).toMatchObject({
    code: 'invalid-argument',
    message: `concurrency must be a whole number from 1 to 64, got ${got}`
  })
  expect(service.seen).toEqual([])
})
