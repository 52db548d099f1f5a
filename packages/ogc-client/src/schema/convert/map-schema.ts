import type { JsonSchema } from '../json-schema.ts'

const single = ['contains', 'propertyNames', 'not', 'if', 'then', 'else'] as const
const open = ['items', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'] as const
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const
const maps = ['properties', 'patternProperties', 'dependentSchemas', '$defs'] as const

/** A copy of a schema in which every schema, inner ones first, is what `change` makes of it. Values that it holds stay. */
export function mapSchema(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const mapped = (inner: JsonSchema): JsonSchema => mapSchema(inner, change)
  const copy: JsonSchema = { ...schema }
  for (const key of single) {
    const inner = schema[key]
    if (typeof inner === 'object') copy[key] = mapped(inner)
  }
  for (const key of open) {
    const inner = schema[key]
    if (typeof inner === 'object') copy[key] = mapped(inner)
  }
  for (const key of lists) {
    const inner = schema[key]
    if (inner) copy[key] = inner.map(mapped)
  }
  for (const key of maps) {
    const inner = schema[key]
    if (inner) copy[key] = Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, mapped(one)]))
  }
  return change(copy)
}
