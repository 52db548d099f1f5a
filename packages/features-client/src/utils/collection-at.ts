import { invalidArgument, redactUrl } from '@geoclients/client-core'
import { makeFeaturesError } from '../errors/features-error.ts'

/**
 * The server and the id in the address of a collection, of its items or of one of them: what a process answers whose result is a
 * collection.
 *
 * @example
 * const { baseUrl, collectionId } = collectionAt('https://example.com/features/collections/rivers/items?f=json')
 * console.log(baseUrl, collectionId) // https://example.com/features rivers
 */
export function collectionAt(url: string | URL): { baseUrl: string; collectionId: string } {
  const text = String(url)
  const [, baseUrl = '', id = ''] =
    /^(https?:\/\/[^?#]+?)\/collections\/([^/?#]+)(?:\/items(?:\/[^/?#]+)?)?\/?(?:[?#]|$)/.exec(text) ?? []
  try {
    if (id) return { baseUrl, collectionId: decodeURIComponent(id) }
  } catch {
    // no name at all
  }
  const expected = 'the URL of a collection, such as "https://example.com/features/collections/rivers/items"'
  throw invalidArgument(makeFeaturesError, 'url', redactUrl(text), expected)
}
