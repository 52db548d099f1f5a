import type { GeoJsonGeometry } from '../../generated/types.ts'
import type { JsonValue } from '../../types/json.ts'
import { type Reader, readList, readObject, readText, required } from './fields.ts'

const PATTERN = /^(Point|Polygon|MultiPolygon)$/

/** A geometry of one of the three types. Its coordinates are a list; the service looks no further. */
export const readGeometry: Reader<GeoJsonGeometry> = (value, at, issues) => {
  const object = readObject(value, at, issues)
  if (object === undefined) return undefined
  const type = required(object, 'type', at, issues, readType)
  const coordinates = required(object, 'coordinates', at, issues, readList)
  if (type === undefined || coordinates === undefined) return undefined
  return unchecked(type, coordinates)
}

const readType: Reader<string> = (value, at, issues) => {
  const text = readText(value, at, issues)
  if (text === undefined || PATTERN.test(text)) return text
  return issues.add('string_pattern_mismatch', at, 'Expected: Point, Polygon or MultiPolygon', text, {
    pattern: PATTERN.source
  })
}

/** Whoever looks into the coordinates has to expect anything, as a provider of the service has. */
function unchecked(type: string, coordinates: JsonValue[]): GeoJsonGeometry {
  return { type, coordinates } as GeoJsonGeometry
}
