import type { BoundingBox, GeoJsonGeometry } from '../../generated/types.ts'
import { internalError } from '../errors.ts'

/** The box around a geometry. The service itself does not look into coordinates, so this is where wrong ones show. */
export function boundsOf({ type, coordinates }: GeoJsonGeometry): BoundingBox {
  const points: (readonly number[])[] = []
  if (type === 'Point') points.push(position(coordinates))
  else {
    for (const polygon of type === 'Polygon' ? [coordinates] : list(coordinates)) {
      for (const ring of list(polygon)) points.push(...closedRing(ring))
    }
  }
  if (points.length === 0) throw new Error('the geometry has no positions')
  const box = { min_lon: Infinity, min_lat: Infinity, max_lon: -Infinity, max_lat: -Infinity }
  for (const [lon = Number.NaN, lat = Number.NaN] of points) {
    box.min_lon = Math.min(box.min_lon, lon)
    box.min_lat = Math.min(box.min_lat, lat)
    box.max_lon = Math.max(box.max_lon, lon)
    box.max_lat = Math.max(box.max_lat, lat)
  }
  return box
}

/** How much of the box lies within the extent, from 0 to 1; a side without length counts by its position. */
export function coverageOf(box: BoundingBox, extent: BoundingBox): number {
  const across = overlap(box.min_lon, box.max_lon, extent.min_lon, extent.max_lon)
  return across * overlap(box.min_lat, box.max_lat, extent.min_lat, extent.max_lat)
}

/** Lists in lists that break the counting of the service, which calls itself for each; the number is about right. */
const TOO_DEEP = 490

/**
 * Positions of a geometry as the service counts them for its limit: a point has none.
 * @throws ServiceFailure 500 for lists that are nested too deep
 */
export function countVertices({ type, coordinates }: GeoJsonGeometry): number {
  return type === 'Point' ? 0 : count(coordinates)
}

function count(value: unknown, depth = 1): number {
  if (depth > TOO_DEEP) throw internalError('The coordinates are nested too deep')
  if (!Array.isArray(value)) return 0
  if (value.length > 0 && value.every((item) => typeof item === 'number')) return 1
  return value.reduce<number>((sum, item) => sum + count(item, depth + 1), 0)
}

function overlap(low: number, high: number, least: number, most: number): number {
  if (low === high) return least <= low && low <= most ? 1 : 0
  return Math.max(0, Math.min(high, most) - Math.max(low, least)) / (high - low)
}

function closedRing(ring: unknown): (readonly number[])[] {
  const points = list(ring).map(position)
  const [first, last] = [points[0] ?? [], points.at(-1) ?? []]
  // Closed in longitude and latitude, whatever the heights are.
  if (first[0] !== last[0] || first[1] !== last[1]) throw new Error('the geometry has an open ring')
  return points
}

function position(value: unknown): readonly number[] {
  const numbers = list(value)
  if (numbers.length < 2 || !numbers.every((item) => typeof item === 'number')) {
    throw new Error('the geometry has a position that is not a pair of numbers')
  }
  return numbers
}

function list<T>(value: readonly T[] | unknown): readonly T[] {
  if (!Array.isArray(value)) throw new Error('the geometry has a number or text where a list belongs')
  return value
}
