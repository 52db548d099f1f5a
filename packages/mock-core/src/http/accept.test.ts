import { expect, test } from 'vitest'
import { accepts, essence } from './accept.ts'

test.each([
  [null, 'application/json', true],
  ['', 'application/json', true],
  ['*/*', 'image/png', true],
  ['application/json', 'application/json', true],
  ['Application/JSON', 'application/json; charset=utf-8', true],
  ['application/*', 'application/json', true],
  ['text/html, application/json;q=0.5', 'application/json', true],
  ['text/html', 'application/json', false],
  ['image/*', 'application/json', false],
  ['*/*, application/json;q=0', 'application/json', false],
  ['application/json;q=0, */*', 'application/json', false],
  ['application/*;q=0.0, */*;q=1', 'application/json', false],
  ['application/*;q=0, application/json', 'application/json', true]
])('Accept %j allows %s: %s', (accept, mediaType, allowed) => {
  expect(accepts(accept, mediaType)).toBe(allowed)
})

test('essence drops parameters and case', () => {
  expect(essence('Text/HTML; charset=utf-8')).toBe('text/html')
})
