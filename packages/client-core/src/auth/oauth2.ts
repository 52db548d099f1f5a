import { ClientError, isClientError } from '../errors/client-error.ts'
import type { Auth } from '../request/credentials/read-credentials.ts'
import { isSecretName } from '../utils/redact-url.ts'
import { isRecord } from '../validation/arguments.ts'
import { invalidOption } from '../validation/invalid-option.ts'
import { check, duration } from '../validation/rules.ts'
import type { Token } from './token.ts'
import { tokenAuth } from './token-auth.ts'
import { TokenKeeper } from './token-keeper.ts'
import { checkTokenUrl, TokenEndpoint, type TokenOptions } from './token-request.ts'

interface CommonOptions extends TokenOptions {
  /** The token endpoint: https, or http on this machine. */
  readonly tokenUrl: string
  /** The secret of the client that `clientId` names. */
  readonly clientSecret?: string | undefined
  /** How the client authenticates: with the header `Authorization: Basic`, or with form fields. Default `basic`. */
  readonly clientAuth?: 'basic' | 'post' | undefined
  /** The scopes to request, as a list or separated by spaces. */
  readonly scope?: string | readonly string[] | undefined
  /** Additional form fields, such as `audience` or `resource`. */
  readonly parameters?: Readonly<Record<string, string>> | undefined
}

/** Options of `oauth2`. Durations are milliseconds. */
export type OAuth2Options = CommonOptions &
  (
    | { readonly grant: 'client_credentials'; readonly clientId: string; readonly clientSecret: string }
    | {
        readonly grant: 'password'
        readonly userName: string
        readonly password: string
        readonly clientId?: string | undefined
      }
  )

/**
 * Gets tokens with OAuth 2 (RFC 6749, 4.3 and 4.4) and renews them before they expire, with the refresh token if there is
 * one (6). Requests that need a new token at the same time share one renewal. A 401 of the service renews the token once.
 *
 * @throws ClientError `invalid-argument` if an option is wrong, such as a `tokenUrl` over plain http. If no token can be
 * obtained, requests reject with code `auth`; the message says why, without secrets.
 * @example
 * const auth = oauth2({ tokenUrl, grant: 'client_credentials', clientId, clientSecret, scope: 'processes:run' })
 * const ogc = new OgcClient({ baseUrl: 'https://example.com/ogc', auth })
 */
export function oauth2(options: OAuth2Options): Auth {
  const url = checkOptions(options)
  const { grant, leeway = 30_000, parameters } = options
  const scope = typeof options.scope === 'string' ? options.scope : options.scope?.join(' ')
  const endpoint = new TokenEndpoint(url, options)
  const client = identifyClient(options, endpoint)
  if (grant === 'password') endpoint.secrets.add(options.password)
  for (const [name, value] of Object.entries(parameters ?? {})) if (isSecretName(name)) endpoint.secrets.add(value)
  const user = grant === 'password' ? { username: options.userName, password: options.password } : {}

  const ask = (form: Readonly<Record<string, string | undefined>>, safe: boolean, signal: AbortSignal) =>
    endpoint.request({ form: { ...parameters, ...form, ...client.form }, headers: client.headers, safe, signal })
  const renew = async (previous: Token | undefined, signal: AbortSignal): Promise<Token> => {
    if (previous?.refreshToken) {
      try {
        const refresh_token = previous.refreshToken
        const token = await ask({ grant_type: 'refresh_token', refresh_token }, false, signal)
        return { refreshToken: refresh_token, ...token } // without a new refresh token the old one stays valid (RFC 6749, 6)
      } catch (error) {
        const isRefused = isClientError(error) && (error.status === 400 || error.status === 401)
        if (!isRefused) throw error
      }
      // The refresh token was refused, so a token is requested from scratch.
    }
    return ask({ grant_type: grant, ...user, scope }, true, signal)
  }
  return tokenAuth(new TokenKeeper({ clock: endpoint.clock, leeway, renew }))
}

/** RFC 6749, 2.3.1: both parts are form-encoded before they are joined. */
function identifyClient(
  { clientId, clientSecret, clientAuth }: OAuth2Options,
  { secrets }: TokenEndpoint
): { readonly form?: Readonly<Record<string, string>>; readonly headers?: Readonly<Record<string, string>> } {
  if (clientId === undefined) return {}
  if (clientSecret === undefined) return { form: { client_id: clientId } }
  secrets.add(clientSecret)
  if (clientAuth === 'post') return { form: { client_id: clientId, client_secret: clientSecret } }
  const [id, secret] = [clientId, clientSecret].map((text) => new URLSearchParams({ '': text }).toString().slice(1))
  return { headers: { Authorization: `Basic ${btoa(`${id}:${secret}`)}` } }
}

function checkOptions(options: OAuth2Options): URL {
  if (!isRecord(options)) throw invalidOption('options', 'an object with at least tokenUrl and grant')
  const { tokenUrl, grant, clientSecret, clientAuth, scope, parameters }: Readonly<Record<string, unknown>> = options
  const url = checkTokenUrl('tokenUrl', tokenUrl)
  const required = { password: ['userName', 'password'], client_credentials: ['clientId', 'clientSecret'] }
  if (grant !== 'password' && grant !== 'client_credentials') {
    throw invalidOption('grant', '"password" or "client_credentials"')
  }
  for (const name of ['userName', 'password', 'clientId', 'clientSecret'] as const) {
    const value: unknown = (options as unknown as Readonly<Record<string, unknown>>)[name]
    // A secret without its client could not be sent.
    const isNeeded = required[grant].includes(name) || (name === 'clientId' && clientSecret !== undefined)
    const isMissing = value === undefined && isNeeded
    if (isMissing || (value !== undefined && (typeof value !== 'string' || value === ''))) {
      throw invalidOption(name, 'a non-empty string')
    }
  }
  if (clientAuth !== undefined && clientAuth !== 'basic' && clientAuth !== 'post') {
    throw invalidOption('clientAuth', '"basic" or "post"')
  }
  const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (scope !== undefined && typeof scope !== 'string' && !isTexts(scope)) {
    throw invalidOption('scope', 'a string or a list of strings')
  }
  if (parameters !== undefined && !(isRecord(parameters) && isTexts(Object.values(parameters)))) {
    throw invalidOption('parameters', 'an object of strings')
  }
  check('timeout', options.timeout, duration, (init) => new ClientError(init))
  check('leeway', options.leeway, duration, (init) => new ClientError(init))
  return url
}
