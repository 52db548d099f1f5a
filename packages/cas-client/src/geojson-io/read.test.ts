import { expect, test } from 'vitest'
import { notJson } from './read.ts'

test.each([
  [
    "Expected ',' or '}' after property value in JSON at position 18 (line 1 column 19)",
    "Expected ',' or '}' after property value in JSON at position 18",
    3,
    19
  ],
  [
    'Bad control character in string literal in JSON at position 9 (line 2 column 3)',
    'Bad control character in string literal in JSON at position 9',
    4,
    3
  ],
  ['JSON.parse: unexpected character at line 2 column 5 of the JSON data', 'JSON.parse: unexpected character', 4, 5]
])('%s: one line, that in the file, and the column', (told, words, line, column) => {
  expect(notJson(3, new SyntaxError(told)).message).toBe(`line ${line} is not JSON: ${words}, column ${column}`)
})

test('a platform that names no place is quoted as it is', () => {
  const { message } = notJson(3, new SyntaxError('JSON Parse error: Unexpected identifier "x"'))
  expect(message).toBe('line 3 is not JSON: JSON Parse error: Unexpected identifier "x"')
})
