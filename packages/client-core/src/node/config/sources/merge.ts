import type { ErrorFactory } from '../../../errors/client-error.ts'
import { suggestName } from '../../../utils/did-you-mean.ts'
import { authFields, authTypePath, type ConfigFormat, type Field, leafOf } from '../format.ts'
import { type Layer, type Setting, settingError, wrongValue } from './layer.ts'

/**
 * Merges the settings of all layers; later layers win. Each setting is checked in its own layer. A layer with an
 * `auth_type` replaces the whole `auth`; a layer without one is merged into it.
 */
export function mergeLayers(format: ConfigFormat, layers: readonly Layer[], make: ErrorFactory): Layer {
  const merged = new Map<string, Setting>()
  for (const layer of layers) {
    if (layer.has(authTypePath))
      for (const path of [...merged.keys()]) if (path.startsWith('auth.')) merged.delete(path)
    // The type comes first, because it decides which other members `auth` may have.
    const isType = (path: string): number => Number(path === authTypePath)
    for (const [path, setting] of [...layer].sort(([a], [b]) => isType(b) - isType(a))) {
      merged.set(path, setting)
      merged.set(path, checked(format, path, setting, merged, make))
    }
  }
  checkRequired(format, merged, make)
  return merged
}

function checked(format: ConfigFormat, path: string, setting: Setting, all: Layer, make: ErrorFactory): Setting {
  const field = fieldAt(format, path, setting, all, make)
  const value = field.read(setting.value)
  if (value === undefined) throw wrongValue(make, setting, field)
  return { ...setting, value }
}

function fieldAt(format: ConfigFormat, path: string, setting: Setting, all: Layer, make: ErrorFactory): Field {
  const inAuth = path.startsWith('auth.')
  const type = all.get(authTypePath)
  const fields = inAuth ? authFields(format, type?.value) : format.fields
  const key = leafOf(path)
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined
  if (field && (!inAuth || type)) return field
  if (field) throw settingError(make, setting, `also needs auth_type: ${fields.auth_type?.expected}`)
  throw settingError(make, setting, `is unknown: ${adviceFor(format, key, Object.keys(fields), type?.value)}`)
}

function adviceFor(format: ConfigFormat, key: string, known: readonly string[], authType: unknown): string {
  if (key === 'profiles') return 'a profile is a separate file next to this one, see docs/configuration.md'
  const elsewhere = Object.hasOwn(authFields(format), key) && format.auth
  if (elsewhere && known.includes('auth_type')) return `auth_type ${authType} has ${known.join(', ')}`
  if (elsewhere) return `it belongs under auth, next to auth_type`
  return suggestName(key, format.auth && !known.includes('auth_type') ? [...known, 'auth'] : known)
}

function checkRequired(format: ConfigFormat, all: Layer, make: ErrorFactory): void {
  const type = all.get(authTypePath)
  if (!type) return
  for (const [key, { required, expected }] of Object.entries(authFields(format, type.value))) {
    if (required && !all.has(`auth.${key}`)) {
      throw settingError(make, type, `${type.value} needs auth.${key}: ${expected}`)
    }
  }
}
