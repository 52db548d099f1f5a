import {
  baseUrl,
  type ConfigFormat,
  type LoadConfigOptions,
  loadSettings,
  type SaveOptions,
  saveSettings,
  token
} from '@geoclients/client-core/node'
import { makeCasError } from '../errors/cas-error.ts'

/** The Python client of CAS has no configuration, so the file and the variables are defined by this project. */
export const casFormat: ConfigFormat = {
  folder: '.cas',
  prefix: 'CAS_',
  fields: { base_url: baseUrl('baseUrl'), api_key: token('apiKey') }
}

/** The configuration of a CAS client. The result of `loadConfig` has no visible `apiKey`. */
export interface CasConfig {
  readonly baseUrl?: string
  readonly apiKey?: string
}

/**
 * Reads the configuration from a file (`~/.cas/config` by default) and from `CAS_BASE_URL` and `CAS_API_KEY`, which
 * override the file.
 *
 * The result is frozen and does not show the key, so it may be printed and stored. `createCasClient({ config })` and
 * `saveConfig` still know the key; a copy of the result does not have it.
 *
 * @throws CasError `config`, with file, line, key and what was expected.
 * @example
 * console.log((await loadConfig()).baseUrl)
 */
export async function loadConfig(options: LoadConfigOptions = {}): Promise<CasConfig> {
  return await loadSettings(casFormat, options, {}, makeCasError)
}

/**
 * Writes a configuration to its file, readable only by its owner (mode 0600). The file is replaced as a whole or not at
 * all. Without `secrets: true` the file does not contain the key afterwards. Comments and unknown keys are kept.
 *
 * @returns The path of the file.
 * @throws CasError `config` if the file cannot be read or written, `invalid-argument` if a setting is wrong.
 * @example
 * await saveConfig({ baseUrl: 'https://example.com/cas' })
 */
export async function saveConfig(config: CasConfig, options: SaveOptions = {}): Promise<string> {
  return await saveSettings(casFormat, config, options, makeCasError)
}
