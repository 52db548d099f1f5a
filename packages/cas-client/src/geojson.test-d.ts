import type * as GeoJSON from 'geojson'
import { expectTypeOf, test } from 'vitest'
import type { GeometryLike } from './arguments/geometry.ts'
import type { GeoJsonGeometry } from './generated/types.ts'
import type { Feature } from './geojson.ts'

const take = (_: GeometryLike): void => {}

test('what @types/geojson describes is taken as it is', () => {
  expectTypeOf<GeoJSON.Feature>().toExtend<GeometryLike>()
  expectTypeOf<GeoJSON.Feature>().toExtend<Feature>()
  expectTypeOf<GeoJSON.Feature<GeoJSON.Polygon, { name: string }>>().toExtend<GeometryLike>()
  expectTypeOf<GeoJSON.FeatureCollection['features'][number]>().toExtend<GeometryLike>()
  expectTypeOf<GeoJSON.Point | GeoJSON.Polygon | GeoJSON.MultiPolygon>().toExtend<GeoJsonGeometry>()
})

test('ours are theirs, too', () => {
  expectTypeOf<GeoJsonGeometry>().toExtend<GeoJSON.Geometry>()
  expectTypeOf<Feature['geometry']>().toExtend<GeoJSON.Geometry>()
})

test('a bare geometry is narrowed to what the service takes', () => {
  const narrowed = (geometry: GeoJSON.Geometry): void => {
    // @ts-expect-error it may be a LineString
    take(geometry)
    if (geometry.type === 'Point' || geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') take(geometry)
  }
  expectTypeOf(narrowed).toBeFunction()
})

test('a Feature may have properties of any interface, null, or none', () => {
  interface Catchment {
    readonly name: string
    gauges?: readonly string[]
  }
  const geometry: GeoJSON.Polygon = { type: 'Polygon', coordinates: [] }
  const properties: Catchment = { name: 'Emme', gauges: ['2070'] }
  const feature: GeoJSON.Feature<GeoJSON.Polygon, Catchment> = { type: 'Feature', id: 1, geometry, properties }
  take(feature)
  take({ type: 'Feature', geometry, properties })
  take({ type: 'Feature', geometry, properties: null })
  take({ type: 'Feature', geometry })
  expectTypeOf<{ type: 'Feature'; geometry: GeoJSON.Point; properties: Catchment }>().toExtend<Feature>()
})

test('what has no geometry is not taken', () => {
  // @ts-expect-error a Feature without a geometry
  take({ type: 'Feature', geometry: null, properties: {} })
  // @ts-expect-error a collection is to be taken apart
  take({ type: 'FeatureCollection', features: [] })
  // @ts-expect-error a typo
  take({ type: 'Feature', geometri: { type: 'Point', coordinates: [0, 0] } })
  // @ts-expect-error properties are an object
  take({ type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] }, properties: 'Emme' })
})
