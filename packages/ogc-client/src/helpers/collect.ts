import { invalidArgument } from '@geoclients/client-core'
import { makeOgcError } from '../errors/ogc-error.ts'

/**
 * Collects all items of an iteration in one array, such as the processes or jobs of all pages. Stops after `limit`
 * items, and fetches no further pages then. Default: all items. Throws `invalid-argument` if `limit` is not a positive
 * integer.
 *
 * @example
 * const processes = await collect(ogc.iterProcesses(), { limit: 1000 })
 * console.log(processes.some(({ id }) => id === 'primes_between')) // true
 */
export async function collect<T>(
  items: AsyncIterable<T>,
  { limit }: { readonly limit?: number | undefined } = {}
): Promise<T[]> {
  if (limit !== undefined && (!Number.isSafeInteger(limit) || limit < 1)) {
    throw invalidArgument(makeOgcError, 'limit', limit, 'a whole number of at least 1')
  }
  const all: T[] = []
  for await (const item of items) {
    all.push(item)
    if (all.length === limit) break
  }
  return all
}
