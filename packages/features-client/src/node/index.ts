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
import { FeaturesClient } from '../client/features-client.ts'
import type { FeaturesClientOptions } from '../client/options.ts'
import { makeFeaturesError } from '../errors/features-error.ts'

export type {
  ConfigPlace,
  ConfigSources,
  Environment,
  LoadConfigOptions,
  SaveOptions
} from '@geoclients/client-core/node'

const format: ConfigFormat = {
  folder: '.features',
  prefix: 'FEATURES_',
  fields: { base_url: baseUrl('baseUrl'), access_token: token('accessToken') }
}

/** The configuration of a client. The result of `loadConfig` has no visible `accessToken`. */
export interface FeaturesConfig {
  readonly baseUrl?: string
  readonly accessToken?: string
}

/** Where to read the configuration, and options of `FeaturesClient`, which override it. */
export interface CreateFeaturesClientOptions extends ConfigSources, Partial<FeaturesClientOptions> {
  /** A complete configuration, from `loadConfig` or made by hand. The file and the environment are then not read. */
  readonly config?: FeaturesConfig | undefined
}

/**
 * Reads the configuration from a file (`~/.features/config` by default) and from `FEATURES_BASE_URL` and `FEATURES_ACCESS_TOKEN`, which
 * override the file. The result is frozen and does not show the token, so it may be printed and stored.
 *
 * @throws FeaturesError `config`, with file, line, key and what was expected.
 */
export async function loadConfig(options: LoadConfigOptions = {}): Promise<FeaturesConfig> {
  return await loadSettings(format, options, {}, makeFeaturesError)
}

/**
 * Writes a configuration to its file, readable only by its owner (mode 0600). Without `secrets: true` the file does not contain
 * the token afterwards. Comments and unknown keys are kept.
 *
 * @returns The path of the file.
 * @throws FeaturesError `config` where the file cannot be understood or written, `invalid-argument` for a wrong setting.
 */
export async function saveConfig(config: FeaturesConfig, options: SaveOptions = {}): Promise<string> {
  return await saveSettings(format, config, options, makeFeaturesError)
}

/**
 * Creates a client with the settings of the configuration file, the environment and `options`. The environment overrides the
 * file, and `options` override both.
 *
 * @throws FeaturesError `config` for a wrong or missing setting, `invalid-argument` for a wrong option.
 * @example
 * using features = await createFeaturesClient({ baseUrl: 'https://example.com/features' }) // ~/.features/config, FEATURES_ACCESS_TOKEN
 */
export async function createFeaturesClient(options: CreateFeaturesClientOptions = {}): Promise<FeaturesClient> {
  return new FeaturesClient(await configuredOptions<FeaturesClientOptions>(format, options, makeFeaturesError))
}
