import { type ClientError, type ErrorFactory, isClientError } from '../../errors/client-error.ts'
import { requestError } from '../../errors/request-error.ts'
import type { Secrets } from '../../redaction/secret-registry.ts'
import type { CredentialsMode, HeaderMap, Layer, Outgoing, Reply, Send } from '../../types/call.ts'
import { hasOrigin } from '../../utils/origin.ts'
import type { Call } from '../call.ts'
import { harmlessOf, withoutCookies } from '../redirect/safe-headers.ts'
import { type Auth, type Identity, readCredentials } from './read-credentials.ts'

export interface CredentialsOptions {
  readonly error: ErrorFactory
  /** The service's own origin and the trusted ones. */
  readonly origins: readonly string[]
  readonly secrets: Secrets
  readonly auth?: Auth | undefined
  /** The configured headers with lower-case names. They may contain secrets too. */
  readonly headers: HeaderMap
  readonly credentials?: CredentialsMode | undefined
}

/**
 * Adds the configured headers and credentials only to requests to the client's own origin or to a trusted one. If the server
 * chose the address, this also applies to the headers of the call. A header of the call wins. If the server returns 401,
 * `auth` is called once more. If it returns different credentials, the request is repeated once.
 */
export function credentials(options: CredentialsOptions): Layer {
  const { origins, auth, secrets } = options
  const hasConfig = Object.keys(options.headers).length > 0 || options.credentials !== undefined
  return (next) => (request, call) => {
    const origin = request.isOwn ? origins[0] : origins.find((own) => hasOrigin(request.url, own))
    if (origin === undefined) {
      if (!request.linked) return next(request, call)
      // Otherwise a browser would send cookies if the link leads to the page's own origin.
      const more = { headers: harmlessOf(request.headers), credentials: request.credentials ?? withoutCookies() }
      return next({ ...request, ...more }, call)
    }
    if (request.given && Object.keys(request.given).length > 0) secrets.addNamed(request.given)
    if (!auth && !hasConfig) return next(request, call)
    return sendIdentified(next, request, call, origin, options)
  }
}

async function sendIdentified(
  next: Send,
  request: Outgoing,
  call: Call,
  origin: string,
  options: CredentialsOptions
): Promise<Reply> {
  const { auth } = options
  const send = (identity: Identity): Promise<Reply> => next(identify(request, identity, options), call)
  const given = auth ? await ask(request, call, origin, options) : nobody
  const reply = await send(given)
  const mayRepeat = auth && reply.status === 401 && !(request.body instanceof ReadableStream)
  if (!mayRepeat || !hasOrigin(reply.url, origin)) return reply
  const fresh = await ask(request, call, origin, options, given)
  return isSame(given, fresh) ? reply : send(fresh)
}

const nobody: Identity = { headers: {} }

/** The result of `auth` for a request; `refused` is its previous result. */
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

/** The request with its credentials. */
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
