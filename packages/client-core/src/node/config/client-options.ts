import type { ErrorFactory } from '../../errors/client-error.ts'
import { invalidArgument, isRecord } from '../../validation/arguments.ts'
import type { ConfigFormat } from './format.ts'
import { type ConfigSources, loadSettings, missingSetting } from './load.ts'
import { unseal } from './sealed-secrets.ts'

/** Where `loadConfig` reads from. */
export type LoadConfigOptions = Omit<ConfigSources, 'config'>

/**
 * The options of a client: what the caller gave, over what the file and the environment say. A token that is found there is left
 * out beside an `auth`.
 *
 * @throws ClientError `config` for a wrong or missing setting, `invalid-argument` for what the caller gave.
 */
export async function configuredOptions<Options extends { readonly baseUrl: string }>(
  format: ConfigFormat,
  options: ConfigSources & { readonly [Name in keyof Options]?: Options[Name] | undefined },
  make: ErrorFactory
): Promise<Options> {
  if (!isRecord(options as unknown)) throw invalidArgument(make, 'options', options, 'an object')
  const { config, configPath, profile, env, baseUrl, ...rest } = options
  const sources = { config, configPath, profile, env, onWarning: rest.onWarning }
  const { baseUrl: address, ...found } = unseal(await loadSettings(format, sources, { baseUrl }, make))
  if (address === undefined) {
    const [path = ''] = Object.entries(format.fields).find(([, { as }]) => as === 'baseUrl') ?? []
    throw missingSetting(format, path, { argument: 'baseUrl', why: 'the address of the service', place: sources }, make)
  }
  // Arguments are judged by the client: a token may be a function, too.
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { ...('auth' in given ? {} : found), ...given, baseUrl: String(address) } as Options
}
