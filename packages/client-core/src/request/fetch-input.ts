import type { ErrorFactory } from '../errors/client-error.ts'
import type { CallInit, FetchInput } from '../types/call.ts'
import { redactUrl } from '../utils/redact-url.ts'
import { invalidArgument } from '../validation/arguments.ts'

/**
 * What `fetch` may be called with, as a URL and an init; a relative URL counts from `base`. What no platform would send
 * is refused here, since its own error would show the header or the URL with its secrets.
 */
export function readFetchInput(
  input: FetchInput,
  init: CallInit | undefined,
  base: string,
  make: ErrorFactory
): [string, CallInit] {
  const [url, rest] = input instanceof Request ? [input.url, ofRequest(input, init)] : [String(input), { ...init }]
  try {
    new Headers(rest.headers)
  } catch {
    const message = 'headers must be valid HTTP header names with string values without line breaks'
    throw make({ code: 'invalid-argument', message })
  }
  try {
    return [new URL(url, base).href, rest]
  } catch {
    throw invalidArgument(make, 'input', redactUrl(url), 'a URL or a Request')
  }
}

function ofRequest(
  { method, headers, body, signal, credentials, redirect }: Request,
  init: CallInit | undefined
): CallInit {
  // As `fetch` does: a member that is undefined is none.
  const given = Object.entries(init ?? {}).filter(([, value]) => value !== undefined)
  const own = { method, headers, signal, credentials, redirect, ...(body && { body, duplex: 'half' }) }
  return { ...own, ...Object.fromEntries(given) }
}
