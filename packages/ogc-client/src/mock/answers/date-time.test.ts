import { expect, test } from 'vitest'
import { readInterval } from './date-time.ts'

const at = (text: string): number => Date.parse(text)

test.each([
  ['2026-01-01T00:00:00Z', at('2026-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z')],
  ['2026-01-01t01:00:00.500+01:00', at('2026-01-01T00:00:00.5Z'), at('2026-01-01T00:00:00.5Z')],
  ['2026-01-01T00:00:00Z/2026-01-02T00:00:00Z', at('2026-01-01T00:00:00Z'), at('2026-01-02T00:00:00Z')],
  ['../2026-01-01T00:00:00Z', Number.NEGATIVE_INFINITY, at('2026-01-01T00:00:00Z')],
  ['/2026-01-01T00:00:00Z', Number.NEGATIVE_INFINITY, at('2026-01-01T00:00:00Z')],
  ['2026-01-01T00:00:00Z/..', at('2026-01-01T00:00:00Z'), Number.POSITIVE_INFINITY],
  ['2026-01-01T00:00:00Z/', at('2026-01-01T00:00:00Z'), Number.POSITIVE_INFINITY]
])('%s', (text, start, end) => {
  expect(readInterval(text)).toEqual({ start, end })
})

test.each([
  '',
  '..',
  '/',
  '../../..',
  'yesterday',
  '2026-01-01',
  '2026-01-01T00:00:00',
  '2026-13-01T00:00:00Z',
  '2026-01-02T00:00:00Z/2026-01-01T00:00:00Z',
  '2026-01-01T00:00:00Z/2026-01-02T00:00:00Z/2026-01-03T00:00:00Z'
])('%j is refused', (text) => {
  expect(() => readInterval(text)).toThrow("Parameter 'datetime' is")
})
