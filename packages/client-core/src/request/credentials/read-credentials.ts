import { isRecord } from '../../validation/arguments.ts'

/** The argument of an `Auth` function. */
export interface AuthContext {
  /** The only origin that the credentials will be sent to. */
  readonly origin: string
  /** Aborted if the call ends before the credentials are available. */
  readonly signal: AbortSignal
  /**
   * The refused headers with lower-case names, if the service has just returned 401. If the function returns different
   * credentials, the request is repeated once. If it returns the same or none, the call rejects.
   */
  readonly refused?: Readonly<Record<string, string>> | undefined
}

/** Credentials of a request: a Bearer token, headers, or `{ headers, query }`. */
export type Credentials =
  | string
  | Readonly<Record<string, string>>
  | { readonly headers?: Readonly<Record<string, string>>; readonly query: Readonly<Record<string, string>> }

/**
 * Returns the credentials of a request. It is called for each attempt, so it can replace an expired token. A string is sent
 * as a Bearer token; `undefined` sends nothing.
 *
 * @example
 * const auth: Auth = () => session.accessToken
 * const inAHeader: Auth = async () => ({ 'PRIVATE-TOKEN': await vault.read('ogc') })
 */
export type Auth = (context: AuthContext) => Credentials | undefined | Promise<Credentials | undefined>

/** Normalised credentials. Header names are in lower case. */
export interface Identity {
  readonly headers: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
}

/** Whether a value can be sent as a token or key in a header: visible ASCII without spaces. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}

/** Reads the result of an `Auth` function. Throws a `TypeError` that does not show it. */
export function readCredentials(given: unknown): Identity {
  if (given === undefined) return { headers: {} }
  if (typeof given === 'string') {
    if (!isToken(given)) throw new TypeError('a token must be a non-empty string of visible ASCII characters')
    return { headers: { authorization: `Bearer ${given}` } }
  }
  if (!isRecord(given)) throw new TypeError('auth must return a token or an object of headers')
  return isRecord(given.query)
    ? { headers: readHeaders(given.headers ?? {}), query: readQuery(given.query) }
    : { headers: readHeaders(given) }
}

function readHeaders(given: unknown): Readonly<Record<string, string>> {
  // The platform would send "[object Object]" for an object.
  const other = isRecord(given) ? Object.keys(given).find((name) => typeof given[name] !== 'string') : undefined
  if (other !== undefined)
    throw new TypeError(`the header ${JSON.stringify(other)} of the credentials must be a string`)
  try {
    if (!isRecord(given)) throw new TypeError('no object')
    return Object.fromEntries(new Headers(given as Record<string, string>))
  } catch {
    // The platform's own error would show the value.
    throw new TypeError('a header of the credentials is not a valid HTTP header')
  }
}

function readQuery(given: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== 'string') throw new TypeError(`the query parameter ${JSON.stringify(name)} must be a string`)
  }
  return given as Readonly<Record<string, string>>
}
