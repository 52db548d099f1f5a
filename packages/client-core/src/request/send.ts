import type { ClientError, ErrorFactory } from '../errors/client-error.ts'
import { type RequestName, requestError } from '../errors/request-error.ts'
import { onDemand } from '../on-demand/load.ts'
import type { Outgoing, Reply, Send } from '../types/call.ts'
import { hasOrigin } from '../utils/origin.ts'
import { adaptInit, type OpenInit } from './adapt-init.ts'
import type { Attempt, Call } from './call.ts'
import { withoutQuery, withQuery } from './credentials/query-credentials.ts'
import { corsHint, networkError } from './network-error.ts'
import { noBytes } from './read-body.ts'
import { type ReceiveOptions, receive } from './receive.ts'

export interface SendOptions extends ReceiveOptions {
  readonly fetch: typeof globalThis.fetch
  /** Whether `fetch` is the platform's own. Default false. */
  readonly isPlatform?: boolean | undefined
  /** The service's own origin. */
  readonly origin: string
  /** The same and those that the caller trusts like it. */
  readonly origins: readonly string[]
  /** Whether links and redirects may lead to this machine or to a private network. Default true. */
  readonly allowPrivateAddresses?: boolean | undefined
}

const longestTry = 30_000
const redirectStatus = /* @__PURE__ */ new Set([301, 302, 303, 307, 308])

/**
 * The last step: calls `fetch` once for each attempt and redirect, and reads the response. Only here is a key added to a URL,
 * and only at the service's own origin. It is removed from other URLs, because servers copy queries.
 */
export function send(options: SendOptions): Send {
  const { fetch, isPlatform, error, secrets, origin, origins, allowPrivateAddresses = true } = options
  const mayBeBarred = ({ url, linked }: Outgoing): boolean =>
    !allowPrivateAddresses && linked === true && !origins.some((own) => hasOrigin(url, own))
  return (request, call) => {
    const { url, method, headers, body, redirect, credentials, secretQuery, more } = request
    const isOwn = request.isOwn || hasOrigin(url, origin)
    const address = !isOwn ? (secrets.registry?.stripUrl(url) ?? url) : secretQuery ? withQuery(url, secretQuery) : url

    const work = async (attempt: Attempt): Promise<Reply> => {
      const { signal } = attempt
      const init = { ...more, method, headers, redirect, signal } as OpenInit
      if (body !== undefined) init.body = body
      if (credentials) init.credentials = credentials
      if (isPlatform) adaptInit(init, call.settings.timeout)
      let hasAnswered = false
      try {
        if (!isOwn && secrets.registry?.isInAddress(address)) throw copied(request, error)
        if (mayBeBarred(request) && (await onDemand.load(error)).isPrivate(new URL(url))) throw barred(request, error)
        const response = await fetch(address, init)
        hasAnswered = true
        if (!isResponse(response)) throw new TypeError('fetch did not return a Response')
        // A handmade response has no URL, but relative links need one.
        const from = response.url || url
        const name = { method, url: secretQuery ? withoutQuery(from, secretQuery) : from }
        const { status } = response
        const leadsOn = request.followsRedirects && redirectStatus.has(status) && response.headers.has('Location')
        if (signal.aborted || leadsOn) {
          // Nobody will read it: it leads elsewhere, or comes too late from a fetch that ignores its signal.
          response.body?.cancel().catch(() => {})
          return { ...name, status, ok: false, headers: response.headers, response, bytes: noBytes, leadsOn }
        }
        return await receive(response, name, call, attempt, options)
      } catch (fault) {
        const name = { method, url: isOwn ? url : address } // without the key that was added to it
        throw networkError(fault, name, error, hasAnswered ? '' : corsHint(fault, address))
      }
    }
    return call.within(work, { limit: tryLimit(call), tooLate: 'one attempt took longer than' })
  }
}

/** Whether a caller's `fetch` returned something like a Response. `instanceof` fails for other realms. */
function isResponse(given: Partial<Response> | undefined): boolean {
  return typeof given?.status === 'number' && typeof given.headers?.get === 'function'
}

/** Time limit of an attempt, which leaves time for another one. A call that cannot be repeated may use its whole time. */
function tryLimit({ kind, settings: { retry } }: Call): number {
  if (!retry || retry.limit === 0 || !kind.safe) return Number.POSITIVE_INFINITY
  return retry.tryTimeout ?? (kind.slow ? Number.POSITIVE_INFINITY : longestTry)
}

/** The error if a server copied a key into a URL of another origin, from where it cannot be removed. */
function copied(request: RequestName, make: ErrorFactory): ClientError {
  const what = ' was not sent: the URL is at another origin and contains a secret of this client'
  return requestError(make, 'blocked-origin', request, what)
}

/** The error if a server chose an address in the program's private network. */
function barred(request: RequestName, make: ErrorFactory): ClientError {
  const why = 'the server chose an address on this machine or in a private network, and allowPrivateAddresses is false'
  return requestError(make, 'blocked-origin', request, ` was not sent: ${why}`)
}
