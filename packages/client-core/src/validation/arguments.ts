import type { ClientError, ErrorFactory } from '../errors/client-error.ts'

/** The error for a wrong argument: it names the argument, its value and what was expected. */
export function invalidArgument(make: ErrorFactory, name: string, value: unknown, expected: string): ClientError {
  return make({
    code: 'invalid-argument',
    message: `${name} must be ${expected}, got ${show(value)}`
  })
}

/**
 * A value as short text. Long strings are cut. Of arrays, only a few numbers are shown, and of objects only the kind, because they
 * may contain secrets.
 */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}...` : value)
  if (Array.isArray(value)) {
    const isShown = value.length <= 6 && [...value].every((one) => typeof one === 'number')
    return isShown ? `[${value.join(', ')}]` : `an array of ${value.length}`
  }
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object' && value !== null) {
    if (Object.prototype.toString.call(value) === '[object Object]') return 'an object'
    const name = value.constructor?.name ?? 'value'
    return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`
  }
  return typeof value === 'bigint' ? `${value}n` : String(value)
}

/** Like `show`, for possible secrets: only the kind. In YAML, an unquoted password may be a number or a boolean. */
export function showKind(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`
  return value === undefined || typeof value === 'object' || typeof value === 'function'
    ? show(value)
    : `a ${typeof value}`
}

/** Whether `value` is an object, but not an array, null or a function. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Whether `value` is an object whose members can be read by name. An array, a Map or an AbortSignal is none: what was meant by it
 * would be lost.
 */
export function hasMembers(value: unknown): value is object {
  return isRecord(value) && (Object.keys(value).length > 0 || show(value) === 'an object')
}
