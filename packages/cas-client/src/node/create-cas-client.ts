import { invalidArgument, isRecord } from '@geoclients/client-core'
import { type ConfigSources, loadSettings, missingSetting, unseal } from '@geoclients/client-core/node'
import { CasClient } from '../client/cas-client.ts'
import type { CasClientOptions } from '../client/options.ts'
import { makeCasError } from '../errors/cas-error.ts'
import { type CasConfig, casFormat } from './config.ts'

/** Where to read the configuration, and options of `CasClient`, which override it. */
export interface CreateCasClientOptions extends ConfigSources, Omit<CasClientOptions, 'baseUrl'> {
  /** Overrides the file and the environment, unless it is undefined. */
  readonly baseUrl?: CasClientOptions['baseUrl'] | undefined
  /** A whole configuration, from `loadConfig` or made by hand. The file and the environment are then not read. */
  readonly config?: CasConfig | undefined
}

/**
 * Creates a client with the settings of the configuration file, the environment and `options`. The environment
 * overrides the file, and `options` override both.
 *
 * @throws CasError `config` for a wrong or missing setting, `invalid-argument` for a wrong option.
 * @example
 * using cas = await createCasClient() // ~/.cas/config, CAS_BASE_URL, CAS_API_KEY
 */
export async function createCasClient(options: CreateCasClientOptions = {}): Promise<CasClient> {
  if (!isRecord(options as unknown)) throw invalidArgument(makeCasError, 'options', options, 'an object')
  const { config, configPath, profile, env, onWarning, baseUrl, apiKey, ...rest } = options
  const sources = { config, configPath, profile, env, onWarning }
  const found = unseal(await loadSettings(casFormat, sources, { baseUrl }, makeCasError)) as CasConfig
  if (found.baseUrl === undefined) {
    const how = { argument: 'baseUrl', why: 'the address of the service' }
    throw missingSetting(casFormat, 'base_url', how, makeCasError)
  }
  // An argument is judged by the client: it may be a function, too.
  return new CasClient({ ...rest, baseUrl: found.baseUrl, apiKey: apiKey ?? found.apiKey })
}
