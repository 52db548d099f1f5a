import type { ErrorFactory } from '../../../errors/client-error.ts'
import { isRecord } from '../../../validation/arguments.ts'
import { type ConfigFormat, leafOf } from '../format.ts'
import type { Environment } from '../path.ts'
import { type Layer, type Setting, settingError, toLayer } from './layer.ts'

/**
 * The settings in environment variables: `EOZILLA_API_URL`, `EOZILLA_AUTH__AUTH_TYPE`, or `EOZILLA_AUTH` as JSON, in upper
 * or lower case. An empty variable counts as absent. Other variables with this prefix are ignored, because servers use it too.
 */
export function environmentLayer(format: ConfigFormat, env: Environment, make: ErrorFactory): Layer {
  const { prefix, fields, old = {} } = format
  const values: Record<string, unknown> = {}
  const names = new Map<string, string>()
  const members: [string, string][] = []
  for (const [name, value] of Object.entries(env)) {
    if (!value || !name.toUpperCase().startsWith(prefix)) continue
    const key = name.slice(prefix.length).toLowerCase()
    const member = format.auth && /^auth__(.+)$/.exec(key)?.[1]
    if (member) members.push([member, value])
    else if (key === 'auth' && format.auth) values.auth = parseAuth(value, name, make)
    else if (Object.hasOwn(fields, key) || Object.hasOwn(old, key)) values[key] = value
    names.set(member ? `auth.${member}` : key, name)
  }
  // A variable for one member wins over the JSON text.
  const whole = values.auth ?? {}
  if (members.length > 0 && isRecord(whole)) values.auth = { ...whole, ...Object.fromEntries(members) }
  for (const [name, { path, with: implied = {} }] of Object.entries(old)) {
    const [root = '', leaf] = path.split('.')
    if (!Object.hasOwn(values, name) || !Object.hasOwn(values, root)) continue
    const { [root]: newer, [name]: older } = values
    const meant = Object.entries(implied).map(([other, value]) => [leafOf(other), value] as const)
    if (leaf && isRecord(newer) && meant.every(([key, value]) => (newer[key] ?? value) === value)) {
      values[root] = { ...Object.fromEntries(meant), [leaf]: older, ...newer }
      if (!names.has(path)) names.set(path, names.get(name) ?? name)
    }
    // An old and a new Python client may share an environment: if both names are set, the new one wins.
    delete values[name]
  }
  const locate = (path: readonly string[]): Omit<Setting, 'value'> => {
    const fallback = `${prefix}${path.join('__').toUpperCase()}`
    return { where: 'environment', name: names.get(path.join('.')) ?? fallback }
  }
  return toLayer(format, values, locate, make)
}

function parseAuth(value: string, name: string, make: ErrorFactory): unknown {
  try {
    return JSON.parse(value)
  } catch {
    throw settingError(make, { where: 'environment', name }, 'must be a JSON object with auth_type')
  }
}
