import type { Send } from '../call.ts'
import type { ErrorFactory } from '../client-error.ts'
import { toClientError } from './failures.ts'

/** The last step: the caller's `fetch`, once per try, with nothing of ours beside what `fetch` knows. */
export function transport(fetch: typeof globalThis.fetch, error: ErrorFactory): Send {
  return async (url, { context: _, ...init }) => {
    try {
      const response = await fetch(url, init)
      if (init.signal?.aborted) {
        // Too late, from a fetch that ignores its signal: nobody will read it.
        response.body?.cancel().catch(() => {})
        throw init.signal.reason
      }
      // A response made by hand has no URL, yet relative links in it count from one.
      if (!response.url) Object.defineProperty(response, 'url', { value: url })
      return response
    } catch (fault) {
      throw toClientError(fault, url, init, error)
    }
  }
}
