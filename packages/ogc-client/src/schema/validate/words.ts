import type { JsonValue } from '../../types/json.ts'
import type { JsonSchema, JsonType } from '../json-schema.ts'

const typeWords: Readonly<Record<JsonType, string>> = {
  null: 'null',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  string: 'text',
  array: 'a list',
  object: 'an object'
}

const formatWords: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-01-31',
  time: 'a time such as 12:00:00Z',
  'date-time': 'a date and time such as 2026-01-31T12:00:00Z',
  duration: 'a duration such as P1D',
  uri: 'a full URL such as https://example.com/a',
  url: 'a full URL such as https://example.com/a',
  email: 'an e-mail address',
  uuid: 'a UUID'
}

type Say = (expected: never, value: JsonValue) => string

const bound = (words: string, expected: number, value: JsonValue): string =>
  `must be ${words} ${expected}, not ${value}`
const size = (words: string, expected: number, unit: string): string =>
  `must have ${words} ${expected} ${expected === 1 ? unit : `${unit === 'entry' ? 'entrie' : unit}s`}`

/** Messages by violated keyword. They follow the name of the input. */
const sentences: Readonly<Record<string, Say>> = {
  type: (expected: JsonType | JsonType[], value) =>
    `must be ${orList([expected].flat().map((type) => typeWords[type]))}, not ${showValue(value)}`,
  const: (expected: JsonValue, value) => `must be ${brief(expected)}, not ${brief(value)}`,
  enum: (expected: JsonValue[], value) => `must be ${oneOf(expected)}, not ${brief(value)}`,
  minimum: (expected: number, value) => bound('at least', expected, value),
  maximum: (expected: number, value) => bound('at most', expected, value),
  exclusiveMinimum: (expected: number, value) => bound('greater than', expected, value),
  exclusiveMaximum: (expected: number, value) => bound('less than', expected, value),
  multipleOf: (expected: number, value) => bound('a multiple of', expected, value),
  minLength: (expected: number) => size('at least', expected, 'character'),
  maxLength: (expected: number) => size('at most', expected, 'character'),
  minItems: (expected: number) => size('at least', expected, 'item'),
  maxItems: (expected: number) => size('at most', expected, 'item'),
  minProperties: (expected: number) => size('at least', expected, 'member'),
  maxProperties: (expected: number) => size('at most', expected, 'member'),
  uniqueItems: () => 'must not have the same item twice',
  pattern: (expected: string, value) => `must match the pattern ${expected}, which ${showValue(value)} does not`,
  format: (expected: string, value) =>
    `must be ${formatWords[expected] ?? `text in the format ${expected}`}, not ${showValue(value)}`,
  not: (expected: JsonSchema, value) => {
    const refused = describeSchema(expected)
    return refused === untold ? 'is not allowed here' : `must not be ${refused}, but ${showValue(value)} is`
  }
}

/** The message for a violated keyword; undefined if there is none. */
export function sentenceOf(keyword: string, expected: unknown, value: JsonValue): string | undefined {
  const say = Object.hasOwn(sentences, keyword) ? sentences[keyword] : undefined
  return expected === undefined ? undefined : say?.(expected as never, value)
}

/** For a schema that names no type. */
const untold = 'of an allowed form'

/** A short description of the values of a schema: `a whole number`. */
export function describeSchema(schema: JsonSchema): string {
  const { const: only, enum: all, format, minItems, maxItems, type } = schema
  if (only !== undefined) return brief(only)
  if (all) return oneOf(all)
  if (format !== undefined && formatWords[format]) return formatWords[format]
  const isList = type === 'array' || type === undefined
  if (isList && minItems !== undefined && minItems === maxItems) return `a list of ${minItems}`
  return type === undefined ? untold : orList([type].flat().map((name) => typeWords[name]))
}

/** `a, b or c`, without duplicates. */
export function orList(parts: readonly string[]): string {
  const all = [...new Set(parts)]
  return all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}

function oneOf(values: readonly JsonValue[]): string {
  const shown = values.slice(0, 12).map(brief)
  return values.length > 12 ? `one of ${values.length} values: ${shown.join(', ')}, …` : orList(shown)
}

/** The message for a value that has none of several forms. It quotes the value if a short description does not say enough. */
export function noneOf(forms: readonly JsonSchema[], value: JsonValue): string {
  const words = forms.map(describeSchema).filter((word) => word !== untold)
  const shown = showValue(value)
  const isSame = words.some((word) => word === shown || (word === 'a list' && Array.isArray(value)))
  const isEnough = words.length > 0 && !isSame
  const expected = ['must be', ...(words.length > 0 ? [orList(words)] : [])].join(' ')
  return isEnough ? `${expected}, not ${shown}` : `${expected} ${untold}, not ${brief(value)}`
}

/** A value as short text. */
export function showValue(value: JsonValue): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return brief(value)
}

/** The beginning of a value as JSON. */
function brief(value: JsonValue): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…${typeof value === 'string' ? '"' : ''}` : text
}
