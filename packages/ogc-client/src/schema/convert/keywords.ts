import { isRecord } from '@geoclients/client-core'
import type { JsonValue } from '../../types/json.ts'
import type { JsonSchema, JsonType } from '../json-schema.ts'
import { longestText } from './pattern-bound.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isFlag: Check = (value) => typeof value === 'boolean'
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value)
const isCount: Check = (value) => Number.isInteger(value) && (value as number) >= 0
const isTextList: Check = (value) => Array.isArray(value) && value.every(isText)
const isAnything: Check = (value) => value !== undefined

/** The keywords without subschemas, and their valid values. Unknown keywords are dropped. */
const plain: Readonly<Record<string, Check>> = {
  title: isText,
  description: isText,
  format: isText,
  contentEncoding: isText,
  contentMediaType: isText,
  pattern: isPattern,
  default: isAnything,
  const: isAnything,
  enum: (value) => Array.isArray(value) && value.length > 0,
  examples: (value) => Array.isArray(value),
  required: isTextList,
  minimum: isNumber,
  maximum: isNumber,
  exclusiveMinimum: isNumber,
  exclusiveMaximum: isNumber,
  multipleOf: (value) => isNumber(value) && (value as number) > 0,
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  minContains: isCount,
  maxContains: isCount,
  minProperties: isCount,
  maxProperties: isCount,
  uniqueItems: isFlag,
  deprecated: isFlag,
  readOnly: isFlag,
  writeOnly: isFlag,
  dependentRequired: (value) => isRecord(value) && Object.values(value).every(isTextList)
}

const types: readonly JsonType[] = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']

/** The keywords without subschemas, in 2020-12 form. Invalid values are left out. */
export function plainKeywords(schema: Readonly<Record<string, unknown>>): JsonSchema {
  const kept = Object.entries(plain).flatMap(([name, isValid]) => {
    const value = Object.hasOwn(schema, name) ? schema[name] : undefined
    return isValid(value) ? [[name, value] as const] : []
  })
  const result: JsonSchema = { ...typeOf(schema.type), ...(Object.fromEntries(kept) as JsonSchema) }
  exclusive(result, schema, 'minimum', 'exclusiveMinimum')
  exclusive(result, schema, 'maximum', 'exclusiveMaximum')
  if (result.examples === undefined && schema.example !== undefined) result.examples = [schema.example as JsonValue]
  // In OpenAPI 3.0, the format says that a text contains bytes.
  if (result.format === 'byte' || result.format === 'binary') result.contentEncoding ??= 'base64'
  return result
}

function typeOf(type: unknown): JsonSchema {
  const known = [type].flat().filter((name): name is JsonType => types.includes(name as JsonType))
  const [only] = known
  if (only === undefined) return {}
  return { type: Array.isArray(type) && known.length > 1 ? known : only }
}

/** OpenAPI 3.0: a flag next to the limit. */
function exclusive(
  result: JsonSchema,
  schema: Readonly<Record<string, unknown>>,
  bound: 'minimum' | 'maximum',
  flag: 'exclusiveMinimum' | 'exclusiveMaximum'
): void {
  const value = result[bound]
  if (schema[flag] !== true || value === undefined) return
  delete result[bound]
  result[flag] = value
}

/** A pattern comes from the server, and runs wherever a value is checked. */
const longestPattern = 500

/** Whether validators can read it, and soon are at an end; servers in Python and Java write patterns of their own. */
export function isPattern(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestPattern && longestText(value) !== undefined
}
