import { type ClientError, type ErrorFactory, isClientError } from '../errors/client-error.ts'
import type { RequestName } from '../errors/request-error.ts'
import { redactUrl } from '../utils/redact-url.ts'

/** Error codes of connections that never opened, so the server cannot have received the request. */
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
    "no more of the response within undici's bodyTimeout, 300 s by default: raise it in the fetch that you pass"
}

/** Turns a rejection of `fetch` into a `ClientError`, unless it is one. `hint` is appended to the message. */
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

/** The rejection of a caller's `fetch`, or a replacement if reading it throws. */
function readable(rejection: unknown): unknown {
  try {
    if (!isClientError(rejection)) readFault(rejection)
    return rejection
  } catch {
    return new Error('fetch rejected with an unreadable value')
  }
}

/**
 * A hint at CORS for a `fetch` that failed in a page of another origin, or `''`. Browsers hide the reason: they throw the same
 * `TypeError` if the server is down and if it does not allow the page to call it.
 */
export function corsHint(rejection: unknown, url: string): string {
  const fault = readable(rejection)
  const page = globalThis.location?.origin
  const isBare = fault instanceof TypeError && fault.cause === undefined && !('code' in fault)
  if (!page || !isBare || !URL.canParse(url) || new URL(url).origin === page) return ''
  return `. If the server is up, it probably does not allow requests from ${page} (CORS): see docs/web.md`
}

/** Whether the original request, not a redirected one, cannot have reached the server. */
export function wasNeverSent(error: unknown, { method, url }: RequestName): boolean {
  if (!isClientError(error) || error.code !== 'network') return false
  return error.method === method && error.url === redactUrl(url) && neverOpened.has(readFault(error.cause).code ?? '')
}

/**
 * The platform's code and reason of a network fault. Node says only "fetch failed" and keeps the details in nested causes.
 * A host with several addresses gives an AggregateError with one fault for each. Browsers have no code.
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
