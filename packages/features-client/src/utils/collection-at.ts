import { invalidArgument, redactUrl } from '@geoclients/client-core'
import { makeFeaturesError } from '../errors/features-error.ts'

/** The URL of a collection, of its items or of one item, without its query. */
const form = /^(https?:.*?)\/collections\/([^/]+)(?:\/items(?:\/[^/]+)?)?\/?$/

/**
 * The server and the collection id in the URL of a collection, of its items or of one item. Some processes return such a URL as
 * their result. The URL is normalised as `URL` does it.
 *
 * @throws FeaturesError `invalid-argument` if it is not an http(s) URL of a collection, or contains credentials.
 *
 * @example
 * const { baseUrl, collectionId } = collectionAt('https://example.com/features/collections/rivers/items?f=json')
 * console.log(baseUrl, collectionId) // https://example.com/features rivers
 */
export function collectionAt(url: string | URL): { baseUrl: string; collectionId: string } {
  try {
    const { origin, pathname, username, password } = new URL(url)
    const [, baseUrl = '', id = ''] = form.exec(origin + pathname) ?? []
    if (id && !username && !password) return { baseUrl, collectionId: decodeURIComponent(id) }
  } catch {
    // not a URL, or the id is not valid percent-encoding
  }
  const expected =
    'the URL of a collection without credentials, such as "https://example.com/features/collections/rivers/items"'
  throw invalidArgument(makeFeaturesError, 'url', redactUrl(String(url)), expected)
}
