import { invalidArgument } from '@geoclients/client-core'
import { makeOgcError } from '../errors/ogc-error.ts'

/**
 * What an iteration gives, as one array: the processes or jobs of all pages. Ends after `limit` items, without asking for
 * more pages; default: all. Throws `invalid-argument` for a limit that is no whole number of at least 1.
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
