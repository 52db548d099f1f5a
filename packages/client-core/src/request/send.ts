import type { ErrorFactory } from '../errors/client-error.ts'
import type { Secrets } from '../redaction/secret-registry.ts'
import { rememberAddresses } from '../response/unredacted-urls.ts'
import type { Send } from '../types/call.ts'
import { withoutQuery, withQuery } from './credentials/query-credentials.ts'
import { toClientError } from './network-error.ts'

export interface TransportOptions {
  readonly fetch: typeof globalThis.fetch
  readonly error: ErrorFactory
  /** The service's own origin. */
  readonly origin: string
  readonly secrets: Secrets
}

/**
 * The last step: the caller's `fetch`, once per try and hop, with nothing of ours beside what `fetch` knows. Only here a
 * key gets into a URL, and only into one of the service's own origin; from any other it is taken out, since servers copy
 * queries into their links and redirects.
 */
export function transport({ fetch, error, origin, secrets }: TransportOptions): Send {
  return async (url, { context, ...init }) => {
    const address = new URL(url).origin === origin ? withQuery(url, context?.secretQuery) : secrets.stripUrl(url)
    try {
      const response = await fetch(address, init)
      if (init.signal?.aborted) {
        // Too late, from a fetch that ignores its signal: nobody will read it.
        response.body?.cancel().catch(() => {})
        throw init.signal.reason
      }
      // A response made by hand has no URL, yet relative links in it count from one.
      const from = response.url && withoutQuery(response.url, context?.secretQuery)
      const shown = from ? secrets.redactUrl(from) : url
      const answer = response.url === shown ? response : renamed(response, shown)
      if (from && from !== shown) rememberAddresses(answer, { url: secrets.redactQueries(from) })
      return answer
    } catch (fault) {
      throw toClientError(fault, address, init, error)
    }
  }
}

/** The same answer with another URL; a copy where the one that it has is fixed, as on one made by hand. */
function renamed(response: Response, url: string): Response {
  if (Reflect.defineProperty(response, 'url', { value: url })) return response
  const copy = new Response(response.body, response)
  return Object.defineProperty(copy, 'url', { value: url })
}
