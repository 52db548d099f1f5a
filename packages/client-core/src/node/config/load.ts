import type { ClientError, ErrorFactory } from '../../errors/client-error.ts'
import { invalidArgument, isRecord } from '../../validation/arguments.ts'
import { readConfigFile } from './file.ts'
import { authFields, authTypePath, type ConfigFormat, leafOf } from './format.ts'
import { type ConfigPlace, type FoundPlace, findPlace, profilesBeside } from './path.ts'
import { seal, unseal } from './sealed-secrets.ts'
import { argumentsLayer, type Settings } from './sources/arguments.ts'
import { environmentLayer } from './sources/environment.ts'
import { type Layer, type Setting, toLayer } from './sources/layer.ts'
import { mergeLayers } from './sources/merge.ts'
import { yamlFiles } from './yaml-files.ts'

export interface ConfigSources extends ConfigPlace {
  /** A whole configuration, from `loadConfig` or made by hand. If it is given, neither file nor environment is read. */
  readonly config?: object | undefined
  /** Receives warnings. Default: `console.warn`. */
  readonly onWarning?: ((message: string) => void) | undefined
}

/**
 * Merges the settings of the file, the environment and the caller; later sources win. The result hides its secrets: see
 * `unseal`.
 *
 * @throws ClientError `config` if a file or variable is wrong, `invalid-argument` if an argument is wrong.
 */
export async function loadSettings(
  format: ConfigFormat,
  sources: ConfigSources,
  settings: Settings,
  make: ErrorFactory
): Promise<Settings> {
  if (!isRecord(sources as unknown)) throw invalidArgument(make, 'options', sources, 'an object')
  const given = argumentsLayer(format, settings, make)
  const layers = [...(await outerLayers(format, sources, make)), given]
  const merged = mergeLayers(format, layers, make)
  for (const layer of layers) {
    const message = strayingSecret(format, layer, merged)
    if (message) warningsOf(sources)(message)
  }
  return seal(format, merged)
}

/** The ways to give a required setting. */
export interface MissingSetting {
  readonly argument: string
  readonly why: string
  /** Where the settings were read from. */
  readonly place: ConfigPlace
}

/** The error for a missing setting: it names the ways to give it. */
export function missingSetting(
  format: ConfigFormat,
  path: string,
  { argument, why, place }: MissingSetting,
  make: ErrorFactory
): ClientError {
  const { prefix, folder } = format
  const found = findPlace(place, format, make)
  const file = found.named ? found.path : `~/${folder}/config`
  const variable = `${prefix}${path.replace('.', '__').toUpperCase()}`
  const places = `${path} in ${file}, ${variable} in the environment, or ${argument} as an argument`
  return make({ code: 'config', message: `${path} is missing, ${why}: expected ${places}` })
}

async function outerLayers(format: ConfigFormat, sources: ConfigSources, make: ErrorFactory): Promise<Layer[]> {
  const { config } = sources
  const onWarning = warningsOf(sources)
  if (typeof onWarning !== 'function') {
    throw invalidArgument(make, 'onWarning', onWarning, 'a function that takes a message')
  }
  if (config === undefined) {
    const place = findPlace(sources, format, make)
    const file = await fileLayer(format, place, sources.profile, onWarning, make)
    return [...file, environmentLayer(format, place.env, make)]
  }
  if (!isRecord(config))
    throw invalidArgument(make, 'config', config, 'an object of settings, such as the result of loadConfig')
  for (const name of ['configPath', 'profile', 'env'] as const) {
    if (sources[name] !== undefined) throw invalidArgument(make, name, sources[name], 'omitted if you pass config')
  }
  return [argumentsLayer(format, unseal(config), make)]
}

async function fileLayer(
  format: ConfigFormat,
  { path, named }: FoundPlace,
  profile: string | undefined,
  warn: (message: string) => void,
  make: ErrorFactory
): Promise<Layer[]> {
  const file = await readConfigFile(path, make)
  if (!file) {
    if (!named) return []
    const others = profile === undefined ? [] : await profilesBeside(path, profile)
    const hint = others.length > 0 ? ` (profiles there: ${others.join(', ')})` : ''
    throw make({ code: 'config', message: `${path} is missing: expected a file of YAML or JSON${hint}` })
  }
  const { parseConfig } = await yamlFiles(make)
  const { values, lineOf } = parseConfig(file.text, path, make)
  const locate = (keys: readonly string[]) => ({ where: `${path}:${lineOf(keys)}`, name: keys.join('.') })
  const layer = toLayer(format, values, locate, make)
  const secret = [...layer.keys()].find((key) => isSecret(format, key))
  if (secret && file.mode & 0o077) {
    const mode = file.mode.toString(8)
    warn(`${path} contains a secret (${secret}) and other users can read it (mode ${mode}): chmod 600 ${path}`)
  } else if (file.risk) warn(`${path} ${file.risk}`)
  return [layer]
}

function warningsOf({ onWarning = (message) => console.warn(message) }: ConfigSources): (message: string) => void {
  return onWarning
}

/** The warning if one source sets a secret with an address, and another source changes the address. */
function strayingSecret(format: ConfigFormat, layer: Layer, merged: Layer): string | undefined {
  const [key = ''] = Object.entries(format.fields).find(([, { as }]) => as === 'baseUrl') ?? []
  const [there, now] = [originOf(layer.get(key)), originOf(merged.get(key))]
  if (!there || !now || there === now) return undefined
  const secret = [...layer].find(([path, { where, name }]) => {
    const counts = merged.get(path)
    return where !== '' && isSecret(format, path) && counts?.where === where && counts.name === name
  })?.[1]
  if (!secret) return undefined
  const place = merged.get(key)?.name
  return `${secret.where}: ${secret.name} belongs to ${there}, but will be sent to ${now}, because ${place} sets this address`
}

function originOf(setting: Setting | undefined): string | undefined {
  const url = typeof setting?.value === 'string' ? setting.value : ''
  return URL.canParse(url) ? new URL(url).origin : undefined
}

function isSecret(format: ConfigFormat, path: string): boolean {
  const fields = path.startsWith('auth.') ? authFields(format) : format.fields
  return path !== authTypePath && Object.hasOwn(fields, leafOf(path)) && fields[leafOf(path)]?.secret === true
}
