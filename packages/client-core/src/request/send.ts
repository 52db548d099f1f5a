import type { ClientError, ErrorFactory } from '../errors/client-error.ts'
import { type RequestName, requestError } from '../errors/request-error.ts'
import type { Outgoing, Reply, Send } from '../types/call.ts'
import { hasOrigin } from '../utils/origin.ts'
import { isPrivate } from '../utils/private-address.ts'
import type { Attempt, Call } from './call.ts'
import { withoutQuery, withQuery } from './credentials/query-credentials.ts'
import { corsHint, networkError } from './network-error.ts'
import { platformInit } from './platform-init.ts'
import { noBytes, type ReceiveOptions, receive } from './receive.ts'
import { isRedirect } from './redirect/follow-redirects.ts'

export interface SendOptions extends ReceiveOptions {
  readonly fetch: typeof globalThis.fetch
  /** Whether `fetch` is the platform's own. Default false. */
  readonly isPlatform?: boolean | undefined
  /** The service's own origin. */
  readonly origin: string
  /** The same and those that the caller trusts like it. */
  readonly origins: readonly string[]
  /** Whether the server may choose an address of this machine or of a private network. Default true. */
  readonly allowPrivateAddresses?: boolean | undefined
}

const longestTry = 30_000

/**
 * The last step: the caller's `fetch`, once per try and hop, with the body of its answer. Only here a key gets into a URL,
 * and only into one of the service's own origin; from any other it is taken out, since servers copy queries.
 */
export function send(options: SendOptions): Send {
  const { fetch, isPlatform, error, secrets, origin, origins, allowPrivateAddresses = true } = options
  const isBarred = ({ url, linked }: Outgoing): boolean =>
    !allowPrivateAddresses && linked === true && isPrivate(new URL(url)) && !origins.some((own) => hasOrigin(url, own))
  return (request, call) => {
    const { url, method, headers, body, redirect, credentials, secretQuery, more } = request
    const isOwn = request.isOwn || hasOrigin(url, origin)
    const address = !isOwn ? secrets.stripUrl(url) : secretQuery ? withQuery(url, secretQuery) : url

    const work = async (attempt: Attempt): Promise<Reply> => {
      const { signal } = attempt
      const init = { ...more, method, headers, redirect, signal } as RequestInit
      if (body !== undefined) init.body = body
      if (credentials) init.credentials = credentials
      let hasAnswered = false
      try {
        if (!isOwn && secrets.isInAddress(address)) throw copied(request, error)
        if (isBarred(request)) throw barred(request, error)
        const response = await fetch(address, isPlatform ? platformInit(init, call.left) : init)
        if (!isResponse(response)) throw new TypeError('fetch gave no Response')
        hasAnswered = true
        // A response made by hand has no URL, yet relative links in it count from one.
        const from = response.url || url
        const name = { method, url: secretQuery ? withoutQuery(from, secretQuery) : from }
        const { status } = response
        const isFollowed = request.followsRedirects && isRedirect(response)
        if (signal.aborted || isFollowed) {
          // Nobody will read it: it leads elsewhere, or comes too late from a fetch that ignores its signal.
          response.body?.cancel().catch(() => {})
          return { ...name, status, ok: false, headers: response.headers, response, bytes: noBytes }
        }
        return await receive(response, name, call, attempt, options)
      } catch (fault) {
        throw networkError(fault, { method, url: address }, error, hasAnswered ? '' : corsHint(fault, address))
      }
    }
    return call.within(work, { limit: tryLimit(call), tooLate: 'one attempt took longer than' })
  }
}

/** Whether a caller's `fetch` gave what can be read as a response: one of another realm is no `instanceof`. */
function isResponse(given: Partial<Response> | undefined): boolean {
  return typeof given?.status === 'number' && typeof given.headers?.get === 'function'
}

/** A try that hangs is given up, so that there is time left for another; what cannot be repeated has as long as the call. */
function tryLimit({ kind, settings: { retry } }: Call): number {
  if (!retry || retry.limit === 0 || !kind.safe) return Number.POSITIVE_INFINITY
  return retry.tryTimeout ?? (kind.slow ? Number.POSITIVE_INFINITY : longestTry)
}

/** A server copied a key into an address of another origin, where it cannot be taken out of. */
function copied(request: RequestName, make: ErrorFactory): ClientError {
  const what = ' was not sent: the URL is at another origin and contains a secret of this client'
  return requestError(make, 'blocked-origin', request, what)
}

/** The server chose an address within the network of this program. */
function barred(request: RequestName, make: ErrorFactory): ClientError {
  const why = 'the server chose an address on this machine or in a private network, and allowPrivateAddresses is false'
  return requestError(make, 'blocked-origin', request, ` was not sent: ${why}`)
}
