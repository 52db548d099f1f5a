import { invalidArgument, redactUrl } from '@geoclients/client-core'
import { makeFeaturesError } from '../errors/features-error.ts'

/** The path of a collection, of its items or of one item. */
const form = /^(.*?)\/collections\/([^/]+)(?:\/items(?:\/[^/]+)?)?\/?$/

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
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const [, base, id = ''] = form.exec(parsed?.pathname ?? '') ?? []
  try {
    const isPlain = /^https?:$/.test(parsed?.protocol ?? '') && !parsed?.username && !parsed?.password
    if (isPlain && id) return { baseUrl: `${parsed?.origin}${base}`, collectionId: decodeURIComponent(id) }
  } catch {
    // the id is not valid percent-encoding
  }
  const expected =
    'the URL of a collection without credentials, such as "https://example.com/features/collections/rivers/items"'
  throw invalidArgument(makeFeaturesError, 'url', redactUrl(String(url)), expected)
}
