import type { JsonSchema } from '@geoclients/ogc-client/schema'
import { type Definitions, parts, typeNames } from './schema-parts.ts'

export type FieldKind = 'BoxField' | 'GeometryField' | 'FileField' | 'JsonField'

/** Our field for a value; undefined if the form library has one. */
export function fieldOf(schema: JsonSchema, definitions: Definitions): FieldKind | undefined {
  const all = parts(schema, definitions)
  if (all.some(isBox)) return 'BoxField'
  if (all.some(isGeoJson)) return 'GeometryField'
  const variants = schema.anyOf ?? schema.oneOf
  if (variants ? variants.every(isFile) : isFile(schema)) return 'FileField'
  return saysNothing(schema) ? 'JsonField' : undefined
}

/** The schema of the items of a list, if all have the same. */
export const itemsOf = ({ type, items }: JsonSchema): JsonSchema | undefined =>
  type === 'array' && typeof items === 'object' ? items : undefined

const isBox = ({ format, properties }: JsonSchema): boolean =>
  format === 'ogc-bbox' || (properties?.bbox?.type === 'array' && !properties.coordinates && !properties.type)

const geoJsonName = /^(Multi)?(Point|LineString|Polygon)$|^Feature(Collection)?$|^GeometryCollection$/

function isGeoJson(schema: JsonSchema): boolean {
  if (schema.format?.startsWith('geojson')) return true
  if (schema.contentMediaType?.startsWith('application/geo+json') && schema.type !== 'string') return true
  return typeNames(schema).some((name) => geoJsonName.test(name))
}

function isFile({ type, contentEncoding, contentMediaType = '', format = '' }: JsonSchema): boolean {
  if (type !== 'string' && type !== undefined) return false
  if (contentEncoding === 'base64' || contentEncoding === 'binary' || /^(byte|binary)$/.test(format)) return true
  return contentMediaType !== '' && !/json|^text\/plain/.test(contentMediaType)
}

function saysNothing(schema: JsonSchema): boolean {
  const { type, $ref, allOf, anyOf, oneOf, enum: values, const: only, properties, items } = schema
  if (type === 'array') return items === undefined || typeof items === 'boolean' || saysNothing(items)
  if (type === 'object') return Object.keys(properties ?? {}).length === 0 && !anyOf && !oneOf && !allOf
  return [type, $ref, allOf, anyOf, oneOf, values, only].every((one) => one === undefined)
}
