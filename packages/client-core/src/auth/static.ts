import { ClientError } from '../errors/client-error.ts'
import { type Auth, isToken } from '../request/credentials/read-credentials.ts'
import { isRecord } from '../validation/arguments.ts'
import { invalidOption } from '../validation/invalid-option.ts'

/** A secret, or where to get it: a function is asked anew for each try of a request. */
export type Secret = string | (() => string | Promise<string>)

/**
 * User name and password with every request (RFC 7617), written as UTF-8. Over plain http anybody on the way can read them.
 *
 * @throws ClientError `invalid-argument` where one is no text, has control characters, or the name has a colon.
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
 * A Bearer token with every request (RFC 6750). A function is asked anew for each try, and once more where the service
 * refuses (401) what it gave.
 *
 * @throws ClientError `invalid-argument` where the token is empty or no visible ASCII.
 * @example new OgcClient({ baseUrl, auth: bearer(() => session.accessToken) })
 */
export function bearer(token: Secret): Auth {
  const read = readSecret('token', token)
  return async () => ({ Authorization: `Bearer ${await read()}` })
}

/** Where a key goes: a header, `X-API-Key` where none is named, or a member of the query. */
export type ApiKeyOptions = { readonly key: Secret } & (
  | { readonly header?: string | undefined; readonly query?: undefined }
  | { readonly query: string; readonly header?: undefined }
)

/**
 * A key, or a raw token, in a header of your choice or in the query. A key in the query is put into the URL at the very
 * last: errors, middleware (`use`) and `response.url` have the URL without it.
 *
 * @throws ClientError `invalid-argument` where the key is empty or no visible ASCII, or the name is no name.
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

/** What a header's name may be made of (RFC 9110, 5.6.2). */
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
