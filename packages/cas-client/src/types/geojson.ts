import type { GeoJsonGeometry, Position } from '../generated/types.ts'

/**
 * A GeoJSON Feature, such as one from a parsed file or of `@types/geojson`. To the compiler its geometry may have any
 * type, because a program cannot narrow a Feature by the type of its geometry. The client refuses geometries other than
 * Point, Polygon and MultiPolygon before it sends anything. A bare geometry can be narrowed, and must be.
 *
 * The service does not know Features, so its contract does not contain them: the client sends only the geometry.
 */
export interface Feature {
  type: 'Feature'
  /** A `bigint` only if a file contained an integer beyond 2^53 that a `number` would change. */
  id?: string | number | bigint | undefined
  geometry: GeoJsonGeometry | OtherGeometry
  /** Any object, also one whose type is an interface. */
  properties?: object | null | undefined
  bbox?: number[] | undefined
}

/**
 * Any Feature that may be passed: readonly or not, without a geometry, or with types that the compiler knows only as
 * strings, as in imported JSON. What the service does not accept is refused before anything is sent.
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

/** A readonly value, with all its members. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Member in keyof T]: DeepReadonly<T[Member]> }
    : T

/** The GeoJSON geometries that the service does not accept. */
type OtherGeometry =
  | { type: 'MultiPoint' | 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString'; coordinates: Position[][] }
  | { type: 'GeometryCollection'; geometries: (GeoJsonGeometry | OtherGeometry)[] }
