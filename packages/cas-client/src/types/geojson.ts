import type { GeoJsonGeometry, Position } from '../generated/types.ts'

/**
 * A GeoJSON Feature, such as one of a parsed file or of `@types/geojson`. Its geometry may have any type as far as the
 * compiler is concerned, because a program cannot narrow a Feature by the type of its geometry; the client refuses what is
 * neither Point, Polygon nor MultiPolygon before it sends anything. A bare geometry can be narrowed, and must be.
 *
 * The service knows no Features, so they are not in its contract: the client sends the geometry alone.
 */
export interface Feature {
  type: 'Feature'
  /** A `bigint` only where a file had a whole number beyond 2^53 that a `number` would change. */
  id?: string | number | bigint | undefined
  geometry: GeoJsonGeometry | OtherGeometry
  /** Any object; an interface will do. */
  properties?: object | null | undefined
  bbox?: number[] | undefined
}

/**
 * Any Feature that may be handed over: readonly or not, without a geometry, or with types that the compiler knows as text
 * only, such as those of imported JSON. What the service does not take is refused before anything is sent.
 */
export interface FeatureLike {
  readonly type: string
  readonly id?: string | number | bigint | undefined
  readonly geometry:
    | { readonly type: string; readonly coordinates: readonly unknown[]; readonly bbox?: readonly number[] | undefined }
    | { readonly type: string; readonly geometries: readonly unknown[]; readonly bbox?: readonly number[] | undefined }
    | null
  readonly properties?: object | null | undefined
  readonly bbox?: readonly number[] | undefined
}

/** A value that is only read, with all that it holds. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Member in keyof T]: DeepReadonly<T[Member]> }
    : T

/** The geometries of GeoJSON that the service does not take. */
type OtherGeometry =
  | { type: 'MultiPoint' | 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString'; coordinates: Position[][] }
  | { type: 'GeometryCollection'; geometries: (GeoJsonGeometry | OtherGeometry)[] }
