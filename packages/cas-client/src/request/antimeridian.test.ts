import { afterEach, expect, test, vi } from 'vitest'
import type { GeoJsonGeometry } from '../generated/types.ts'
import { clientOf, fakeService, json } from '../testing/fake-service.ts'
import { collect } from '../testing/outcome.ts'
import { batchOf, extraction } from '../testing/samples.ts'
import { streaming } from '../testing/streaming.ts'
import { crossesAntimeridian } from './antimeridian.ts'

afterEach(() => vi.restoreAllMocks())

/** A box, its edges as given. */
const box = (west: number, east: number): GeoJsonGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, -17],
      [east, -17],
      [east, -16],
      [west, -16],
      [west, -17]
    ]
  ]
})
const fiji = box(179, -179)

test.each<[what: string, geometry: GeoJsonGeometry, crosses: boolean]>([
  ['Fiji, not cut', fiji, true],
  [
    'its hole',
    {
      type: 'Polygon',
      coordinates: [...(box(-10, 10).coordinates as [][][]), ...(fiji.coordinates as [][][])]
    } as never,
    true
  ],
  [
    'one of several polygons',
    { type: 'MultiPolygon', coordinates: [box(1, 2).coordinates, fiji.coordinates] } as never,
    true
  ],
  [
    'Fiji, cut',
    { type: 'MultiPolygon', coordinates: [box(179, 180).coordinates, box(-180, -179).coordinates] } as never,
    false
  ],
  ['half the globe', box(-90, 90), false],
  ['all of it', box(-180, 180), false],
  ['a point', { type: 'Point', coordinates: [180, 0] }, false]
])('%s', (_, geometry, crosses) => expect(crossesAntimeridian(geometry)).toBe(crosses))

test('an extraction that may be meant otherwise is warned of, and sent as it is', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const routes = { extract: json(extraction(['a:b'])), 'extract/batch': json(batchOf(extraction(['a:b']))) }
  const service = fakeService(
    Object.fromEntries(Object.entries(routes).map(([path, answer]) => [`POST /attributes/api/v1/${path}`, answer]))
  )
  await clientOf(service).extract({ geometry: fiji, datasetIds: ['a:b'] })
  await clientOf(service).batchExtract({ geometries: [box(1, 2), fiji], datasetIds: ['a:b'] })
  expect(warn.mock.calls.map(([text]) => String(text).split(' has ')[0])).toEqual(['geometry', 'geometries[1]'])
  expect(JSON.parse(String(service.seen[0]?.body)).geometry).toEqual(fiji)
  const onWarning = vi.fn()
  await clientOf(service, { onWarning }).extract({ geometry: fiji, datasetIds: ['a:b'] })
  expect([onWarning.mock.calls.length, warn.mock.calls.length]).toEqual([1, 2])
})

test('a run tells of the first such geometry, once', async () => {
  const onWarning = vi.fn()
  const { cas } = streaming()
  await collect(cas.extractAll([box(1, 2), fiji, fiji], { datasetIds: ['a:b'] }, { onWarning }))
  expect(onWarning.mock.calls).toEqual([
    [{ kind: 'antimeridian', index: 1, message: expect.stringContaining('source[1] has an edge') }]
  ])
})
