import type { ErrorFactory } from '../../errors/client-error.ts'
import { invalidArgument, isRecord } from '../../validation/arguments.ts'
import { readConfigFile } from './file.ts'
import { authFields, authTypePath, type ConfigFormat, leafOf } from './format.ts'
import { type ConfigPlace, findPlace } from './path.ts'
import { unseal } from './sealed-secrets.ts'
import { argumentsLayer, type Settings } from './sources/arguments.ts'
import { mergeLayers } from './sources/merge.ts'
import { replaceFile } from './write/atomic-write.ts'
import type { Wire } from './write/update-document.ts'
import { yamlFiles } from './yaml-files.ts'

export interface SaveOptions extends ConfigPlace {
  /**
   * Writes the secrets, too, in plain text. Default: false. Without it the file has none of them afterwards, and no
   * comment that speaks of one; where one stands under a key that is not ours, too, the file is left as it is.
   */
  readonly secrets?: boolean | undefined
}

/**
 * Writes settings into their file, whole or not at all, readable by its owner only, and resolves with its path.
 * Comments and keys that are not ours stay; a file of JSON stays JSON. Rejects with `config` where a secret would be left.
 */
export async function saveSettings(
  format: ConfigFormat,
  settings: object,
  options: SaveOptions,
  make: ErrorFactory
): Promise<string> {
  if (!isRecord(options as unknown)) throw invalidArgument(make, 'options', options, 'an object')
  if (!isRecord(settings)) throw invalidArgument(make, 'config', settings, 'an object of settings, as loadConfig gives')
  const { secrets = false } = options
  if (typeof secrets !== 'boolean') throw invalidArgument(make, 'secrets', secrets, 'true or false')
  const { path } = findPlace(options, format, make)
  const wire = toWire(format, unseal(settings), secrets, make)
  const existing = await readConfigFile(path, make)
  const { updateConfig } = await yamlFiles(make)
  try {
    await replaceFile(path, updateConfig(format, { text: existing?.text ?? '', path, secrets }, wire, make))
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'config') throw cause
    throw make({ code: 'config', message: `${path} cannot be written: ${code ?? 'unknown reason'}` })
  }
  return path
}

function toWire(format: ConfigFormat, settings: Settings, secrets: boolean, make: ErrorFactory): Wire {
  const layer = mergeLayers(format, [argumentsLayer(format, settings, make)], make)
  const wire: Record<string, unknown> = {}
  const auth: Record<string, unknown> = {}
  const fieldsOfAuth = authFields(format, layer.get(authTypePath)?.value)
  for (const [path, { value }] of layer) {
    const inAuth = path.startsWith('auth.')
    const field = (inAuth ? fieldsOfAuth : format.fields)[leafOf(path)]
    if (field && (secrets || !field.secret) && !field.readOnly) (inAuth ? auth : wire)[leafOf(path)] = value
  }
  return layer.has(authTypePath) ? { ...wire, auth } : wire
}
