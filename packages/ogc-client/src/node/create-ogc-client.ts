import { join } from 'node:path'
import { type Auth, invalidArgument, isClientError, isRecord } from '@geoclients/client-core'
import {
  type ConfigSources,
  type Environment,
  fileTokenStore,
  homeFolder,
  loadSettings,
  missingSetting,
  type TokenStore,
  unseal
} from '@geoclients/client-core/node'
import { OgcClient } from '../client/ogc-client.ts'
import type { OgcClientOptions } from '../client/options.ts'
import { isOgcError, makeOgcError } from '../errors/ogc-error.ts'
import type { OpenProcess, ProcessTypes } from '../types/process.ts'
import { credentialsOf } from './auth-from-config.ts'
import { type AuthSettings, type OgcConfig, ogcFormat, type PartialAuthSettings } from './config.ts'

/** Where to read the configuration, and options of `OgcClient`, which override it. */
export interface CreateOgcClientOptions
  extends ConfigSources,
    Omit<OgcClientOptions, 'auth' | 'baseUrl' | 'onWarning'> {
  /** Overrides the file and the environment, unless it is undefined. */
  readonly baseUrl?: OgcClientOptions['baseUrl'] | undefined
  /** A whole configuration, from `loadConfig` or made by hand. The file and the environment are then not read. */
  readonly config?: OgcConfig | undefined
  /**
   * A function, or settings as in a file. With `authType` they replace those from the file and the environment; without
   * it they are merged into them.
   */
  readonly auth?: Auth | AuthSettings | PartialAuthSettings | undefined
  /**
   * For `auth_type: oidc`: called with the URL where the user has to log in. Without it, only a stored login is used.
   */
  readonly onLoginUrl?: ((url: string) => void | Promise<void>) | undefined
  /** For `auth_type: oidc`: where logins are stored. Default: `defaultTokenStore(env)`. */
  readonly tokenStore?: TokenStore | undefined
}

/**
 * Creates a client with the settings of the configuration file, the environment and `options`. The environment
 * overrides the file, and `options` override both.
 *
 * @throws OgcError `config` for a wrong or missing setting, `invalid-argument` for a wrong option.
 * @example
 * using ogc = await createOgcClient() // ~/.eozilla/config, EOZILLA_API_URL, EOZILLA_AUTH__AUTH_TYPE, ...
 * using staging = await createOgcClient({ profile: 'staging', timeout: 10_000 })
 */
export async function createOgcClient<P extends { [K in keyof P]: ProcessTypes } = Record<string, OpenProcess>>(
  options: CreateOgcClientOptions = {}
): Promise<OgcClient<P>> {
  if (!isRecord(options as unknown)) throw invalidArgument(makeOgcError, 'options', options, 'an object')
  const { config, configPath, profile, env, baseUrl, auth, userName, accessToken, onLoginUrl, tokenStore, ...rest } =
    options
  const sources = { config, configPath, profile, env, onWarning: rest.onWarning }
  if (typeof auth === 'function') {
    const found: OgcConfig = await loadSettings(ogcFormat, sources, { baseUrl, userName }, makeOgcError)
    const given = { auth, userName: found.userName, accessToken }
    return new OgcClient<P>({ ...rest, baseUrl: baseUrlOf(found, sources), ...given })
  }
  const found = await loadSettings(ogcFormat, sources, { baseUrl, auth, userName, accessToken }, makeOgcError)
  const address = baseUrlOf(found, sources)
  const store = tokenStore ?? defaultTokenStore(env)
  const context = { fetch: rest.fetch, clock: rest.clock, onUrl: onLoginUrl, store, place: sources }
  const credentials = await credentialsOf(unseal(found), context).catch((error: unknown) => {
    throw isClientError(error) && !isOgcError(error) ? makeOgcError({ ...error.toJSON(), cause: error }) : error
  })
  return new OgcClient<P>({ ...rest, baseUrl: address, ...credentials })
}

/**
 * Where `createOgcClient` stores logins unless it is told otherwise: `~/.eozilla/tokens.json`. `HOME` in `env` is the home
 * folder, except on Windows. Default of `env`: `process.env`.
 *
 * @example
 * const login = await defaultTokenStore().load({ issuer: 'https://login.example.com', clientId: 'my-tool' })
 * console.log(login === undefined) // true
 */
export function defaultTokenStore(env?: Environment): TokenStore {
  return fileTokenStore(join(homeFolder(env), ogcFormat.folder, 'tokens.json'))
}

function baseUrlOf({ baseUrl }: OgcConfig, place: ConfigSources): string {
  if (baseUrl !== undefined) return baseUrl
  const how = { argument: 'baseUrl', why: 'the address of the service', place }
  throw missingSetting(ogcFormat, 'api_url', how, makeOgcError)
}
