import type { JsonSchema } from '@geoclients/ogc-client/schema'
import { docOf } from './doc-text.ts'
import { alternativesOf, isEmptyShape, mergeShapes } from './merge-shapes.ts'
import { isOpen, type TypeSchema } from './types.ts'

/** The direction of a type. They differ for open objects, because an interface is not assignable to `{ [k: string]: unknown }`. */
export type Direction = 'input' | 'output'

const anyObject: Readonly<Record<Direction, string>> = {
  input: '({ [k: string]: unknown } | (object & { readonly [Symbol.iterator]?: never }))',
  output: '{ [k: string]: unknown }'
}

/** Longer lists of a fixed length become plain lists, because such tuples are unreadable. */
const longestTuple = 6
const maxDepth = 64
/** Maximum number of shapes of one input or output. Combined alternatives multiply, so a hostile schema would never end. */
const maxShapes = 5_000

interface Budget {
  left: number
}

/**
 * A schema with only the keywords that json-schema-to-typescript reads: without a server's `tsType` or `$id`, and with
 * references only to definitions. Titles become documentation, because otherwise each would name a type.
 */
export function toTypeSchema(
  schema: JsonSchema | boolean,
  direction: Direction,
  budget: Budget = { left: maxShapes },
  depth = 0
): TypeSchema {
  if (schema === false || isNever(schema)) return { tsType: 'never' }
  budget.left -= 1
  if (schema === true || depth > maxDepth || budget.left < 0) return { tsType: 'unknown' }
  const doc = docOf(schema)
  const told = { ...(doc !== '' && { description: doc }), ...(schema.deprecated && { deprecated: true }) }
  const shape = shapeOf(schema, direction, budget, depth)
  // With a named type, the documentation of the property would be lost.
  return shape.$ref !== undefined && doc !== '' ? { ...told, allOf: [shape] } : { ...told, ...shape }
}

function isNever(schema: JsonSchema | true): boolean {
  return schema !== true && schema.not !== undefined && Object.keys(schema.not).length === 0
}

function shapeOf(schema: JsonSchema, direction: Direction, budget: Budget, depth: number): TypeSchema {
  const convert = (inner: JsonSchema | boolean): TypeSchema => toTypeSchema(inner, direction, budget, depth + 1)
  const { $ref, allOf, ...own } = schema
  if ($ref !== undefined || allOf !== undefined) {
    const parts = [...($ref === undefined ? [] : [{ $ref }]), ...(allOf ?? []).map(withoutWords)]
    const shape = withoutWords(own)
    return all(
      [shape, ...parts].filter((part) => !isEmptyShape(part)),
      convert
    )
  }
  const alternatives = alternativesOf(withoutWords(schema))
  if (alternatives) return either(alternatives.map(convert))
  if (schema.const !== undefined) return { enum: [schema.const] }
  if (schema.enum) return { enum: fitting(schema) }
  const { type } = schema
  if (Array.isArray(type)) return either(type.map((one) => convert({ ...withoutWords(schema), type: one })))
  if (type === 'array' || (type === undefined && (schema.items !== undefined || schema.prefixItems))) {
    return listOf(schema, convert)
  }
  if (type === 'object' || (type === undefined && isOpen(schema))) return objectOf(schema, direction, convert)
  return type === undefined ? { tsType: 'unknown' } : { type }
}

/** The intersection of several shapes: a single shape if they can be merged. */
function all(parts: readonly JsonSchema[], convert: (schema: JsonSchema) => TypeSchema): TypeSchema {
  const merged: JsonSchema[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    const both = last === undefined ? undefined : mergeShapes(last, part)
    if (both === undefined) merged.push(part)
    else merged[merged.length - 1] = both
  }
  const [only, ...others] = merged
  if (only === undefined) return { tsType: 'unknown' }
  if (others.length === 0) return only.$ref === undefined ? convert(only) : { $ref: refOf(only.$ref) }
  return { allOf: merged.map((part) => (part.$ref === undefined ? convert(part) : { $ref: refOf(part.$ref) })) }
}

function either(shapes: readonly TypeSchema[]): TypeSchema {
  const unique = [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).values()]
  const possible = unique.filter(({ tsType }) => tsType !== 'never')
  const [only, ...others] = possible
  if (only === undefined) return { tsType: 'never' }
  return others.length === 0 ? only : { anyOf: possible }
}

function objectOf(
  schema: JsonSchema,
  direction: Direction,
  convert: (schema: JsonSchema | boolean) => TypeSchema
): TypeSchema {
  const { properties = {}, required = [], additionalProperties, patternProperties } = schema
  const undescribed = required.filter((name) => !Object.hasOwn(properties, name)).map((name) => [name, true] as const)
  const members = [...Object.entries(properties), ...undescribed]
  const rest = patternProperties ? true : additionalProperties
  const isAnything = rest === true || (typeof rest === 'object' && isEmptyShape(rest))
  if (members.length === 0) {
    if (rest === undefined || isAnything) return { tsType: anyObject[direction] }
    if (rest === false) return { tsType: '{ [k: string]: never }' }
  }
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(([name, member]) => [name, convert(member)])),
    required: [...new Set(required)],
    additionalProperties: isAnything ? true : typeof rest === 'object' ? convert(rest) : false
  }
}

function listOf(schema: JsonSchema, convert: (schema: JsonSchema | boolean) => TypeSchema): TypeSchema {
  const { prefixItems, items = true, minItems = 0, maxItems } = schema
  if (prefixItems && prefixItems.length <= longestTuple) {
    const isClosed = items === false || (maxItems !== undefined && maxItems <= prefixItems.length)
    return {
      type: 'array',
      items: prefixItems.map(convert),
      minItems: Math.min(minItems, prefixItems.length),
      ...(isClosed ? { maxItems: prefixItems.length, additionalItems: false } : { additionalItems: convert(items) })
    }
  }
  if (prefixItems)
    return { type: 'array', items: either([...prefixItems, ...(items === false ? [] : [items])].map(convert)) }
  const isTuple = minItems === maxItems && minItems > 0 && minItems <= longestTuple
  if (!isTuple) return { type: 'array', items: convert(items) }
  const item = convert(items)
  return {
    type: 'array',
    items: Array.from({ length: minItems }, () => item),
    minItems,
    maxItems: minItems,
    additionalItems: false
  }
}

/** The enum values that the type allows, or all of them if it allows none. */
function fitting({ enum: values = [], type }: JsonSchema): NonNullable<TypeSchema['enum']> {
  const types = [type].flat()
  const fits = values.filter((value) => type === undefined || types.some((name) => isOf(value, name)))
  return fits.length > 0 ? fits : values
}

function isOf(value: unknown, type: string | undefined): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (value === null) return type === 'null'
  return Array.isArray(value) ? type === 'array' : type === typeof value
}

/** A schema without the keywords that describe the property and not the type of its values. */
function withoutWords(schema: JsonSchema): JsonSchema {
  const { title, description, default: _, examples, deprecated, readOnly, writeOnly, $comment, ...shape } = schema
  return shape
}

function refOf(ref: string): string {
  return ref.replace('#/$defs/', '#/definitions/')
}
