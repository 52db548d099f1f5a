import type { ErrorFactory } from '../../errors/client-error.ts'
import { invalidArgument, isRecord } from '../../validation/arguments.ts'

type Value = string | number | boolean

/**
 * Query parameters that only your server has, such as `{ sortby: 'name' }`. They are sent unchanged. The items of an array
 * are joined with commas. Undefined ones are left out.
 */
export type OwnQuery = Readonly<Record<string, Value | readonly (string | number)[] | undefined>>

/** The server's own parameters. Refuses invalid values, and names that the standard defines. */
export function ownQuery(
  query: unknown,
  standard: readonly string[],
  make: ErrorFactory
): Readonly<Record<string, Value>> {
  if (query === undefined) return {}
  const values = 'strings, numbers, booleans or arrays of these'
  if (!isRecord(query)) throw invalidArgument(make, 'query', query, `an object whose values are ${values}`)
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const entries = given.map(([name, value]): [string, Value] => {
    if (standard.includes(name)) throw invalidArgument(make, `query.${name}`, value, 'passed next to query, not in it')
    const all: unknown[] = [value].flat()
    if (!all.every(isValue)) throw invalidArgument(make, `query.${name}`, value, `one of ${values}`)
    return [name, Array.isArray(value) ? all.join(',') : (all[0] as Value)]
  })
  return Object.fromEntries(entries)
}

const isValue = (value: unknown): value is Value => ['string', 'number', 'boolean'].includes(typeof value)
