import { type ClientError, isClientError } from '../../errors/client-error.ts'
import { requestError } from '../../errors/request-error.ts'
import { registryOf, type Secrets } from '../../redaction/secret-registry.ts'
import type { Outgoing, Reply, Send } from '../../types/call.ts'
import { hasOrigin } from '../../utils/origin.ts'
import type { Call } from '../call.ts'
import type { CredentialsOptions } from './credentials.ts'
import { type Identity, readCredentials } from './read-credentials.ts'

const nobody: Identity = { headers: {} }

/**
 * Sends a request to the client's own origin, or to a trusted one, with the configured headers and credentials. A header of the
 * call wins. If the server returns 401, `auth` is called once more. If it returns different credentials, the request is repeated
 * once.
 */
export async function sendIdentified(
  next: Send,
  request: Outgoing,
  call: Call,
  origin: string,
  options: CredentialsOptions
): Promise<Reply> {
  const { auth, secrets } = options
  const registry = registryOf(secrets)
  if (request.given) registry.addNamed(request.given)
  const send = (identity: Identity): Promise<Reply> => next(identify(request, identity, options, registry), call)
  const given = auth ? await ask(request, call, origin, options) : nobody
  const reply = await send(given)
  const mayRepeat = auth && reply.status === 401 && !(request.body instanceof ReadableStream)
  if (!mayRepeat || !hasOrigin(reply.url, origin)) return reply
  const fresh = await ask(request, call, origin, options, given)
  return isSame(given, fresh) ? reply : send(fresh)
}

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
function identify(request: Outgoing, identity: Identity, options: CredentialsOptions, secrets: Secrets): Outgoing {
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
