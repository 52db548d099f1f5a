import { isRecord } from '../../validation/arguments.ts'
import { authFields, authTypePath, type ConfigFormat, leafOf } from './format.ts'
import type { Settings } from './sources/arguments.ts'
import type { Layer } from './sources/layer.ts'

// Outside of the objects, so printing, copying or storing one cannot reveal a secret.
const whole = new WeakMap<object, Settings>()

/** The deeply frozen settings of a layer. Only `unseal` can read their secrets. */
export function seal(format: ConfigFormat, layer: Layer): Settings {
  const sealed = freeze(toSettings(format, layer, false))
  whole.set(sealed, toSettings(format, layer, true))
  return sealed
}

/** The settings with their secrets. An object that was never sealed is returned unchanged. */
export function unseal(settings: Settings): Settings {
  return whole.get(settings) ?? settings
}

function toSettings(format: ConfigFormat, layer: Layer, secrets: boolean): Settings {
  const settings: Record<string, unknown> = {}
  const auth: Record<string, unknown> = {}
  const fieldsOfAuth = authFields(format, layer.get(authTypePath)?.value)
  for (const [path, { value }] of layer) {
    const inAuth = path.startsWith('auth.')
    const field = (inAuth ? fieldsOfAuth : format.fields)[leafOf(path)]
    if (!field || (field.secret && !secrets)) continue
    ;(inAuth ? auth : settings)[field.as] = structuredClone(value)
  }
  return layer.has(authTypePath) ? { ...settings, auth } : settings
}

function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (isRecord(inner) || Array.isArray(inner)) freeze(inner)
  return Object.freeze(value)
}
