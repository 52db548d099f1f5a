import type { ClientError, ErrorFactory } from '../../../errors/client-error.ts'
import { redactUrl } from '../../../utils/redact-url.ts'
import { isRecord, show, showKind } from '../../../validation/arguments.ts'
import type { ConfigFormat, Field } from '../format.ts'

/** A value, and how an error names its place. */
export interface Setting {
  readonly value: unknown
  /** The file and line, or `environment`; empty for an argument. */
  readonly where: string
  /** Its name there: `auth.auth_type`, `EOZILLA_AUTH__AUTH_TYPE` or `auth.authType`. */
  readonly name: string
}

/** The settings of one source by their path: `api_url`, `auth.auth_type`. */
export type Layer = ReadonlyMap<string, Setting>

/** The error for a wrong setting: it names the place, the setting, its value and what was expected. */
export function settingError(
  make: ErrorFactory,
  { where, name }: Omit<Setting, 'value'>,
  problem: string
): ClientError {
  return where
    ? make({ code: 'config', message: `${where}: ${name} ${problem}` })
    : make({ code: 'invalid-argument', message: `${name} ${problem}` })
}

/** The error for a value of the wrong kind. It does not show possible secrets. */
export function wrongValue(make: ErrorFactory, setting: Setting, field: Field): ClientError {
  const { value } = setting
  const got = field.secret ? showKind(value) : show(typeof value === 'string' ? withoutUser(value) : value)
  return settingError(make, setting, `must be ${field.expected}, got ${got}`)
}

function withoutUser(value: string): string {
  return /[:/@?#]/.test(value) ? redactUrl(value) : value
}

/** The members of a source as a layer: `auth` is flattened, and old names are translated. */
export function toLayer(
  format: ConfigFormat,
  values: Readonly<Record<string, unknown>>,
  locate: (path: readonly string[]) => Omit<Setting, 'value'>,
  make: ErrorFactory
): Layer {
  const layer = new Map<string, Setting>()
  for (const [key, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue // counts as absent, as in the Python client
    const setting = { value, ...locate([key]) }
    if (key !== 'auth' || !format.auth) layer.set(key, setting)
    else if (!isRecord(value))
      throw settingError(make, setting, `must be a mapping with auth_type, got ${showKind(value)}`)
    else {
      for (const [member, inner] of Object.entries(value)) {
        if (inner === null || inner === undefined) continue
        layer.set(`auth.${member}`, { value: inner, ...locate([key, member]) })
      }
    }
  }
  return withoutOldNames(format, layer, make)
}

/** Replaces old names with new ones. Refuses a source that has both. */
function withoutOldNames({ old = {} }: ConfigFormat, layer: ReadonlyMap<string, Setting>, make: ErrorFactory): Layer {
  const renamed = new Map(layer)
  for (const [name, { path, with: implied = {} }] of Object.entries(old)) {
    const setting = renamed.get(name)
    if (!setting) continue
    renamed.delete(name)
    const root = path.replace(/\..*/, '.')
    const rival = [...renamed].find(([other]) => other === path || (root !== path && other.startsWith(root)))
    if (rival) throw settingError(make, setting, `and ${rival[1].name} mean the same: keep only one`)
    for (const [other, value] of Object.entries(implied)) renamed.set(other, { ...setting, value })
    renamed.set(path, setting)
  }
  return renamed
}
