import { type ClientError, type ErrorFactory, isClientError } from '../../errors/client-error.ts'
import { requestError } from '../../errors/request-error.ts'
import type { Secrets } from '../../redaction/secret-registry.ts'
import type { CredentialsMode, HeaderMap, Layer, Outgoing, Reply } from '../../types/call.ts'
import { hasOrigin } from '../../utils/origin.ts'
import type { Call } from '../call.ts'
import { harmlessOf, withoutCookies } from '../redirect/safe-headers.ts'
import { type Auth, type Identity, readCredentials } from './read-credentials.ts'

export interface CredentialsOptions {
  readonly error: ErrorFactory
  /** The service's own origin, and those that the caller trusts like it. */
  readonly origins: readonly string[]
  readonly secrets: Secrets
  readonly auth?: Auth | undefined
  /** Headers of the client's configuration, by names in lower case: they may hold secrets too. */
  readonly headers: HeaderMap
  readonly credentials?: CredentialsMode | undefined
}

/**
 * Adds the configured headers and credentials to requests that go to the client's own origin or to one that the caller
 * named, and to no other. Where the server chose the address, the call's own headers stay with those origins, too.
 * A header that the call itself sets wins. Where the server refuses the credentials with 401, `auth` is asked once more:
 * if it gives others, the request is repeated, once.
 */
export function credentials(options: CredentialsOptions): Layer {
  const { origins, auth, secrets } = options
  const hasConfig = Object.keys(options.headers).length > 0 || options.credentials !== undefined
  return (next) => async (request, call) => {
    const origin = request.isOwn ? origins[0] : origins.find((own) => hasOrigin(request.url, own))
    if (origin === undefined) {
      if (!request.linked) return next(request, call)
      // A browser would send the cookies of the page's own origin, which may be that of the link.
      const more = { headers: harmlessOf(request.headers), credentials: request.credentials ?? withoutCookies() }
      return next({ ...request, ...more }, call)
    }
    if (request.given && Object.keys(request.given).length > 0) secrets.addNamed(request.given)
    if (!auth && !hasConfig) return next(request, call)
    const send = (identity: Identity): Promise<Reply> => next(identify(request, identity, options), call)
    const given = auth ? await ask(request, call, origin, options) : nobody
    const reply = await send(given)
    const mayRepeat = auth && reply.status === 401 && !(request.body instanceof ReadableStream)
    if (!mayRepeat || !hasOrigin(reply.url, origin)) return reply
    const fresh = await ask(request, call, origin, options, given)
    return isSame(given, fresh) ? reply : send(fresh)
  }
}

const nobody: Identity = { headers: {} }

/** What `auth` gives for a request; `refused` is what it gave before. */
async function ask(
  request: Outgoing,
  call: Call,
  origin: string,
  { auth, error: make }: CredentialsOptions,
  refused?: Identity
): Promise<Identity> {
  const refuse = (why: string, more?: { readonly cause: unknown }): ClientError => {
    const what = refused ? 'returned 401' : 'was not sent'
    return requestError(make, 'auth', request, ` ${what}: ${why}`, { ...more, ...(refused && { status: 401 }) })
  }
  const given = await call.within(async ({ signal }) => {
    try {
      return await auth?.({ origin, signal, ...(refused && { refused: refused.headers }) })
    } catch (cause) {
      const reason = isClientError(cause) ? `: ${cause.message}` : ''
      throw refuse(`${refused ? 'refreshing the' : 'getting'} credentials failed${reason}`, { cause })
    }
  })
  try {
    return readCredentials(given)
  } catch (error) {
    throw refuse((error as TypeError).message)
  }
}

/** The request with who sends it. */
function identify(request: Outgoing, identity: Identity, options: CredentialsOptions): Outgoing {
  const { secrets } = options
  for (const name in identity.headers) secrets.addHeader(identity.headers[name] as string)
  for (const name in identity.query) secrets.add(identity.query[name] as string)
  secrets.addNamed(options.headers)
  return {
    ...request,
    headers: { ...options.headers, ...identity.headers, ...request.headers },
    secretQuery: identity.query,
    credentials: options.credentials ?? request.credentials
  }
}

function isSame(one: Identity, other: Identity): boolean {
  return JSON.stringify([one.headers, one.query]) === JSON.stringify([other.headers, other.query])
}
