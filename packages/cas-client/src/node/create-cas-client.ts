import { type ConfigSources, configuredOptions } from '@geoclients/client-core/node'
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
  return new CasClient(await configuredOptions<CasClientOptions>(casFormat, options, makeCasError))
}
