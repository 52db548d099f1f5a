import type { Feature, FeatureCollection, Geometry } from 'geojson'

export interface ShownFeatures {
  readonly features: readonly Feature[]
  /** Whether it is one geometry or box, so that a table would say nothing. */
  readonly isBare: boolean
}

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection'
])

/**
 * GeoJSON of any kind, or a bounding box of the standard, as features; undefined for anything else. A server's document is
 * taken for what its `type` says: the map skips what it cannot draw.
 */
export function readGeoJson(value: unknown): ShownFeatures | undefined {
  if (!isObject(value)) return undefined
  if (value.type === 'FeatureCollection' && Array.isArray(value.features)) {
    return { features: (value as unknown as FeatureCollection).features, isBare: false }
  }
  if (value.type === 'Feature') return { features: [value as unknown as Feature], isBare: false }
  if (typeof value.type === 'string' && geometryTypes.has(value.type) && (value.coordinates || value.geometries)) {
    return { features: [asFeature(value as unknown as Geometry)], isBare: true }
  }
  const box = Array.isArray(value.bbox) && value.type === undefined ? boxGeometry(value.bbox) : undefined
  return box && { features: [asFeature(box)], isBare: true }
}

const asFeature = (geometry: Geometry): Feature => ({ type: 'Feature', geometry, properties: null })

/** The polygon of a box of 4 or 6 numbers, in degrees. */
export function boxGeometry(corners: readonly unknown[]): Geometry | undefined {
  if (![4, 6].includes(corners.length) || !corners.every((value) => typeof value === 'number')) return undefined
  const half = corners.length / 2
  const [west = 0, south = 0] = corners as number[]
  const [east = 0, north = 0] = (corners as number[]).slice(half)
  const right = east < west ? east + 360 : east
  return { type: 'Polygon', coordinates: [[[west, south], [right, south], [right, north], [west, north], [west, south]]] } // biome-ignore format: a ring
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
