import type { Geometry } from '../generated/types.ts'

type Turn = (position: readonly number[]) => number[]

const radius = 6_378_137
const toMercator: Turn = ([lon = 0, lat = 0]) => [
  (radius * lon * Math.PI) / 180,
  radius * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
]
const fromMercator: Turn = ([x = 0, y = 0]) => [
  (x / radius) * (180 / Math.PI),
  (2 * Math.atan(Math.exp(y / radius)) - Math.PI / 2) * (180 / Math.PI)
]
const swapped: Turn = ([first = 0, second = 0]) => [second, first]
const same: Turn = (position) => [...position]

/** The coordinates that a mock knows, with the ways from WGS 84, longitude first, and back. */
export const known: Readonly<Record<string, { readonly from84: Turn; readonly to84: Turn }>> = {
  'http://www.opengis.net/def/crs/OGC/1.3/CRS84': { from84: same, to84: same },
  'http://www.opengis.net/def/crs/EPSG/0/4326': { from84: swapped, to84: swapped },
  'http://www.opengis.net/def/crs/EPSG/0/3857': { from84: toMercator, to84: fromMercator }
}

/** All positions of a geometry, in their order. */
export function positions(geometry: Geometry | null): number[][] {
  if (geometry === null) return []
  if ('geometries' in geometry) return geometry.geometries.flatMap(positions)
  return numbersBelow(geometry.coordinates)
}

function numbersBelow(value: unknown): number[][] {
  if (!Array.isArray(value)) return []
  return typeof value[0] === 'number' ? [value] : value.flatMap(numbersBelow)
}

/** A geometry with each of its positions turned. */
export function turned<G extends Geometry | null>(geometry: G, turn: Turn): G {
  const inner = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value
    return typeof value[0] === 'number' ? turn(value) : value.map(inner)
  }
  if (geometry === null) return geometry
  if ('geometries' in geometry) return { ...geometry, geometries: geometry.geometries.map((one) => turned(one, turn)) }
  return { ...geometry, coordinates: inner(geometry.coordinates) } as G
}
