import { isRecord } from '@geoclients/client-core'
import type { JsonSchema } from '../json-schema.ts'
import { definitionName, refTo } from '../pointer.ts'
import { isPattern, plainKeywords } from './keywords.ts'
import { schemaOfFormat } from './known-schemas.ts'
import { type Base, References, type ResolveReference } from './references.ts'

type Raw = Readonly<Record<string, unknown>>

const single = ['contains', 'propertyNames', 'not', 'if', 'then', 'else'] as const
const open = ['items', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'] as const
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const

/** Deeper than any handwritten schema. */
const maxDepth = 64
/** More schemas than any process needs. References beyond the limit allow any value. */
const maxDefinitions = 300

/**
 * Converts the schemas of servers to JSON Schema 2020-12: OpenAPI 3.0 and 3.1, older drafts, 2020-12. References become
 * references to `definitions`. A reference without target allows any value.
 */
export class SchemaConverter {
  readonly #references: References
  readonly #names = new Map<object, string>()
  readonly #definitions = new Map<string, JsonSchema>()

  constructor(description: unknown, resolve?: ResolveReference) {
    this.#references = new References(description, resolve)
  }

  /** The referenced schemas by name; empty if there are none. */
  get definitions(): { $defs?: { [name: string]: JsonSchema } } {
    return this.#definitions.size === 0 ? {} : { $defs: Object.fromEntries(this.#definitions) }
  }

  convert(schema: unknown): JsonSchema {
    return implied(this.#convert(schema, { root: schema }, 0))
  }

  #convert(schema: unknown, base: Base, depth: number): JsonSchema {
    if (schema === false) return { not: {} }
    if (!isRecord(schema) || depth > maxDepth) return {}
    const own = this.#own(schema, base, depth)
    if (schema.nullable === true) return nullable(own)
    return own
  }

  #own(schema: Raw, base: Base, depth: number): JsonSchema {
    const result = plainKeywords(schema)
    const convert = (inner: unknown): JsonSchema => this.#convert(inner, base, depth + 1)
    if (typeof schema.$ref === 'string') Object.assign(result, this.#reference(schema.$ref, base, depth))
    const { items, additionalItems, dependencies, ...rest } = schema
    const tuple = Array.isArray(items) ? { prefixItems: items, items: additionalItems } : { items }
    const modern: Raw = { ...rest, ...tuple }
    for (const key of single) if (isSchema(modern[key])) result[key] = convert(modern[key])
    for (const key of open) {
      const value = modern[key]
      if (typeof value === 'boolean' || isRecord(value))
        result[key] = typeof value === 'boolean' ? value : implied(convert(value))
    }
    for (const key of lists) {
      const value = modern[key]
      if (Array.isArray(value) && value.length > 0) result[key] = value.map(convert)
    }
    choosable(result)
    spellOut(result)
    const inherited = (one: unknown): JsonSchema => implied(convert(one))
    if (isRecord(modern.properties)) result.properties = mapValues(modern.properties, inherited)
    addPatterns(result, modern.patternProperties, inherited)
    if (isRecord(modern.dependentSchemas)) result.dependentSchemas = mapValues(modern.dependentSchemas, convert)
    if (isRecord(dependencies)) addDependencies(result, dependencies, convert)
    return this.#withFormat(result, depth)
  }

  #reference(ref: string, base: Base, depth: number): JsonSchema {
    const target = this.#references.find(ref, base)
    if (target === undefined) return { $comment: `The schema ${ref} is not known here.` }
    const { schema } = target
    if (!isRecord(schema)) return this.#convert(schema, target.base, depth + 1)
    const known = this.#names.get(schema)
    if (known !== undefined) return { $ref: refTo(known) }
    if (this.#names.size >= maxDefinitions) return {}
    const name = this.#freeName(target.name)
    this.#names.set(schema, name)
    this.#definitions.set(name, {})
    this.#definitions.set(name, withoutLoop(this.#convert(schema, target.base, 0), name, this.#definitions))
    return { $ref: refTo(name) }
  }

  /** A unique name of letters, digits and underscores, which needs no escapes and is safe in generated code. */
  #freeName(wanted: string): string {
    const plain = wanted
      .replace(/[^A-Za-z0-9_]+/g, '_')
      .replace(/^(?![A-Za-z])/, 'Schema_')
      .slice(0, 60)
    let name = plain
    for (let count = 2; this.#definitions.has(name); count++) name = `${plain}_${count}`
    return name
  }

  #withFormat(schema: JsonSchema, depth: number): JsonSchema {
    const { format, type } = schema
    const meant = format === undefined || (type !== undefined && type !== 'object') ? undefined : schemaOfFormat(format)
    const isBare = !['properties', '$ref', 'allOf', 'anyOf', 'oneOf', 'enum', 'const'].some((key) => key in schema)
    return meant && isBare ? { ...this.#convert({ ...meant }, { root: meant }, depth + 1), ...schema } : schema
  }
}

/** Adds the type that members or items imply, because servers omit it. Not for parts of a combination. */
function implied(schema: JsonSchema): JsonSchema {
  if (isTold(schema)) return schema
  if (schema.properties) return { type: 'object', ...schema }
  return schema.items !== undefined || schema.prefixItems ? { type: 'array', ...schema } : schema
}

function isTold(schema: JsonSchema): boolean {
  return ['type', '$ref', 'allOf', 'anyOf', 'oneOf', 'enum', 'const', 'not'].some((key) => key in schema)
}

/** Turns a `oneOf` of media types into `anyOf`, because the same text may match several and `oneOf` would refuse it. */
function choosable(schema: JsonSchema): void {
  const { oneOf, anyOf } = schema
  if (!oneOf?.some(({ contentMediaType, contentEncoding }) => contentMediaType ?? contentEncoding)) return
  delete schema.oneOf
  if (anyOf) schema.allOf = [...(schema.allOf ?? []), { anyOf: oneOf }]
  else schema.anyOf = oneOf
}

/** Copies `items` into alternatives with different lengths, because form libraries show an alternative alone. */
function spellOut(schema: JsonSchema): void {
  const { type, items } = schema
  if (type !== 'array' || items === undefined) return
  const whole = (form: JsonSchema): JsonSchema =>
    isTold(form) || form.items !== undefined ? form : { type, items, ...form }
  if (schema.oneOf) schema.oneOf = schema.oneOf.map(whole)
  if (schema.anyOf) schema.anyOf = schema.anyOf.map(whole)
}

/** A definition that only refers to itself, directly or through others, allows any value. */
function withoutLoop(schema: JsonSchema, name: string, definitions: ReadonlyMap<string, JsonSchema>): JsonSchema {
  const seen = new Set([name])
  for (let next = schema.$ref; next !== undefined; ) {
    const target = definitionName(next)
    if (seen.has(target)) return {}
    seen.add(target)
    next = definitions.get(target)?.$ref
  }
  return schema
}

/** OpenAPI 3.0: `nullable` next to a type. Without a type, null becomes one more alternative. */
function nullable(schema: JsonSchema): JsonSchema {
  const { title, description, default: fallback, ...rest } = schema
  const told = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(fallback !== undefined && { default: fallback })
  }
  if (rest.type === undefined || rest.const !== undefined) return { ...told, anyOf: [rest, { type: 'null' }] }
  const types = [rest.type].flat()
  const type = types.includes('null') ? types : [...types, 'null' as const]
  return { ...told, ...rest, type, ...(rest.enum && { enum: [...new Set([...rest.enum, null])] }) }
}

