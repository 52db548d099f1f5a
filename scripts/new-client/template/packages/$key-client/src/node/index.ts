import {
  baseUrl,
  type ConfigFormat,
  type ConfigSources,
  configuredOptions,
  type LoadConfigOptions,
  loadSettings,
  type SaveOptions,
  saveSettings,
  token
} from '@geoclients/client-core/node'
import { $ApiClient } from '../client/$key-client.ts'
import type { $ApiClientOptions } from '../client/options.ts'
import { make$ApiError } from '../errors/$key-error.ts'

export type { ConfigPlace, ConfigSources, Environment, LoadConfigOptions, SaveOptions } from '@geoclients/client-core/node'

const format: ConfigFormat = {
  folder: '.$key',
  prefix: '$API_',
  fields: { base_url: baseUrl('baseUrl'), access_token: token('accessToken') }
}

/** The configuration of a client. The result of `loadConfig` has no visible `accessToken`. */
export interface $ApiConfig {
  readonly baseUrl?: string
  readonly accessToken?: string
}

/** Where to read the configuration, and options of `$ApiClient`, which override it. */
export interface Create$ApiClientOptions extends ConfigSources, Partial<$ApiClientOptions> {
  /** A complete configuration, from `loadConfig` or made by hand. The file and the environment are then not read. */
  readonly config?: $ApiConfig | undefined
}

/**
 * Reads the configuration from a file (`~/.$key/config` by default) and from `$API_BASE_URL` and `$API_ACCESS_TOKEN`, which
 * override the file. The result is frozen and does not show the token, so it may be printed and stored.
 *
 * @throws $ApiError `config`, with file, line, key and what was expected.
 */
export async function loadConfig(options: LoadConfigOptions = {}): Promise<$ApiConfig> {
  return await loadSettings(format, options, {}, make$ApiError)
}

/**
 * Writes a configuration to its file, readable only by its owner (mode 0600). Without `secrets: true` the file does not contain
 * the token afterwards. Comments and unknown keys are kept.
 *
 * @returns The path of the file.
 * @throws $ApiError `config` where the file cannot be understood or written, `invalid-argument` for a wrong setting.
 */
export async function saveConfig(config: $ApiConfig, options: SaveOptions = {}): Promise<string> {
  return await saveSettings(format, config, options, make$ApiError)
}

/**
 * Creates a client with the settings of the configuration file, the environment and `options`. The environment overrides the
 * file, and `options` override both.
 *
 * @throws $ApiError `config` for a wrong or missing setting, `invalid-argument` for a wrong option.
 * @example
 * using $api = await create$ApiClient({ baseUrl: 'https://example.com/$key' }) // ~/.$key/config, $API_ACCESS_TOKEN
 */
export async function create$ApiClient(options: Create$ApiClientOptions = {}): Promise<$ApiClient> {
  const found = await configuredOptions<$ApiClientOptions>(format, options, make$ApiError)
  return new $ApiClient({ ...found, onWarning: options.onWarning })
}
