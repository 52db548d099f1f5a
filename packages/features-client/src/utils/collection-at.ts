import { invalidArgument, redactUrl } from '@geoclients/client-core'
import { makeFeaturesError } from '../errors/features-error.ts'

/**
 * The server and the collection id in the URL of a collection, of its items or of one item. Some processes return such a URL as
 * their result.
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
    // the id is not valid percent-encoding
  }
  const expected = 'the URL of a collection, such as "https://example.com/features/collections/rivers/items"'
  throw invalidArgument(makeFeaturesError, 'url', redactUrl(text), expected)
}
