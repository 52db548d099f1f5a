import { type ClientError, type ErrorFactory, isClientError } from '../errors/client-error.ts'
import type { CallInit } from '../types/call.ts'
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
  UND_ERR_CONNECT_TIMEOUT: 'connection timed out'
}

/** Method and redacted URL, as errors carry them. */
export function describeCall(url: string, init: CallInit): { method: string; url: string } {
  return { method: (init.method ?? 'GET').toUpperCase(), url: redactUrl(url) }
}

/** Any rejection below the client as a `ClientError`: one that is one already, an abort by the caller, or a network fault. */
export function toClientError(
  error: unknown,
  url: string,
  init: CallInit,
  make: ErrorFactory,
  signal: AbortSignal | null | undefined = init.signal
): ClientError {
  if (isClientError(error)) return error
  const call = describeCall(url, init)
  if (signal?.aborted) return isClientError(signal.reason) ? signal.reason : abortedBy(signal.reason, url, init, make)
  const { code, reason } = readFault(error)
  const why = (explained[code ?? ''] ?? reason).replaceAll(url, call.url)
  const message = `${call.method} ${call.url} failed: ${why}${code ? ` (${code})` : ''}`
  return make({ code: 'network', message, cause: error, ...call })
}

/** The error of a call that its caller ended. */
export function abortedBy(reason: unknown, url: string, init: CallInit, make: ErrorFactory): ClientError {
  const call = describeCall(url, init)
  return make({ code: 'aborted', message: `${call.method} ${call.url} was aborted`, cause: reason, ...call })
}

/** Whether this failure shows that the request itself, not one that it was redirected to, cannot have reached the server. */
export function wasNeverSent(error: unknown, url: string, init: CallInit): boolean {
  if (!isClientError(error) || error.code !== 'network') return false
  const call = describeCall(url, init)
  return error.method === call.method && error.url === call.url && neverOpened.has(faultCode(error.cause) ?? '')
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

function faultCode(error: unknown): string | undefined {
  return readFault(error).code
}
