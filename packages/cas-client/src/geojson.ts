import type { GeoJsonGeometry, Position } from './generated/types.ts'

/**
 * A GeoJSON Feature, such as one of a parsed file or of `@types/geojson`. Its geometry may have any type as far as the
 * compiler is concerned, because a program cannot narrow a Feature by the type of its geometry; the client refuses what is
 * neither Point, Polygon nor MultiPolygon before it sends anything. A bare geometry can be narrowed, and must be.
 *
 * The service knows no Features, so they are not in its contract: the client sends the geometry alone.
 */
export interface Feature {
  type: 'Feature'
  id?: string | number | undefined
  geometry: GeoJsonGeometry | OtherGeometry
  /** Any object; an interface will do. */
  properties?: object | null | undefined
  bbox?: number[] | undefined
}

/** The geometries of GeoJSON that the service does not take. */
type OtherGeometry =
  | { type: 'MultiPoint' | 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString'; coordinates: Position[][] }
  | { type: 'GeometryCollection'; geometries: (GeoJsonGeometry | OtherGeometry)[] }
