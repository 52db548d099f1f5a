import {
  type ApiResult,
  type CallInit,
  checkRequestOptions,
  type ErrorFactory,
  type RequestOptions,
  readErrorBody,
  redactUrl
} from '@geoclients/client-core'

/** What of a client is needed to follow a link. */
export interface LinkFetcher {
  readonly fetch: typeof globalThis.fetch
  readonly error: ErrorFactory
}

/**
 * Gets what a link of the server leads to, with credentials and the call's own headers where that is its own origin or a
 * trusted one; elsewhere with headers that identify nobody. Resolves as a call of the path map does; with `stream` its body is handed out as it comes, and only the pauses in it are bounded. Only http(s) and
 * data URLs are followed: a server must not choose a local file, and nothing fetches `s3:`.
 */
export async function getLinked(
  href: string,
  accept: string | undefined,
  options: RequestOptions,
  { fetch, error }: LinkFetcher,
  stream = false
): Promise<ApiResult> {
  checkRequestOptions(options, error)
  checkTarget(href, error)
  const { signal, timeout, retry } = options
  const headers = new Headers(accept === undefined ? {} : { Accept: accept })
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value)
  const init: CallInit = { signal: signal ?? null, headers, context: { timeout, retry, stream, linked: true } }
  const response = await fetch(href, init)
  return response.ok ? { response } : { response, error: await readErrorBody(response) }
}

/** As `fetch` of what a link of the server leads to: an answer of any status; headers go where `getLinked` sends them. */
export async function fetchLinked(
  href: string,
  init: RequestInit | undefined,
  { fetch, error }: LinkFetcher
): Promise<Response> {
  checkTarget(href, error)
  const linked: CallInit = { ...init, context: { linked: true } }
  return fetch(href, linked)
}

/** Refuses a link of the server that is no http(s) or data URL. */
function checkTarget(href: string, error: ErrorFactory): void {
  if (!URL.canParse(href)) {
    throw error({ code: 'malformed-body', message: `a link of the server is no URL: ${redactUrl(href)}` })
  }
  if (!/^(?:https?|data):/i.test(href)) {
    const message = `${redactUrl(href)} cannot be fetched: only http, https and data URLs can`
    throw error({ code: 'blocked-origin', message })
  }
}
