import { expect, test } from 'vitest'
import { trimSlashes } from './trim-slashes.ts'

test.each([
  ['', ''],
  ['/', ''],
  ['a', 'a'],
  ['/a/b//', '/a/b'],
  ['//a', '//a'],
  [`${'/'.repeat(500_000)}x`, `${'/'.repeat(500_000)}x`]
])('only those at the end go', (text, trimmed) => {
  expect(trimSlashes(text)).toBe(trimmed)
})
