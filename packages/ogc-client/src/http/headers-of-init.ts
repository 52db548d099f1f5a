import { type ErrorFactory, invalidArgument } from '@geoclients/client-core'

/** The headers of what an output is fetched with. As with `fetch`, null counts as none. */
export function headersOfInit(init: RequestInit | null | undefined, make: ErrorFactory): Headers {
  if (typeof (init ?? {}) !== 'object') throw invalidArgument(make, 'init', init, 'an object such as { headers }')
  try {
    return new Headers(init?.headers)
  } catch {
    const message = 'headers must be valid HTTP header names with string values without line breaks'
    throw make({ code: 'invalid-argument', message })
  }
}
