import { invalidArgument, isRecord } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'

/**
 * Refuses values that JSON would silently change or drop: NaN and infinite numbers, Maps and other special objects, functions,
 * holes in arrays, and `properties` of a Feature that is not an object. Returns whether there is a `bigint`.
 */
export function checkWritable(value: unknown, path: string): boolean {
  if (isRecord(value) && value.type === 'Feature' && value.properties != null && !isRecord(value.properties)) {
    throw refuse(`${path}.properties`, value.properties, 'an object or null')
  }
  return hasBigInt(value, path)
}

function hasBigInt(value: unknown, path: string): boolean {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refuse(path, value, 'a finite number')
    return false
  }
  if (typeof value !== 'object') {
    if (typeof value === 'function' || typeof value === 'symbol') throw refuse(path, value, 'a JSON value')
    return typeof value === 'bigint'
  }
  if (value === null) return false
  let isExact = false
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      if (value[i] === undefined) throw refuse(`${path}[${i}]`, undefined, 'a JSON value')
      // Fast path: most values are coordinates.
      if (Number.isFinite(value[i])) continue
      isExact = hasBigInt(value[i], `${path}[${i}]`) || isExact
    }
    return isExact
  }
  const { toJSON }: { toJSON?: unknown } = value
  if (typeof toJSON === 'function') return false // it defines its own JSON form
  if (Object.prototype.toString.call(value) !== '[object Object]') throw refuse(path, value, 'a plain object')
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) isExact = hasBigInt(member, `${path}.${name}`) || isExact
  }
  return isExact
}

function refuse(path: string, value: unknown, expected: string): Error {
  return invalidArgument(makeCasError, path, value, expected)
}
