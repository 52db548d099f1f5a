import { expect, test } from 'vitest'
import type { GeoJsonGeometry } from '../../generated/types.ts'
import { box, createTestKit, point } from '../test-kit.ts'

test('coverage follows from the geometry', async () => {
  const { extract } = createTestKit()
  const ids = ['demo_soil:clay_0-5cm']
  expect((await extract(box(-30, 40, 10, 50), ids)).results).toMatchObject([
    { value: 245, quality: 'good', coverage_fraction: 0.875, pixel_count: 65_318_400 }
  ])
  expect((await extract(box(-60, 40, 10, 50), ids)).results).toMatchObject([
    { value: 245, quality: 'partial', coverage_fraction: 0.5 }
  ])
  expect((await extract(box(-125, 40, -15, 50), ids)).results).toMatchObject([{ value: 245, quality: 'missing' }])
  expect((await extract(point(-60, 45), ids)).results).toMatchObject([{ value: null, quality: 'missing' }])
})

test('a multipolygon is one geometry, heights have no effect', async () => {
  const { extract } = createTestKit()
  const { coordinates: west } = box(0, 0, 1, 1)
  const { coordinates: east } = box(5, 5, 6, 6)
  const both = { type: 'MultiPolygon', coordinates: [west, east] } as GeoJsonGeometry
  expect((await extract(both, ['demo_terrain:elevation'])).results).toMatchObject([{ value: 412 }])
  const high: GeoJsonGeometry = { type: 'Point', coordinates: [7.5, 46.9, 540] }
  expect((await extract(high, ['demo_terrain:elevation'])).results).toMatchObject([{ value: 548.2 }])
})

test('a ring that closes in longitude and latitude is closed, whatever its heights are', async () => {
  const { extract } = createTestKit()
  const coordinates = [
    [7, 46, 10],
    [8, 46, 11],
    [8, 47, 12],
    [7, 46, 13]
  ] as [number, number, number][]
  const { results } = await extract({ type: 'Polygon', coordinates: [coordinates] }, ['demo_terrain:elevation'])
  expect(results).toMatchObject([{ value: 547 }])
})

test('datasets for one variable that differ much get a warning each', async () => {
  const { extract } = createTestKit()
  const ids = ['demo_terrain:elevation', 'demo_terrain:elevation_1km']
  expect((await extract(point(7.5, 46.9), ids)).warnings).toEqual([])
  expect((await extract(point(-50, -89), ids)).warnings.map((warning) => warning.split(': ')[0])).toEqual(ids)
})

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
  ['text', { type: 'Point', coordinates: ['a', 'b'] }],
  ['nothing', { type: 'Point', coordinates: [] }],
  [
    'too few levels',
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [0, 0]
        ]
      ]
    }
  ]
])('coordinates with %s give a warning and no result', async (_what, geometry) => {
  const { extract } = createTestKit()
  const answer = await extract(geometry as GeoJsonGeometry, ['demo_terrain:slope'])
  expect(answer.results).toEqual([])
  expect(answer.warnings).toEqual([
    expect.stringMatching(/^demo_terrain:slope: Extraction failed for demo_terrain:slope: the geometry has /)
  ])
})
