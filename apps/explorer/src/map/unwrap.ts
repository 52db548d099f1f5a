import type { Feature, FeatureCollection, Position } from 'geojson'

/** The last latitude that the projection of the web shows. */
const edge = 85.05

/**
 * Rings with longitudes that continue beyond 180 degrees instead of jumping to the other side, so no line crosses the map. A
 * ring around a pole is closed along the edge of the map.
 */
export function unwrapped({ features }: FeatureCollection): FeatureCollection {
  return { type: 'FeatureCollection', features: features.map(unwrappedFeature) }
}

function unwrappedFeature(feature: Feature): Feature {
  const { geometry } = feature
  if (geometry.type === 'Polygon') {
    return { ...feature, geometry: { ...geometry, coordinates: geometry.coordinates.map(unwrappedRing) } }
  }
  if (geometry.type !== 'MultiPolygon') return feature
  const coordinates = geometry.coordinates.map((polygon) => polygon.map(unwrappedRing))
  return { ...feature, geometry: { ...geometry, coordinates } }
}

function unwrappedRing(ring: readonly Position[]): Position[] {
  let shift = 0
  let before: number | undefined
  const made = ring.map(([longitude = 0, latitude = 0]): Position => {
    if (before !== undefined && Math.abs(longitude - before) > 180) shift += longitude < before ? 360 : -360
    before = longitude
    return [longitude + shift, Math.max(-edge, Math.min(edge, latitude))]
  })
  const [first, last] = [made[0], made.at(-1)]
  if (shift === 0 || !first || !last) return made
  const pole = (last[1] ?? 0) < 0 ? -edge : edge
  return [...made, [last[0] ?? 0, pole], [first[0] ?? 0, pole], first]
}
