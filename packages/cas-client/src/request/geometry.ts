import { invalidArgument } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import type { GeoJsonGeometry } from '../generated/types.ts'
import type { DeepReadonly, FeatureLike } from '../types/geojson.ts'
import { refuseCrs } from './crs.ts'

/** A geometry that the service accepts, or a Feature with such a geometry. Both may be readonly. */
export type GeometryLike = DeepReadonly<GeoJsonGeometry> | FeatureLike

/**
 * The geometry of a geometry or Feature, fully checked, because the service returns 200 without results for an unclosed ring or
 * text among the coordinates. Only the service knows how many positions it accepts. `path` is the position in the caller's
 * argument.
 */
export function readGeometry(value: unknown, path: string): GeoJsonGeometry {
  if (!isObject(value)) throw refuse(path, value, 'a GeoJSON geometry or Feature')
  if (value.type !== 'Feature') return readBare(value, path)
  if (value.crs !== undefined) refuseCrs(value, path)
  return readBare(value.geometry, `${path}.geometry`)
}

function readBare(value: unknown, path: string): GeoJsonGeometry {
  if (!isObject(value)) throw refuse(path, value, 'a GeoJSON geometry')
  if (value.crs !== undefined) refuseCrs(value, path)
  const { type, coordinates } = value
  const at = `${path}.coordinates`
  if (type === 'Point') checkPosition(coordinates, at)
  else if (type === 'Polygon') checkPolygon(coordinates, at)
  else if (type === 'MultiPolygon') {
    const polygons = list(coordinates, at, 'an array of at least one polygon')
    for (const [i, polygon] of polygons.entries()) checkPolygon(polygon, `${at}[${i}]`)
  } else throw refuse(`${path}.type`, type, '"Point", "Polygon" or "MultiPolygon", the types that the service accepts')
  return { type, coordinates } as GeoJsonGeometry // checked above, member by member
}

function checkPolygon(polygon: unknown, path: string): void {
  const rings = list(polygon, path, 'an array of at least one ring')
  for (const [i, ring] of rings.entries()) checkRing(ring, `${path}[${i}]`)
}

function checkRing(ring: unknown, path: string): void {
  const positions = list(ring, path, 'a ring of at least four positions')
  if (positions.length < 4) throw refuse(path, ring, 'a ring of at least four positions')
  for (const [i, position] of positions.entries()) checkPosition(position, `${path}[${i}]`)
  const [first, last] = [positions[0], positions.at(-1)] as [readonly number[], readonly number[]]
  if (first[0] !== last[0] || first[1] !== last[1]) {
    const message = `${path} must be a closed ring: its last position [${last}] differs from its first, [${first}]`
    throw makeCasError({ code: 'invalid-argument', message })
  }
}

function checkPosition(position: unknown, path: string): void {
  const expected = 'a position [longitude, latitude] or [longitude, latitude, height]'
  if (!Array.isArray(position) || position.length < 2 || position.length > 3) throw refuse(path, position, expected)
  for (const [i, number] of position.entries()) {
    if (!Number.isFinite(number)) throw refuse(`${path}[${i}]`, number, 'a finite number')
  }
  const [longitude, latitude] = position
  if (Math.abs(longitude) > 180) throw refuse(`${path}[0]`, longitude, 'a longitude from -180 to 180')
  if (Math.abs(latitude) > 90) throw refuse(`${path}[1]`, latitude, 'a latitude from -90 to 90')
}

function list(value: unknown, path: string, expected: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw refuse(path, value, expected)
  return value
}

/** Every item comes by here. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuse(path: string, value: unknown, expected: string): Error {
  return invalidArgument(makeCasError, path, value, expected)
}
