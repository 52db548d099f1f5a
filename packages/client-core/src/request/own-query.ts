import type { ErrorFactory } from '../errors/client-error.ts'
import { invalidArgument, isRecord } from '../validation/arguments.ts'

/**
 * Query parameters that only your server has, such as `{ sortby: 'name' }`. They are sent unchanged. The items of an array
 * are joined with commas.
 */
export type OwnQuery = Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>

/** The server's own parameters. Refuses invalid values, and names that the standard defines. */
export function ownQuery(query: unknown, standard: readonly string[], make: ErrorFactory): OwnQuery {
  if (query === undefined) return {}
  const isValue = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)
  const valid = isRecord(query) && Object.values(query).every((value) => [value].flat().every(isValue))
  if (!valid)
    throw invalidArgument(
      make,
      'query',
      query,
      'an object whose values are strings, numbers, booleans or arrays of these'
    )
  const name = Object.keys(query).find((name) => standard.includes(name))
  if (name !== undefined) throw invalidArgument(make, `query.${name}`, query[name], 'passed next to query, not in it')
  const entries = Object.entries(query).map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : value])
  return Object.fromEntries(entries) as OwnQuery
}
