import type { JsonSchema } from '@geoclients/ogc-client/schema'

export type Definitions = Readonly<Record<string, JsonSchema>> | undefined

const prefix = '#/$defs/'

/** A schema with its references, parts and alternatives at the top level. */
export function parts(schema: JsonSchema, definitions: Definitions, depth = 0): JsonSchema[] {
  if (depth > 4) return []
  const { $ref, allOf = [], anyOf = [], oneOf = [] } = schema
  const target = $ref?.startsWith(prefix) ? definitions?.[decodeURIComponent($ref.slice(prefix.length))] : undefined
  const inner = [...(target ? [target] : []), ...allOf, ...anyOf, ...oneOf]
  return [schema, ...inner.flatMap((part) => parts(part, definitions, depth + 1))]
}

/** The allowed values of the member `type`, which are the GeoJSON types. */
export function typeNames({ properties }: JsonSchema): string[] {
  const { enum: values, const: only } = properties?.type ?? {}
  const names = values ?? (only === undefined ? [] : [only])
  return names.filter((name) => typeof name === 'string')
}
