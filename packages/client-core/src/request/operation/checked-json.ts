import { type ErrorFactory, isClientError } from '../../errors/client-error.ts'
import { invalidArgument } from '../../validation/arguments.ts'

/**
 * `JSON.stringify` that refuses, with the path to it, what would be changed in silence: `NaN` and missing array items
 * (sent as `null`), functions (left out), Maps and Blobs (sent as `{}`), typed arrays (sent as objects). Members that
 * are `undefined` are left out; Dates and others with a `toJSON` are written by that.
 */
export function writeChecked(body: unknown, make: ErrorFactory): string {
  const above: { readonly value: object; readonly key: string }[] = []

  function check(this: object, key: string, value: unknown): unknown {
    // Most of a large body is numbers and texts: nothing more is asked of them.
    if (typeof value === 'string' || Number.isFinite(value)) return value
    while (above.length > 0 && above.at(-1)?.value !== this) above.pop()
    const given: unknown = Reflect.get(this, key)
    const isObject = typeof value === 'object' && value !== null
    const circular = isObject && above.some((step) => step.value === value)
    const isNeeded = above.length === 0 || Array.isArray(this)
    const expected = circular ? 'a value that does not contain itself' : expectedInstead(given, value, isNeeded)
    if (expected) throw invalidArgument(make, pathOf(above, key) || 'body', given, expected)
    if (isObject) above.push({ value, key })
    return value
  }

  try {
    return JSON.stringify(body, check)
  } catch (cause) {
    if (isClientError(cause)) throw cause
    const why = (cause instanceof Error ? cause.message : String(cause)).split('\n', 1)[0]
    throw make({ code: 'invalid-argument', message: `the request body cannot be written as JSON: ${why}`, cause })
  }
}

/** The path to a member of the innermost of the objects `above`; the first of them is the body itself. */
function pathOf(above: readonly { readonly value: object; readonly key: string }[], key: string): string {
  const keys = [...above.slice(1).map((step) => step.key), key]
  return above.reduce((path, { value }, i) => join(path, keys[i] ?? '', value), '')
}

function join(path: string, key: string, parent: object): string {
  if (Array.isArray(parent)) return `${path}[${key}]`
  if (!/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path ? `${path}.${key}` : key
}

/** What should stand in place of what JSON cannot hold; undefined where it can. `value` is `given` after its `toJSON`. */
function expectedInstead(given: unknown, value: unknown, isNeeded: boolean): string | undefined {
  if (ArrayBuffer.isView(given) || given instanceof ArrayBuffer || given instanceof Blob) return 'base64 text, or JSON'
  if (given instanceof Date && value === null) return 'a valid date'
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? undefined : 'a finite number'
    case 'undefined':
      return isNeeded ? 'a JSON value' : undefined
    case 'object':
      return value !== null && isOpaque(value) ? 'a JSON value' : undefined
    case 'bigint':
      return 'a number or text'
    case 'function':
    case 'symbol':
      return 'a JSON value'
    default:
      return undefined
  }
}

/** Whether JSON would show nothing of an object that is no plain one: a Map, a Set, a Promise, an Error. */
function isOpaque(value: object): boolean {
  if (Array.isArray(value) || Object.keys(value).length > 0) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype !== null && Object.getPrototypeOf(prototype) !== null
}
