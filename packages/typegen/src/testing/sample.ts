import type { JsonSchema } from '@geoclients/ogc-client/schema'
import fc from 'fast-check'

type Json = NonNullable<JsonSchema['default']> | null
type Definitions = Readonly<Record<string, JsonSchema>>

const formats: Readonly<Record<string, readonly string[]>> = {
  date: ['2026-01-31', '1999-12-01'],
  'date-time': ['2026-01-31T12:00:00Z', '1999-12-01T00:00:00.5+01:00'],
  uri: ['https://example.com/a', 'urn:ogc:def'],
  uuid: ['00000000-0000-4000-8000-000000000000']
}

const maxDepth = 6
const anything = fc.constantFrom<Json>(null, true, 0, 1.5, 'text', [], [1], {}, { a: 1 })

/** Values that a schema is likely to allow; the caller keeps those that it does. */
export function valuesOf(schema: JsonSchema | boolean, definitions: Definitions, depth = 0): fc.Arbitrary<Json> {
  if (typeof schema === 'boolean' || depth > maxDepth) return fc.constant(null)
  const { $ref, allOf, oneOf, anyOf, const: only, enum: all, type } = schema
  const again = (inner: JsonSchema | boolean): fc.Arbitrary<Json> => valuesOf(inner, definitions, depth + 1)
  if ($ref !== undefined) return again(definitions[$ref.slice('#/$defs/'.length)] ?? {})
  if (only !== undefined) return fc.constant(only)
  if (all) return fc.constantFrom(...all)
  const forms = oneOf ?? anyOf
  if (forms) {
    const { oneOf: _, anyOf: __, ...beside } = schema
    return fc.oneof(...forms.map((form) => again(together([beside, form], definitions))))
  }
  if (allOf) {
    const { allOf: _, ...beside } = schema
    return again(together([...allOf, beside], definitions))
  }
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => again({ ...schema, type: one })))
  return valuesOfType(schema, again)
}

function together(parts: readonly JsonSchema[], definitions: Definitions): JsonSchema {
  const followed = parts.map((part) => ({ ...definitions[part.$ref?.slice('#/$defs/'.length) ?? ''], ...part }))
  const shapes = followed.map(({ $ref, ...shape }) => shape)
  return Object.assign({}, ...shapes, {
    properties: Object.assign({}, ...shapes.map(({ properties }) => properties)),
    required: shapes.flatMap(({ required }) => required ?? [])
  })
}

function valuesOfType(
  schema: JsonSchema,
  again: (inner: JsonSchema | boolean) => fc.Arbitrary<Json>
): fc.Arbitrary<Json> {
  const { type, properties, items, prefixItems } = schema
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return wholeNumbers(schema)
  if (type === 'number') return numbers(schema)
  if (type === 'string') return texts(schema)
  if (type === 'array' || items !== undefined || prefixItems) return listsOf(schema, again)
  const isObject = type === 'object' || Object.keys(properties ?? {}).length > 0
  return isObject ? objectsOf(schema, again) : anything
}

function numbers({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): fc.Arbitrary<Json> {
  const min = minimum ?? exclusiveMinimum ?? -100
  const max = maximum ?? exclusiveMaximum ?? Math.max(min, 0) + 100
  return fc.integer({ min: 0, max: 8 }).map((eighths) => min + ((max - min) * eighths) / 8)
}

function wholeNumbers({ minimum = -5, maximum = 20, multipleOf = 1 }: JsonSchema): fc.Arbitrary<Json> {
  const [min, max] = [Math.ceil(minimum / multipleOf), Math.floor(maximum / multipleOf)]
  return fc.integer({ min, max }).map((count) => count * multipleOf)
}

function texts({ format = '', examples, contentEncoding, minLength, maxLength }: JsonSchema): fc.Arbitrary<Json> {
  if (formats[format]) return fc.constantFrom(...formats[format])
  if (examples?.length) return fc.constantFrom(...examples)
  if (contentEncoding) return fc.constantFrom('R2Vv', 'AP8=', '')
  return fc.string({ minLength: minLength ?? 0, maxLength: maxLength ?? 6, unit: 'grapheme' })
}

function listsOf(schema: JsonSchema, again: (inner: JsonSchema | boolean) => fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const { prefixItems, items = true, minItems = 0, maxItems } = schema
  if (prefixItems) {
    const rest = typeof items === 'object' ? fc.array(again(items), { maxLength: 1 }) : fc.constant([])
    return fc.tuple(fc.tuple(...prefixItems.map(again)), rest).map(([first, more]) => [...first, ...more])
  }
  const item = typeof items === 'object' ? again(items) : anything
  return fc.array(item, { minLength: minItems, maxLength: maxItems ?? minItems + 2 })
}

function objectsOf(schema: JsonSchema, again: (inner: JsonSchema | boolean) => fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const { properties = {}, required = [], additionalProperties } = schema
  const undescribed = required
    .filter((name) => !Object.hasOwn(properties, name))
    .map((name) => [name, anything] as const)
  const members = [
    ...Object.entries(properties).map(([name, member]) => [name, again(member)] as const),
    ...undescribed
  ]
  const known = fc.record(Object.fromEntries(members), { requiredKeys: [...new Set(required)] })
  if (typeof additionalProperties !== 'object') return known.map((value) => ({ ...value }))
  const more = fc.dictionary(fc.constantFrom('B04', 'B08', 'other'), again(additionalProperties), { maxKeys: 2 })
  return fc.tuple(more, known).map(([extra, value]) => ({ ...extra, ...value }))
}

/** A value with one part of it replaced by something of another kind. */
export function broken(value: Json): fc.Arbitrary<Json> {
  const places = placesOf(value)
  const others = fc.constantFrom<Json>(null, true, 4.25, 'no such value', [], [[true]], {})
  return fc.tuple(fc.constantFrom(...places), others).map(([path, other]) => replaced(value, path, other))
}

function placesOf(value: Json, path: readonly string[] = []): (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [path, ...inner.flatMap(([name, member]) => placesOf(member, [...path, name]))]
}

function replaced(value: Json, [name, ...rest]: readonly string[], other: Json): Json {
  if (name === undefined) return other
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === name ? replaced(item, rest, other) : item))
  const members = Object.entries(value as Record<string, Json>)
  return Object.fromEntries(
    members.map(([key, member]) => [key, key === name ? replaced(member, rest, other) : member])
  )
}