/** What members are by their names. If one pattern cannot be applied, nothing is closed to the others. */
function addPatterns(result: JsonSchema, given: unknown, convert: (schema: unknown) => JsonSchema): void {
  if (!isRecord(given)) return
  const usable = Object.entries(given).filter(([pattern]) => isPattern(pattern))
  if (usable.length > 0) result.patternProperties = mapValues(Object.fromEntries(usable), convert)
  if (usable.length === Object.keys(given).length) return
  delete result.additionalProperties
  delete result.unevaluatedProperties
}

/** Splits draft 7's `dependencies` into its two successors. */
function addDependencies(result: JsonSchema, dependencies: Raw, convert: (schema: unknown) => JsonSchema): void {
  const all = Object.entries(dependencies)
  const names = all.filter(([, value]) => Array.isArray(value) && value.every((name) => typeof name === 'string'))
  const schemas = all.filter(([, value]) => isRecord(value))
  if (names.length > 0) result.dependentRequired = Object.fromEntries(names) as Record<string, string[]>
  if (schemas.length > 0) result.dependentSchemas = mapValues(Object.fromEntries(schemas), convert)
}

function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || isRecord(value)
}

function mapValues(record: Raw, map: (value: unknown) => JsonSchema): { [name: string]: JsonSchema } {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
}
