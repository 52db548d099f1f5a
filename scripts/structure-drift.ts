import { isMap } from './openapi-keys.ts'
import { reduceToStructure } from './structure.ts'

/**
 * How the structure of an OpenAPI document differs from a pulled one: a line for each difference, with its JSON pointer.
 * None where the server that answered the document still has the wire that was pulled from it.
 */
export function structureDrift(document: object, pulled: object): readonly string[] {
  return differences(reduceToStructure(document), pulled, '')
}

function differences(now: unknown, before: unknown, pointer: string): string[] {
  if (!hasMembers(now) || !hasMembers(before)) {
    const [a, b] = [JSON.stringify(before), JSON.stringify(now)]
    return a === b ? [] : [`${pointer || '/'} was ${a}, is ${b}`]
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()
  return keys.flatMap((key) => {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (!Object.hasOwn(before, key)) return [`${at} is new`]
    if (!Object.hasOwn(now, key)) return [`${at} is gone`]
    return differences(now[key], before[key], at)
  })
}

/** A map, or a list of maps; a list of plain values is compared as a whole. */
function hasMembers(value: unknown): value is Record<string, unknown> {
  return isMap(value) || (Array.isArray(value) && value.some((item) => typeof item === 'object'))
}
