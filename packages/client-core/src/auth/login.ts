import { ClientError } from '../errors/client-error.ts'
import type { Auth } from '../request/credentials/read-credentials.ts'
import { isRecord } from '../validation/arguments.ts'
import { invalidOption } from '../validation/invalid-option.ts'
import { check, duration } from '../validation/rules.ts'
import { isHeaderName } from './static.ts'
import { tokenAuth } from './token-auth.ts'
import { TokenKeeper } from './token-keeper.ts'
import { checkTokenUrl, TokenEndpoint, type TokenOptions } from './token-request.ts'

export interface LoginOptions extends TokenOptions {
  /** URL that the form is posted to: https, or http on this machine. */
  readonly url: string
  readonly userName: string
  readonly password: string
  /** Header that receives the unchanged token. Default: `Authorization`, with the token as a Bearer token. */
  readonly header?: string | undefined
  /** The names of the form's fields. Default `username` and `password`. */
  readonly fields?: { readonly userName?: string | undefined; readonly password?: string | undefined } | undefined
}

/**
 * Logs in with a form, at the first request and again when the token expires or is refused. The response is JSON with the
 * token under one of its usual names (`token`, `access_token`, `authToken`, `api_token`, …), also in a nested object, or
 * it is the token itself.
 *
 * @throws ClientError `invalid-argument` if an option is wrong. If a login fails, requests reject with code `auth`; the
 * message says why, without the password.
 * @example
 * const auth = login({ url: 'https://example.com/auth/login', userName, password })
 * const ogc = new OgcClient({ baseUrl: 'https://example.com/ogc', auth })
 */
export function login(options: LoginOptions): Auth {
  if (!isRecord(options)) throw invalidOption('options', 'an object with url, userName and password')
  const { userName, password, header, fields, leeway = 30_000 } = options
  const url = checkTokenUrl('url', options.url)
  if (typeof userName !== 'string' || userName === '') throw invalidOption('userName', 'a non-empty string')
  if (typeof password !== 'string') throw invalidOption('password', 'a string')
  if (header !== undefined && !isHeaderName(header)) throw invalidOption('header', 'the name of a header')
  check('timeout', options.timeout, duration, (init) => new ClientError(init))
  check('leeway', options.leeway, duration, (init) => new ClientError(init))
  const endpoint = new TokenEndpoint(url, options)
  endpoint.secrets.add(password)
  const form = { [fields?.userName ?? 'username']: userName, [fields?.password ?? 'password']: password }
  const renew = (_: unknown, signal: AbortSignal) => endpoint.request({ form, safe: true, signal })
  return tokenAuth(new TokenKeeper({ clock: endpoint.clock, leeway, renew }), header)
}
