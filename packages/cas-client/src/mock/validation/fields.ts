import type { JsonValue } from '../../types/json.ts'
import type { Issues, Location } from './issues.ts'

export type JsonObject = Readonly<Record<string, JsonValue>>

/** Reads one value at its place: the value, or undefined and an issue. */
export type Reader<T> = (value: JsonValue, at: Location, issues: Issues) => T | undefined

export const readText: Reader<string> = (value, at, issues) =>
  typeof value === 'string' ? value : issues.add('string_type', at, 'Expected: text', value)

export const readObject: Reader<JsonObject> = (value, at, issues) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : issues.add('model_attributes_type', at, 'Expected: an object', value)

/** Any list; what is in it stays unseen. */
export const readList: Reader<JsonValue[]> = (value, at, issues) =>
  Array.isArray(value) ? value : issues.add('list_type', at, 'Expected: a list', value)

export function readChoice<T extends string>(choices: readonly T[]): Reader<T> {
  const expected = choices.map((choice) => `'${choice}'`).join(', ')
  return (value, at, issues) =>
    choices.find((choice) => choice === value) ??
    issues.add('enum', at, `Expected: one of ${expected}`, value, { expected })
}

export function readItems<T>(readItem: Reader<T>, most: number = Number.POSITIVE_INFINITY): Reader<T[]> {
  return (value, at, issues) => {
    const items = readList(value, at, issues)
    if (items === undefined) return undefined
    const count = { field_type: 'List', actual_length: items.length }
    if (items.length > most) {
      return issues.add('too_long', at, `Expected: at most ${most} items`, value, { ...count, max_length: most })
    }
    const read = items.flatMap((item, index) => readItem(item, [...at, index], issues) ?? [])
    if (items.length > 0) return read
    return issues.add('too_short', at, 'Expected: at least 1 item', value, { ...count, min_length: 1 })
  }
}

/** A member that must be there. */
export function required<T>(
  object: JsonObject,
  name: string,
  at: Location,
  issues: Issues,
  read: Reader<T>
): T | undefined {
  const value = object[name]
  const place = [...at, name]
  return value === undefined ? issues.add('missing', place, 'This is required', object) : read(value, place, issues)
}

/** A member that may be left out, or be null where `nullable`. */
export function optional<T>(
  object: JsonObject,
  name: string,
  at: Location,
  issues: Issues,
  read: Reader<T>,
  nullable: 'nullable' | 'not null' = 'nullable'
): T | undefined {
  const value = object[name]
  if (value === undefined || (value === null && nullable === 'nullable')) return undefined
  return read(value, [...at, name], issues)
}
