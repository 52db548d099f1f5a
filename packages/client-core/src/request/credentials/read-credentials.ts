import { isRecord } from '../../validation/arguments.ts'

/** What an `Auth` function is told. */
export interface AuthContext {
  /** The only origin that the credentials will be sent to. */
  readonly origin: string
  /** Aborted when the call ends before the credentials are there. */
  readonly signal: AbortSignal
  /**
   * Set where the service has just refused (401) what was given: the headers it refused, by their names in lower case.
   * Other credentials make the request be repeated, once; the same again, or none, let the refusal stand.
   */
  readonly refused?: Readonly<Record<string, string>> | undefined
}

/** What says who sends a request: a Bearer token, headers, or members of the query beside headers. */
export type Credentials =
  | string
  | Readonly<Record<string, string>>
  | { readonly headers?: Readonly<Record<string, string>>; readonly query: Readonly<Record<string, string>> }

/**
 * Gives the credentials of a request, anew for each try: an expired token can be replaced there. A text is a Bearer token;
 * `undefined` sends none.
 *
 * @example
 * const auth: Auth = () => session.accessToken
 * const inAHeader: Auth = async () => ({ 'PRIVATE-TOKEN': await vault.read('ogc') })
 */
export type Auth = (context: AuthContext) => Credentials | undefined | Promise<Credentials | undefined>

/** Credentials in one form: header names are in lower case. */
export interface Identity {
  readonly headers: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
}

/** Whether a text can be a token or key as it stands in a header: visible ASCII without spaces. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}

/** Reads what an `Auth` function gave; throws a `TypeError` that does not show it. */
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
  // The platform would make "[object Object]" of an object, and send it.
  const other = isRecord(given) ? Object.keys(given).find((name) => typeof given[name] !== 'string') : undefined
  if (other !== undefined) throw new TypeError(`the header ${JSON.stringify(other)} of the credentials must be a text`)
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
