import type { ErrorFactory } from '../../../errors/client-error.ts'
import { suggestName } from '../../../utils/did-you-mean.ts'
import { isRecord } from '../../../validation/arguments.ts'
import { authFields, type ConfigFormat } from '../format.ts'
import { type Layer, settingError, toLayer } from './layer.ts'

/** Settings from a caller, by their names in TypeScript. */
export type Settings = Readonly<Record<string, unknown>>

/** The settings of a caller as a layer. */
export function argumentsLayer(format: ConfigFormat, settings: Settings, make: ErrorFactory): Layer {
  const { auth, ...top } = settings
  const values: Record<string, unknown> = toWire(top, { ...oldFields(format), ...format.fields }, '', make)
  if (auth !== undefined) {
    values.auth = isRecord(auth) ? toWire(auth, authFields(format, auth.authType), 'auth.', make) : auth
  }
  const inTypeScript = (path: readonly string[]): string => {
    const fields = path.length > 1 ? authFields(format) : { ...oldFields(format), ...format.fields }
    const leaf = path.at(-1) ?? ''
    return [...path.slice(0, -1), fields[leaf]?.as ?? leaf].join('.')
  }
  return toLayer(format, values, (path) => ({ where: '', name: inTypeScript(path) }), make)
}

type Names = Readonly<Record<string, { readonly as: string }>>

/** Old names that callers may still use, such as `accessToken`. */
function oldFields({ old = {} }: ConfigFormat): Names {
  return Object.fromEntries(Object.entries(old).flatMap(([name, { as }]) => (as ? [[name, { as }]] : [])))
}

function toWire(settings: Settings, fields: Names, prefix: string, make: ErrorFactory): Record<string, unknown> {
  const wire: Record<string, unknown> = {}
  const names = new Map(Object.entries(fields).map(([name, { as }]) => [as, name]))
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) continue
    const key = names.get(name)
    if (!key)
      throw settingError(
        make,
        { where: '', name: prefix + name },
        `is unknown: ${suggestName(name, [...names.keys()])}`
      )
    wire[key] = value
  }
  return wire
}
