import {
  baseUrl,
  type ConfigFormat,
  choice,
  type Field,
  headerName,
  type LoadConfigOptions,
  loadSettings,
  mapping,
  type SaveOptions,
  saveSettings,
  text,
  token,
  tokenUrl,
  words
} from '@geoclients/client-core/node'
import { makeOgcError } from '../errors/ogc-error.ts'

const secret = { secret: true } as const
const required = { required: true } as const
// User names count as secrets, as in cuiman.
const user = { username: text('username', secret), password: text('password', secret) }
const accessToken = { access_token: token('accessToken'), access_token_header: headerName('accessTokenHeader') }
const oauthToken = { oauth_token: mapping('oauthToken', secret) }

/** The configuration of the Python client cuiman 0.3.1, and old names of earlier versions. */
export const ogcFormat: ConfigFormat = {
  folder: '.eozilla',
  prefix: 'EOZILLA_',
  fields: { api_url: baseUrl('baseUrl'), user_name: { ...text('userName'), readOnly: true } },
  auth: {
    none: {},
    basic: { ...user, username: withoutColon(user.username) },
    token: accessToken,
    login: { login_url: tokenUrl('loginUrl', required), ...user, ...accessToken },
    oauth2: {
      token_url: tokenUrl('tokenUrl', required),
      grant_type: choice('grantType', ['password', 'client_credentials']),
      client_id: text('clientId', required),
      client_secret: text('clientSecret', secret),
      ...user,
      ...oauthToken
    },
    oidc: {
      issuer_url: tokenUrl('issuerUrl', required),
      client_id: text('clientId', required),
      scopes: words('scopes'),
      ...oauthToken
    },
    'api-key': { api_key: token('apiKey'), api_key_header: headerName('apiKeyHeader') }
  },
  old: {
    server_url: { path: 'api_url' },
    access_token: { as: 'accessToken', path: 'auth.access_token', with: { 'auth.auth_type': 'token' } }
  }
}

/** A colon would end the name (RFC 7617). */
function withoutColon(field: Field): Field {
  const read = (value: unknown): unknown => (String(value).includes(':') ? undefined : field.read(value))
  return { ...field, expected: 'text without colon and control characters', read }
}

/** How to authenticate, as in a file. Secrets may be missing, because the environment can contain them. */
export type AuthSettings =
  | { readonly authType: 'none' }
  | { readonly authType: 'basic'; readonly username?: string; readonly password?: string }
  | { readonly authType: 'token'; readonly accessToken?: string; readonly accessTokenHeader?: string }
  | {
      readonly authType: 'login'
      readonly loginUrl: string
      readonly username?: string
      readonly password?: string
      readonly accessToken?: string
      readonly accessTokenHeader?: string
    }
  | {
      readonly authType: 'oauth2'
      readonly tokenUrl: string
      readonly grantType?: 'password' | 'client_credentials'
      readonly clientId: string
      readonly clientSecret?: string
      readonly username?: string
      readonly password?: string
      readonly oauthToken?: Readonly<Record<string, unknown>>
    }
  | {
      readonly authType: 'oidc'
      readonly issuerUrl: string
      readonly clientId: string
      readonly scopes?: readonly string[]
      readonly oauthToken?: Readonly<Record<string, unknown>>
    }
  | { readonly authType: 'api-key'; readonly apiKey?: string; readonly apiKeyHeader?: string }

/** Settings of `auth` to change. Without `authType` they are merged into those from the file and the environment. */
export type PartialAuthSettings = Partial<UnionToIntersection<DistributedOmit<AuthSettings, 'authType'>>>

type DistributedOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
type UnionToIntersection<U> = (U extends unknown ? (member: U) => void : never) extends (all: infer I) => void
  ? I
  : never

/** The configuration of an OGC client. */
export interface OgcConfig {
  readonly baseUrl?: string
  /** From older files. For display only, never sent. */
  readonly userName?: string
  readonly auth?: AuthSettings
}

/**
 * Reads the configuration from a file (`~/.eozilla/config` by default) and from the environment, which overrides the
 * file.
 *
 * The result is frozen and does not show its secrets, so it may be printed and stored. `createOgcClient({ config })`
 * and `saveConfig` still know the secrets; a copy of the result does not have them.
 *
 * @throws OgcError `config`, with file, line, key and what was expected.
 * @example
 * const config = await loadConfig({ profile: 'staging' })
 * console.log(config.baseUrl, config.auth?.authType)
 */
export async function loadConfig(options: LoadConfigOptions = {}): Promise<OgcConfig> {
  return await loadSettings(ogcFormat, options, {}, makeOgcError)
}

/**
 * Writes a configuration to its file, in the format of cuiman, readable only by its owner (mode 0600). The file is
 * replaced as a whole or not at all.
 *
 * Without `secrets: true` the file contains none of the secrets afterwards, and no comment that mentions one. If an
 * unknown key contains a secret too, the file is not changed. Other comments and unknown keys are kept.
 *
 * @returns The path of the file.
 * @throws OgcError `config` if the file cannot be read or written, `invalid-argument` if a setting is wrong.
 * @example
 * await saveConfig({ baseUrl: 'https://example.com/ogc', auth: { authType: 'basic' } })
 */
export async function saveConfig(config: OgcConfig, options: SaveOptions = {}): Promise<string> {
  return await saveSettings(ogcFormat, config, options, makeOgcError)
}
