import { expect, test } from 'vitest'
import { toJson } from './to-json.ts'

test('a bigint is a number with all its digits, and every text stays as it is', () => {
  const value = { id: 12345678901234567890n, texts: ['\u00000', '\u00001', '\\u00000', '"'], list: [1n, -2n] }
  expect(toJson(value)).toBe(
    String.raw`{"id":12345678901234567890,"texts":["\u00000","\u00001","\\u00000","\""],"list":[1,-2]}`
  )
})
