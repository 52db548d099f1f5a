import {
  baseUrl,
  type ConfigFormat,
  type ConfigPlace,
  loadSettings,
  type SaveOptions,
  saveSettings,
  token
} from '@geoclients/client-core/node'
import { makeCasError } from '../errors/cas-error.ts'

/** The Python client of CAS has no configuration: file and variables are those of this project. */
export const casFormat: ConfigFormat = {
  folder: '.cas',
  prefix: 'CAS_',
  fields: { base_url: baseUrl('baseUrl'), api_key: token('apiKey') }
}

/** The configuration of a CAS client. What `loadConfig` gives has no `apiKey` that could be seen. */
export interface CasConfig {
  readonly baseUrl?: string
  readonly apiKey?: string
}

/** Where `loadConfig` looks. */
export interface LoadConfigOptions extends ConfigPlace {
  /** Told of what is odd but no failure, such as a file with a key that others may read. Default: `console.warn`. */
  readonly onWarning?: ((message: string) => void) | undefined
}

/**
 * The configuration in the file, `~/.cas/config` where none is named, and in `CAS_BASE_URL` and `CAS_API_KEY`, which
 * win. It is frozen, and the key is not in it: it may be printed and stored. `createCasClient({ config })` and
 * `saveConfig` know the key all the same; a copy has lost it.
 *
 * @throws CasError `config`, with file, line, key and what was expected.
 * @example
 * console.log((await loadConfig()).baseUrl)
 */
export async function loadConfig(options: LoadConfigOptions = {}): Promise<CasConfig> {
  return await loadSettings(casFormat, options, {}, makeCasError)
}

/**
 * Writes a configuration into its file, whole or not at all, for its owner only (mode 0600). Without `secrets: true`
 * there is no key in the file afterwards. Comments and unknown keys stay.
 *
 * @returns The path of the file.
 * @throws CasError `config` where the file cannot be understood or written, `invalid-argument` for a wrong setting.
 * @example
 * await saveConfig({ baseUrl: 'https://example.com/cas' })
 */
export async function saveConfig(config: CasConfig, options: SaveOptions = {}): Promise<string> {
  return await saveSettings(casFormat, config, options, makeCasError)
}
