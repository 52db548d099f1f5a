import { type ClientError, type ErrorFactory, isClientError } from '../../errors/client-error.ts'
import type { Held, Secrets } from '../../redaction/secret-registry.ts'
import type { CallInit, CredentialsMode, Layer } from '../../types/call.ts'
import { describeCall } from '../network-error.ts'
import { harmlessOf } from '../redirect/safe-headers.ts'
import { type Auth, type Identity, readCredentials } from './read-credentials.ts'
import { redactAnswer } from './redact-response.ts'

export interface CredentialsOptions {
  readonly error: ErrorFactory
  /** The service's own origin, and those that the caller trusts like it. */
  readonly origins: ReadonlySet<string>
  readonly secrets: Secrets
  readonly auth?: Auth | undefined
  /** Headers of the client's configuration: they may hold secrets too. */
  readonly headers?: Readonly<Record<string, string>> | undefined
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
  return (next) => async (url, init) => {
    const { origin } = new URL(url)
    if (!origins.has(origin))
      return next(url, init.context?.linked ? { ...init, headers: harmlessOf(init.headers) } : init)
    const send = async (identity: Identity): Promise<Response> =>
      redactAnswer(await next(url, identify(init, identity, options)), secrets)

    const given = await ask(url, init, options)
    const response = await send(given)
    const mayRepeat = auth && response.status === 401 && !(init.body instanceof ReadableStream)
    if (!mayRepeat || new URL(response.url).origin !== origin) return response
    const fresh = await ask(url, init, options, given)
    return isSame(given, fresh) ? response : send(fresh)
  }
}

/** What `auth` gives for a request; `refused` is what it gave before. */
async function ask(url: string, init: CallInit, options: CredentialsOptions, refused?: Identity): Promise<Identity> {
  const { auth, error: make } = options
  const { origin } = new URL(url)
  const refuse = (why: string, more?: { readonly cause: unknown }): ClientError => {
    const call = describeCall(url, init)
    const what = refused ? 'was answered with 401' : 'was not sent'
    const status = refused && { status: 401 }
    return make({ code: 'auth', message: `${call.method} ${call.url} ${what}: ${why}`, ...more, ...call, ...status })
  }
  const signal = init.signal ?? new AbortController().signal
  let given: unknown
  try {
    given = await auth?.({ origin, signal, ...(refused && { refused: refused.headers }) })
  } catch (cause) {
    if (signal.aborted && isClientError(signal.reason)) throw signal.reason
    const reason = isClientError(cause) ? `: ${cause.message}` : ''
    throw refuse(`no ${refused ? 'fresh ' : ''}credentials could be had${reason}`, { cause })
  }
  try {
    return readCredentials(given)
  } catch (error) {
    throw refuse((error as TypeError).message)
  }
}

/** The request with who sends it. */
function identify(init: CallInit, identity: Identity, options: CredentialsOptions): CallInit {
  const headers = new Headers(options.headers)
  for (const [name, value] of Object.entries(identity.headers)) headers.set(name, value)
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value)
  const { secrets } = options
  const held: Held = []
  secrets.addNamed(headers, held)
  for (const value of Object.values(identity.headers)) secrets.addHeader(value, held)
  for (const value of Object.values(identity.query ?? {})) secrets.add(value, held)
  init.context?.atEnd?.(() => secrets.release(held))
  return {
    ...init,
    headers,
    ...(identity.query && { context: { ...init.context, secretQuery: identity.query } }),
    ...(options.credentials && { credentials: options.credentials })
  }
}

function isSame(one: Identity, other: Identity): boolean {
  return JSON.stringify([one.headers, one.query]) === JSON.stringify([other.headers, other.query])
}
