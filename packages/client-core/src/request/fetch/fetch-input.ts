import type { ErrorFactory } from '../../errors/client-error.ts'
import type { CredentialsMode, FetchInput, HeaderMap, Outgoing } from '../../types/call.ts'
import { redactUrl } from '../../utils/redact-url.ts'
import { hasMembers, invalidArgument } from '../../validation/arguments.ts'
import { signalRule } from '../../validation/request-options.ts'
import { check } from '../../validation/rules.ts'

/**
 * Turns the arguments of `fetch` into our request. A relative URL is resolved against `base`. Invalid requests are refused
 * here, because the platform's own error would show a header or URL with its secrets.
 */
export function readFetchInput(
  input: FetchInput,
  init: RequestInit | undefined,
  base: string,
  make: ErrorFactory
): { readonly request: Outgoing; readonly signal: AbortSignal | undefined } {
  const own = readInit(init, make)
  const given: RequestInit = input instanceof Request ? ofRequest(input, own) : own
  const { method = 'GET', headers, body, redirect, credentials, signal, ...more } = given
  const request: Outgoing = {
    url: readUrl(input, base, make),
    method: String(method).toUpperCase(),
    headers: readHeaders(headers, make),
    body: body ?? undefined,
    redirect: redirect ?? undefined,
    credentials: credentials as CredentialsMode | undefined,
    more
  }
  return { request, signal: signal ?? undefined }
}

/** The checked members of `init`. As with `fetch`, null counts as none, and a Request gives its members. */
function readInit(init: RequestInit | null | undefined, make: ErrorFactory): RequestInit {
  if (init instanceof Request) return ofRequest(init)
  const given = init ?? {}
  if (!hasMembers(given)) throw invalidArgument(make, 'init', init, 'an object such as { headers }')
  check('signal', given.signal ?? undefined, signalRule, make)
  return { ...given }
}

function readUrl(input: FetchInput, base: string, make: ErrorFactory): string {
  const url = input instanceof Request ? input.url : String(input)
  try {
    return new URL(url, base).href
  } catch {
    throw invalidArgument(make, 'input', redactUrl(url), 'a URL or a Request')
  }
}

function readHeaders(headers: RequestInit['headers'], make: ErrorFactory): HeaderMap {
  try {
    return headers === undefined ? {} : Object.fromEntries(new Headers(headers))
  } catch {
    const message = 'headers must be valid HTTP header names with string values without line breaks'
    throw make({ code: 'invalid-argument', message })
  }
}

function ofRequest(
  { method, headers, body, signal, credentials, redirect }: Request,
  init: RequestInit = {}
): RequestInit {
  // As in `fetch`, a member that is undefined counts as absent.
  const given = Object.entries(init).filter(([, value]) => value !== undefined)
  const own = { method, headers, signal, credentials, redirect, ...(body && { body, duplex: 'half' }) }
  return { ...own, ...Object.fromEntries(given) }
}
