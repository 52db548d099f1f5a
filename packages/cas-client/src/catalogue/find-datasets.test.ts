import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { CasClient } from '../client/cas-client.ts'
import { createCasMock } from '../mock/cas-mock.ts'
import { rejection } from '../testing/outcome.ts'
import type { FindDatasets } from './find-datasets.ts'

function world() {
  const clock = createVirtualClock()
  const mock = createCasMock({ clock })
  return { clock, mock, cas: new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, clock, retry: false }) }
}

const idsOf = async (wanted: FindDatasets) => (await world().cas.findDatasets(wanted)).map(({ id }) => id)

test('finds what offers all that is wanted, the finest first', async () => {
  expect(await idsOf({ variable: 'elevation' })).toEqual(['demo_terrain:elevation', 'demo_terrain:elevation_1km'])
  expect(await idsOf({ variable: 'elevation', maxResolution: 100 })).toEqual(['demo_terrain:elevation'])
  expect(await idsOf({ temporalType: 'hourly' })).toEqual(['demo_climate:temperature'])
  expect(await idsOf({ variable: 'clay', at: [7.45, 46.95] })).toEqual(['demo_soil:clay_0-5cm'])
  expect(await idsOf({ variable: 'clay', at: [-96.5, 39] })).toEqual([]) // not in Europe
  expect(await idsOf({ provider: 'demo_land', minResolution: 100 })).toEqual(['demo_land:ndvi_unscaled'])
  const all = await world().cas.findDatasets({})
  expect(all).toHaveLength(14)
  const resolutions = all.map(({ resolution_m }) => resolution_m)
  expect(resolutions).toEqual(resolutions.toSorted((a, b) => a - b))
})

test('the service does the filtering', async () => {
  const { mock, cas } = world()
  await cas.findDatasets({ variable: 'clay', at: [7.45, -46], temporalType: 'static', maxResolution: 300 })
  expect(mock.requests.map(({ query }) => query)).toEqual([
    {
      ...{ variable: ['clay'], temporal_type: ['static'], max_resolution: ['300'], bbox: ['7.45,-46,7.45,-46'] },
      ...{ limit: ['1000'], offset: ['0'] }
    }
  ])
})

test('an answer is given again only where, and as long as, the caller says so', async () => {
  const { clock, mock, cas } = world()
  const maxAge = 60_000
  const first = await cas.findDatasets({ variable: 'elevation' }, { maxAge })
  first.length = 0 // a caller's own list
  expect(await cas.findDatasets({ variable: 'elevation' }, { maxAge })).toHaveLength(2)
  expect(mock.requests).toHaveLength(1)
  await cas.findDatasets({ variable: 'slope' }, { maxAge })
  await cas.findDatasets({ variable: 'elevation' })
  expect(mock.requests).toHaveLength(3)
  await clock.advance(maxAge)
  await cas.findDatasets({ variable: 'elevation' }, { maxAge })
  expect(mock.requests).toHaveLength(4)
})

test('one request serves all who ask at once, and each has a list of its own', async () => {
  const { mock, cas } = world()
  const maxAge = 60_000
  const lists = await Promise.all(Array.from({ length: 20 }, () => cas.findDatasets({}, { maxAge })))
  expect(mock.requests).toHaveLength(1)
  expect(new Set(lists).size).toBe(20)
  for (const list of lists) expect(list).toHaveLength(14)
  await Promise.all(Array.from({ length: 3 }, () => cas.findDatasets({})))
  expect(mock.requests).toHaveLength(4)
})

test('a failure is told to all who asked at once, and an abort only to its caller', async () => {
  const { mock, cas } = world()
  const maxAge = 60_000
  mock.failNext('internal-error')
  const failed = await Promise.allSettled([cas.findDatasets({}, { maxAge }), cas.findDatasets({}, { maxAge })])
  expect(failed).toMatchObject([{ reason: { status: 500 } }, { reason: { status: 500 } }])
  const end = new AbortController()
  const left = rejection(cas.findDatasets({}, { maxAge, signal: end.signal }))
  const stayed = cas.findDatasets({}, { maxAge })
  end.abort()
  expect(await left).toMatchObject({ code: 'aborted', message: 'waiting for the list of datasets was aborted' })
  expect(await stayed).toHaveLength(14)
  expect(mock.requests).toHaveLength(2)
})

test('a call with headers of its own asks for itself: they may say who it is', async () => {
  const { mock, cas } = world()
  const options = { maxAge: 60_000, headers: { 'X-Who': 'me' } }
  await cas.findDatasets({}, { maxAge: 60_000 })
  await cas.findDatasets({}, options)
  await cas.findDatasets({}, options)
  expect(mock.requests.map(({ headers }) => new Headers(headers).get('x-who'))).toEqual([null, 'me', 'me'])
})

test('a failure is not remembered, and each client remembers for itself', async () => {
  const { mock, cas } = world()
  mock.failNext('internal-error')
  expect(await rejection(cas.findDatasets({}, { maxAge: 1_000 }))).toMatchObject({ status: 500 })
  expect(await cas.findDatasets({}, { maxAge: 1_000 })).toHaveLength(14)
  const other = new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
  await other.findDatasets({}, { maxAge: 1_000 })
  expect(mock.requests).toHaveLength(3)
})

test('a hundred answers are remembered, those used last', async () => {
  const { mock, cas } = world()
  const maxAge = 60_000
  for (let i = 0; i < 100; i++) await cas.findDatasets({ variable: `v${i}` }, { maxAge })
  await cas.findDatasets({ variable: 'v0' }, { maxAge })
  await cas.findDatasets({ variable: 'v100' }, { maxAge })
  expect(mock.requests).toHaveLength(101)
  await cas.findDatasets({ variable: 'v0' }, { maxAge })
  expect(mock.requests).toHaveLength(101)
  await cas.findDatasets({ variable: 'v1' }, { maxAge })
  expect(mock.requests).toHaveLength(102)
})

const place = 'at must be a place [longitude, latitude] in degrees'
test.each<[wanted: unknown, options: unknown, message: string]>([
  [{ at: [181, 0] }, {}, place],
  [{ at: [0, -91] }, {}, place],
  [{ at: [0] }, {}, place],
  [{ at: null }, {}, place],
  [{ at: [Number.NaN, 0] }, {}, place],
  [null, {}, 'wanted must be an object'],
  [{ limit: 5 }, {}, 'wanted has an unknown member "limit": expected one of provider, variable, '],
  [{ varible: 'clay' }, {}, 'wanted has an unknown member "varible": did you mean "variable"?'],
  [{ temporalType: 'weekly' }, {}, 'temporalType must be one of static'],
  [{ maxResolution: -1 }, {}, 'maxResolution must be a number of metres'],
  [{}, { maxAge: -1 }, 'maxAge must be a positive, finite number of milliseconds, got -1'],
  [{}, null, 'options must be an object']
])('%j with %j is refused before anything is sent', async (wanted, options, message) => {
  const { mock, cas } = world()
  const error = await rejection(cas.findDatasets(wanted as FindDatasets, options as object))
  expect(error).toMatchObject({ code: 'invalid-argument', message: expect.stringContaining(message) })
  expect(mock.requests).toHaveLength(0)
})
