import { ClientError } from '../errors/client-error.ts'
import { type Auth, isToken } from '../request/credentials/read-credentials.ts'
import { isRecord } from '../validation/arguments.ts'
import { invalidOption } from '../validation/invalid-option.ts'

/** A secret, or a function that returns it. The function is called again for each attempt of a request. */
export type Secret = string | (() => string | Promise<string>)

/**
 * Sends user name and password with every request (RFC 7617), as UTF-8. Over plain http, anyone on the network can read them.
 *
 * @throws ClientError `invalid-argument` if one is not a string or has control characters, or if the name has a colon.
 * @example new OgcClient({ baseUrl, auth: basic({ userName: 'ann', password }) })
 */
export function basic(options: { readonly userName: string; readonly password: string }): Auth {
  const { userName, password }: Readonly<Record<string, unknown>> = isRecord(options) ? options : {}
  const isText = (value: unknown): value is string => typeof value === 'string' && !/\p{Cc}/u.test(value)
  if (!isText(userName) || userName === '' || userName.includes(':')) {
    throw invalidOption('userName', 'a non-empty string without colon and control characters')
  }
  if (!isText(password)) throw invalidOption('password', 'a string without control characters')
  const bytes = new TextEncoder().encode(`${userName}:${password}`)
  const credentials = { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` }
  return () => credentials
}

/**
 * Sends a Bearer token with every request (RFC 6750). A function is called again for each attempt, and once more if the
 * service refuses its token (401).
 *
 * @throws ClientError `invalid-argument` if the token is empty or contains anything but visible ASCII.
 * @example new OgcClient({ baseUrl, auth: bearer(() => session.accessToken) })
 */
export function bearer(token: Secret): Auth {
  const read = readSecret('token', token)
  return async () => ({ Authorization: `Bearer ${await read()}` })
}

/** The key, and where it is sent: in a header (default `X-API-Key`) or as a query parameter. */
export type ApiKeyOptions = { readonly key: Secret } & (
  | { readonly header?: string | undefined; readonly query?: undefined }
  | { readonly query: string; readonly header?: undefined }
)

/**
 * Sends a key, or a raw token, in a header of your choice or in the query. Errors, middleware (`use`) and `response.url`
 * contain the URL without a key in the query.
 *
 * @throws ClientError `invalid-argument` if the key is empty or contains anything but visible ASCII, or if the name is invalid.
 * @example new OgcClient({ baseUrl, auth: apiKey({ key, header: 'PRIVATE-TOKEN' }) })
 */
export function apiKey(options: ApiKeyOptions): Auth {
  const { key, header, query }: Readonly<Record<string, unknown>> = isRecord(options) ? options : {}
  const read = readSecret('key', key)
  if (header !== undefined && query !== undefined) {
    throw new ClientError({ code: 'invalid-argument', message: 'pass either header or query, not both' })
  }
  if (query !== undefined) {
    if (typeof query !== 'string' || query === '')
      throw invalidOption('query', 'a non-empty string, the name of the query parameter')
    return async () => ({ query: { [query]: await read() } })
  }
  const name = header ?? 'X-API-Key'
  if (!isHeaderName(name)) throw invalidOption('header', 'the name of a header')
  return async () => ({ [name]: await read() })
}

const ofASecret = 'a non-empty string without spaces, line breaks or non-ASCII characters'

/** Whether a value is a valid header name (RFC 9110, 5.6.2). */
export function isHeaderName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w!#$%&'*+.^`|~-]+$/.test(value)
}

function readSecret(name: string, secret: unknown): () => Promise<string> {
  if (isToken(secret)) return async () => secret
  if (typeof secret !== 'function') throw invalidOption(name, `a function or ${ofASecret}`)
  return async () => {
    const given: unknown = await secret()
    if (isToken(given)) return given
    throw new ClientError({ code: 'auth', message: `the ${name} must be ${ofASecret}` })
  }
}
