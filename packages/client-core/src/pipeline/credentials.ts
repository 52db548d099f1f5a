import type { CredentialsMode, Layer } from '../call.ts'
import { type ClientError, type ErrorFactory, isClientError } from '../client-error.ts'
import { describeCall } from './failures.ts'

/** What an `Auth` function is told. */
export interface AuthContext {
  /** The only origin that the headers will be sent to. */
  readonly origin: string
  /** Aborted when the call ends before the credentials are there. */
  readonly signal: AbortSignal
}

/**
 * Gives the headers that authenticate a request, anew for each try: an expired token can be replaced there.
 *
 * @example
 * const auth: Auth = async () => ({ Authorization: `Bearer ${await session.token()}` })
 */
export type Auth = (
  context: AuthContext
) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>

export interface CredentialsOptions {
  readonly error: ErrorFactory
  readonly origin: string
  readonly auth?: Auth | undefined
  /** Headers of the client's configuration: they may hold secrets too. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly credentials?: CredentialsMode | undefined
}

/**
 * Adds the configured headers and credentials to requests that go to the client's own origin, and to no other.
 * A header that the call itself sets wins.
 */
export function credentials(options: CredentialsOptions): Layer {
  const { origin, auth, error: make } = options
  return (next) => async (url, init) => {
    if (new URL(url).origin !== origin) return next(url, init)
    const headers = new Headers(options.headers)
    const set = (more: HeadersInit | undefined): void => {
      for (const [name, value] of new Headers(more)) headers.set(name, value)
    }
    const refuse = (why: string, more?: { readonly cause: unknown }): ClientError => {
      const call = describeCall(url, init)
      return make({ code: 'auth', message: `${call.method} ${call.url} was not sent: ${why}`, ...more, ...call })
    }
    let given: Readonly<Record<string, string>> | undefined
    try {
      given = await auth?.({ origin, signal: init.signal ?? new AbortController().signal })
    } catch (cause) {
      if (isClientError(cause)) throw cause
      throw refuse('no credentials could be had', { cause })
    }
    try {
      set(given)
    } catch {
      throw refuse('a header of the credentials is no valid HTTP header') // the platform's own error would show it
    }
    set(init.headers)
    return next(url, {
      ...init,
      headers,
      ...(options.credentials && { credentials: options.credentials })
    })
  }
}
