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
   * Whether to write the secrets too, in plain text. Default false: secrets, and comments that mention one, are removed
   * from the file. If a secret also appears under an unknown key, the file is left unchanged.
   */
  readonly secrets?: boolean | undefined
}

/**
 * Writes settings to their file atomically, readable only by its owner, and resolves with its path. Comments and unknown
 * keys are kept, and a JSON file stays JSON. Rejects with `config` if a secret would remain in the file.
 */
export async function saveSettings(
  format: ConfigFormat,
  settings: object,
  options: SaveOptions,
  make: ErrorFactory
): Promise<string> {
  if (!isRecord(options as unknown)) throw invalidArgument(make, 'options', options, 'an object')
  if (!isRecord(settings))
    throw invalidArgument(make, 'config', settings, 'an object of settings, such as the result of loadConfig')
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
