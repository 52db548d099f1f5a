import type { JsonValue } from '../types/json.ts'
import type { JsonSchema, JsonType } from './json-schema.ts'
import { definitionName } from './pointer.ts'

/** Options for a template. */
export interface TemplateRules {
  readonly definitions: Readonly<Record<string, JsonSchema>>
  /** Whether to leave out optional members. */
  readonly requiredOnly: boolean
}

/** Maximum depth of a template, which also ends recursive schemas. */
const maxDepth = 12
/** Maximum depth of optional members in a template. */
const optionalDepth = 4

/** Maximum length of a list in a template. */
export const longestList = 1_000

/** An initial value of a schema: its default, the first allowed value, or the zero of its type, within its limits. */
export function zeroOf(schema: JsonSchema, rules: TemplateRules, depth = 0): JsonValue {
  const { default: fallback, const: only, enum: all, examples } = schema
  if (fallback !== undefined) return structuredClone(fallback)
  if (only !== undefined) return structuredClone(only)
  if (all?.[0] !== undefined) return structuredClone(all[0])
  if (depth > maxDepth) return null
  const whole = merged(schema, rules)
  if (whole !== schema) return zeroOf(whole, rules, depth + 1)
  const type = [schema.type].flat()[0] ?? impliedType(schema)
  if (type === 'string' && examples?.some((example) => typeof example === 'string')) return examples[0] as JsonValue
  return zeroOfType(type, schema, rules, depth)
}

/** A schema merged with its reference and its first alternative. */
function merged(schema: JsonSchema, { definitions }: TemplateRules): JsonSchema {
  const { $ref, allOf, oneOf, anyOf, ...own } = schema
  const parts = [
    ...($ref === undefined ? [] : [definitions[definitionName($ref)] ?? {}]),
    ...(allOf ?? []),
    ...(oneOf?.slice(0, 1) ?? []),
    ...(anyOf?.slice(0, 1) ?? [])
  ]
  if (parts.length === 0) return schema
  const all = [...parts, own]
  const properties = Object.assign({}, ...all.map((part) => part.properties))
  return {
    ...Object.assign({}, ...all),
    ...(all.some((part) => part.properties) && { properties }),
    ...(all.some((part) => part.required) && { required: all.flatMap((part) => part.required ?? []) })
  }
}

function impliedType({ properties, items, prefixItems }: JsonSchema): JsonType {
  if (properties) return 'object'
  return items !== undefined || prefixItems ? 'array' : 'null'
}

function zeroOfType(type: JsonType, schema: JsonSchema, rules: TemplateRules, depth: number): JsonValue {
  if (type === 'boolean') return false
  if (type === 'number' || type === 'integer') return numberWithin(schema, type === 'integer')
  if (type === 'string') return textOf(schema)
  if (type === 'array') {
    const { prefixItems = [], items, minItems = 0 } = schema
    const rest = typeof items === 'object' ? items : {}
    const length = Math.min(Math.max(minItems, prefixItems.length), longestList)
    return Array.from({ length }, (_, i) => zeroOf(prefixItems[i] ?? rest, rules, depth + 1))
  }
  if (type !== 'object') return null
  const { properties = {}, required = [] } = schema
  const isShown = depth < optionalDepth && !rules.requiredOnly
  const optional = isShown ? Object.keys(properties).filter((name) => isTelling(properties[name])) : []
  return Object.fromEntries(
    [...new Set([...required, ...optional])].map((name) => {
      const member = Object.hasOwn(properties, name) ? properties[name] : undefined
      return [name, zeroOf(member ?? {}, rules, depth + 1)]
    })
  )
}

/** Whether an optional member is informative in a template, unlike an empty list or null. */
function isTelling(schema: JsonSchema = {}): boolean {
  if ('default' in schema || 'const' in schema || 'enum' in schema) return true
  const { type, properties } = schema
  return type === 'object' ? properties !== undefined : typeof type === 'string' && type !== 'array' && type !== 'null'
}

/** The allowed number nearest to 0. */
function numberWithin(schema: JsonSchema, isWhole: boolean): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
  const step = multipleOf ?? 1
  const low = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity)
  const high = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity)
  const isIn = (value: number): boolean =>
    value >= low && value <= high && value !== exclusiveMinimum && value !== exclusiveMaximum
  if (isIn(0)) return 0
  const nearest = low > 0 || low === 0 ? low : high
  const stepped = (nearest < 0 ? Math.floor : Math.ceil)(nearest / step) * step
  const further = stepped + (nearest <= 0 && low < 0 ? -step : step)
  const candidates =
    isWhole || multipleOf !== undefined ? [stepped, further] : [nearest, stepped, further, (low + high) / 2]
  return candidates.find((value) => Number.isFinite(value) && isIn(value)) ?? nearest
}

const samples: Readonly<Record<string, string>> = {
  date: '2026-01-01',
  time: '00:00:00Z',
  'date-time': '2026-01-01T00:00:00Z',
  duration: 'P1D',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  email: 'someone@example.com',
  uuid: '00000000-0000-0000-0000-000000000000'
}

/** A valid text for a format, or else an empty text. */
function textOf({ format }: JsonSchema): string {
  return (format === undefined ? undefined : samples[format]) ?? ''
}
