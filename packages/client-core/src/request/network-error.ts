import { type ClientError, type ErrorFactory, isClientError } from '../errors/client-error.ts'
import type { RequestName } from '../errors/request-error.ts'
import { redactUrl } from '../utils/redact-url.ts'

/** Codes of a connection that never opened: the server cannot have seen the request. */
const neverOpened = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ConnectionRefused'])

const explained: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ConnectionRefused: 'connection refused',
  ENOTFOUND: 'host not found',
  EAI_AGAIN: 'host name could not be resolved',
  ECONNRESET: 'connection reset',
  UND_ERR_SOCKET: 'connection cut',
  UND_ERR_CONNECT_TIMEOUT: 'connection timed out',
  UND_ERR_HEADERS_TIMEOUT:
    "no response within undici's headersTimeout, 300 s by default: raise it in the fetch that you pass",
  UND_ERR_BODY_TIMEOUT:
    "no more of the answer within undici's bodyTimeout, 300 s by default: raise it in the fetch that you pass"
}

/** A rejection below the pipeline as a `ClientError`: one that is one already, or a network fault; `hint` ends its message. */
export function networkError(rejection: unknown, of: RequestName, make: ErrorFactory, hint = ''): ClientError {
  const fault = readable(rejection)
  if (isClientError(fault)) return fault
  const { method } = of
  const url = redactUrl(of.url)
  const { code, reason } = readFault(fault)
  const why = (explained[code ?? ''] ?? reason).replaceAll(of.url, url)
  const message = `${method} ${url} failed: ${why}${code ? ` (${code})` : ''}${hint}`
  return make({ code: 'network', message, cause: fault, method, url })
}

/** What a caller's `fetch` rejected with, or an error in place of what throws when it is looked at. */
function readable(rejection: unknown): unknown {
  try {
    if (!isClientError(rejection)) readFault(rejection)
    return rejection
  } catch {
    return new Error('fetch rejected with what cannot be read')
  }
}

/**
 * What to say of a `fetch` that rejected in a page of another origin. A browser hides why: it gives the same bare `TypeError`
 * for a server that is down and for one that does not allow the page to call it (CORS). `''` where it can be told apart.
 */
export function corsHint(rejection: unknown, url: string): string {
  const fault = readable(rejection)
  const page = globalThis.location?.origin
  const isBare = fault instanceof TypeError && fault.cause === undefined && !('code' in fault)
  if (!page || !isBare || !URL.canParse(url) || new URL(url).origin === page) return ''
  return `. If the server is up, it probably does not allow requests from ${page} (CORS): see docs/web.md`
}

/** Whether this failure shows that the request itself, not one that it was redirected to, cannot have reached the server. */
export function wasNeverSent(error: unknown, { method, url }: RequestName): boolean {
  if (!isClientError(error) || error.code !== 'network') return false
  return error.method === method && error.url === redactUrl(url) && neverOpened.has(readFault(error.cause).code ?? '')
}

/**
 * The platform's code of a network fault, and what it says of it. Node says only "fetch failed" and keeps the rest in
 * nested causes; a name with several addresses gives an AggregateError of one fault each. Browsers have no code.
 */
function readFault(error: unknown): { readonly code?: string | undefined; readonly reason: string } {
  const chain: Error[] = []
  for (let at = error; at instanceof Error && chain.length < 5; ) {
    chain.push(at)
    at = at.cause ?? (at instanceof AggregateError ? at.errors[0] : undefined)
  }
  const coded = chain.find(
    (fault): fault is Error & { code: string } => 'code' in fault && typeof fault.code === 'string'
  )
  const innermost = chain.findLast(({ message }) => message !== '')
  return { code: coded?.code, reason: coded?.message || innermost?.message || String(error) }
}
