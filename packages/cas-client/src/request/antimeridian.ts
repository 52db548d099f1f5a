import type { GeoJsonGeometry, Position } from '../generated/types.ts'

/**
 * Whether a polygon seems to cross the antimeridian without being cut there (RFC 7946, 3.1.9): it has an edge that is
 * longer than half the globe. The service reads such an edge as going around the other side. Edges from -180 to 180 are
 * ignored, because polygons around the whole globe have them.
 */
export function crossesAntimeridian(geometry: GeoJsonGeometry): boolean {
  if (geometry.type === 'Point') return false
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.some((polygon) => polygon.some(hasLongEdge))
}

function hasLongEdge(ring: readonly Position[]): boolean {
  return ring.some(([longitude = 0], i) => {
    const length = Math.abs(longitude - Number(ring[i - 1]?.[0] ?? longitude))
    return length > 180 && length < 360
  })
}

/** The text of the warning. */
export function antimeridianWarning(path: string): string {
  return `${path} has an edge longer than half the globe. If it should cross the antimeridian, cut it there (RFC 7946, 3.1.9). Without the cut, the values are those of the other side of the globe`
}
