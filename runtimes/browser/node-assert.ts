import { assert } from 'vitest'
import { isDeepStrictEqual } from './deep-equal.ts'

/** Replaces `node:assert/strict` in browser tests, with the functions that they use. */
export class AssertionError extends Error {
  readonly code = 'ERR_ASSERTION'

  constructor({ message }: { message: string }) {
    super(message)
    this.name = 'AssertionError'
  }
}

export const deepEqual = (actual: unknown, expected: unknown, message?: string): void => {
  if (!isDeepStrictEqual(actual, expected)) retold(() => assert.deepStrictEqual(actual, expected), message)
}
export const partialDeepStrictEqual = (actual: unknown, expected: unknown, message?: string): void =>
  retold(() => assert.containsSubset(actual, expected), message)
export const equal = (actual: unknown, expected: unknown, message?: string): void =>
  retold(() => assert.isTrue(Object.is(actual, expected), `${String(actual)} is not ${String(expected)}`), message)
export const notEqual = (actual: unknown, expected: unknown, message?: string): void =>
  retold(() => assert.isFalse(Object.is(actual, expected), `${String(actual)} is not allowed`), message)
export const match = (text: string, pattern: RegExp, message?: string): void =>
  retold(() => assert.match(text, pattern), message)
export function ok(value: unknown, message?: string): asserts value {
  retold(() => assert.isOk(value), message)
}

/** Converts an error to Node's form: a message of the caller replaces the text. */
function retold(check: () => void, message: string | undefined): void {
  try {
    check()
  } catch (error) {
    throw new AssertionError({ message: message ?? (error as Error).message })
  }
}
