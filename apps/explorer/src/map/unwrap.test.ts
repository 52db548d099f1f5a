import type { FeatureCollection, Polygon, Position } from 'geojson'
import { expect, test } from 'vitest'
import { unwrapped } from './unwrap.ts'

function ringOf(ring: Position[]): Position[] | undefined {
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }]
  }
  const polygon = unwrapped(collection).features[0]?.geometry as Polygon | undefined
  return polygon?.coordinates[0]
}

test('a ring over the antimeridian goes on beyond it', () => {
  const ring = [[170, 60], [-170, 60], [-170, 70], [170, 70], [170, 60]] // biome-ignore format: a ring
  expect(ringOf(ring)?.map(([x]) => x)).toEqual([170, 190, 190, 170, 170])
})

test('a ring around a pole is closed along the edge of the map', () => {
  const ring = [[-120, -70], [0, -70], [120, -70], [-120, -70]] // biome-ignore format: a ring
  expect(ringOf(ring)).toEqual([[-120, -70], [0, -70], [120, -70], [240, -70], [240, -85.05], [-120, -85.05], [-120, -70]]) // biome-ignore format: a ring
})

test('any other ring stays as it is, but for latitudes that no map shows', () => {
  const ring = [[0, 0], [10, 0], [10, 90], [0, 0]] // biome-ignore format: a ring
  expect(ringOf(ring)).toEqual([[0, 0], [10, 0], [10, 85.05], [0, 0]]) // biome-ignore format: a ring
})
