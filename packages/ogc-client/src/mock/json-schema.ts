import type { Schema as JsonSchema } from '@cfworker/json-schema'
import { optionalPackage } from '@geoclients/mock-core'
import type { Schema } from '../generated/types.ts'
import type { JsonValue } from '../types/json.ts'

type Library = typeof import('@cfworker/json-schema')

let library: Library | undefined

// Begun at once, so that it is there before the first request: the time that it takes would pass between the ticks of a
// test's clock. Not awaited here: a module that awaits at its top level cannot be required.
const loading = optionalPackage(
  '@cfworker/json-schema',
  'The mock of @geoclients/ogc-client',
  () => import('@cfworker/json-schema')
).then((loaded) => {
  library = loaded
})
loading.catch(() => {}) // told by whoever needs it

/** Waits for what checks inputs; `findErrors` works from then on. @throws Error if the package cannot be loaded */
export function loadValidator(): Promise<void> {
  return loading
}

/** Says what is wrong with a value, in words; empty where nothing is. Interprets the schema, so that it runs where `eval` may not. */
export function findErrors(schema: Schema, value: JsonValue): string[] {
  if (!library) throw new Error('findErrors was called before loadValidator had ended')
  const { valid, errors } = new library.Validator(toJsonSchema(schema), '2020-12', false).validate(value)
  if (valid) return []
  // Errors of the inside follow the errors of what is around: these name the cause.
  const causes = errors.filter(({ keyword }) => !CONTAINERS.includes(keyword))
  return (causes.length > 0 ? causes : errors).map(({ instanceLocation, error }) => {
    const path = instanceLocation.replace(/^#/, '')
    // What a whole value should be is told by its description; deeper down this is the only place.
    return path === '' ? (error.split(' Expected "', 1)[0] ?? error) : `${path}: ${error}`
  })
}

const CONTAINERS = ['properties', 'items', 'prefixItems', 'allOf', 'anyOf', 'oneOf', 'false']

/** The dialect of OpenAPI 3.0, which the standard fixes, as JSON Schema 2020-12. */
export function toJsonSchema(schema: Schema): JsonSchema {
  const { exclusiveMinimum, exclusiveMaximum, nullable, ...rest } = schema
  const { items, properties, additionalProperties, allOf, anyOf, oneOf, not, ...plain } = rest
  const result: JsonSchema = { ...plain }
  if (exclusiveMinimum === true) moveBound(result, 'minimum', 'exclusiveMinimum')
  else if (typeof exclusiveMinimum === 'number') result.exclusiveMinimum = exclusiveMinimum
  if (exclusiveMaximum === true) moveBound(result, 'maximum', 'exclusiveMaximum')
  else if (typeof exclusiveMaximum === 'number') result.exclusiveMaximum = exclusiveMaximum

  if (Array.isArray(items)) result.prefixItems = items.map(toJsonSchema)
  else if (items !== undefined) result.items = toJsonSchema(items)
  if (properties !== undefined) {
    result.properties = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, toJsonSchema(value)]))
  }
  if (additionalProperties !== undefined) {
    result.additionalProperties =
      typeof additionalProperties === 'boolean' ? additionalProperties : toJsonSchema(additionalProperties)
  }
  if (allOf !== undefined) result.allOf = allOf.map(toJsonSchema)
  if (anyOf !== undefined) result.anyOf = anyOf.map(toJsonSchema)
  if (oneOf !== undefined) result.oneOf = oneOf.map(toJsonSchema)
  if (not !== undefined) result.not = toJsonSchema(not)
  return nullable === true ? { anyOf: [{ type: 'null' }, result] } : result
}

function moveBound(schema: JsonSchema, from: 'minimum' | 'maximum', to: 'exclusiveMinimum' | 'exclusiveMaximum'): void {
  const bound = schema[from]
  delete schema[from]
  if (bound !== undefined) schema[to] = bound
}
