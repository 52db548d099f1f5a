import type * as GeoJSON from 'geojson'
import { expectTypeOf, test } from 'vitest'
import type { Feature, GeoJsonGeometry, GeometryLike } from '../index.ts'

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

test('a Feature may be without a geometry, as RFC 7946 has it: the client refuses it alone', () => {
  expectTypeOf<GeoJSON.Feature<GeoJSON.Polygon | null>>().toExtend<GeometryLike>()
  take({ type: 'Feature', geometry: null, properties: {} })
})

test('what is readonly is taken', () => {
  take({ type: 'Point', coordinates: [7, 46] } as const)
  take({ type: 'Polygon', coordinates: [[[7, 46]]] } as const)
  take({ type: 'MultiPolygon', coordinates: [[[[7, 46]]]] } as const)
  take({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [[[7, 46]]] }, properties: { a: 1 } } as const)
  expectTypeOf<GeoJsonGeometry>().toExtend<GeometryLike>()
})

test('Features whose types are only known as text, such as those of imported JSON, are taken', () => {
  const point = { type: 'Point', coordinates: [7, 46] }
  take({ ...{ type: 'Feature' }, geometry: point, properties: { name: 'Bern' } })
  // @ts-expect-error a bare geometry must be narrowed
  take(point)
})

test('what is no geometry or Feature is not taken', () => {
  // @ts-expect-error a Feature without the member
  take({ type: 'Feature', properties: {} })
  // @ts-expect-error a geometry without positions
  take({ type: 'Feature', geometry: { type: 'Point' }, properties: {} })
  // @ts-expect-error coordinates are no text
  take({ type: 'Point', coordinates: ['7', '46'] })
  // @ts-expect-error the positions of another type
  take({ type: 'Polygon', coordinates: [7, 46] })
  // @ts-expect-error a collection is to be taken apart
  take({ type: 'FeatureCollection', features: [] })
  // @ts-expect-error a typo
  take({ type: 'Feature', geometri: { type: 'Point', coordinates: [0, 0] } })
  // @ts-expect-error properties are an object
  take({ type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] }, properties: 'Emme' })
})
