import { assert } from 'vitest'

/** Equal in depth, and of the same classes. */
export function isDeepStrictEqual(one: unknown, other: unknown): boolean {
  try {
    assert.deepStrictEqual(one, other)
    return true
  } catch {
    return false
  }
}
