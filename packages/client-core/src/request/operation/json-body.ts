import { onDemand, type PartCore, withPart } from '../../on-demand/load.ts'
import type { CallSettings } from '../../types/call.ts'

/** As `writeChecked`, which most bodies do not need: to ask that first costs less than to look at each member as it is written. */
export async function writeJson(body: unknown, core: PartCore, call: CallSettings): Promise<string> {
  return plainJson(body) ?? withPart(core, onDemand, call, ({ writeChecked }) => writeChecked(body, core.error))
}

/** The JSON of a value that it holds as it is; undefined where that is not so. */
export function plainJson(value: unknown): string | undefined {
  try {
    return isPlain(value, 0) ? JSON.stringify(value) : undefined
  } catch {
    return undefined
  }
}

/** Values that are nested deeper, or contain themselves, are checked during writing. */
const maxDepth = 100

/** Whether JSON can represent a value exactly, without calling its `toJSON`. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' || typeof value === 'boolean' || value === null
  if (depth > maxDepth || 'toJSON' in value) return false
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isPlain(value[i], depth + 1)) return false
    return true
  }
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  for (const key in value) if (!isPlain((value as Record<string, unknown>)[key], depth + 1)) return false
  return true
}
