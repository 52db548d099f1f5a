import { expect, test } from 'vitest'
import { datetime } from './list-rules.ts'

const [isDatetime] = datetime

test.each([
  '2024-02-29T23:59:59Z',
  '2026-01-31t00:00:00.5+02:00',
  '2026-01-01T00:00:00Z/2026-01-01T00:00:00Z',
  '2026-01-01T00:00:00Z/..',
  '/2026-01-01T00:00:00Z'
])('%s is a time', (text) => expect(isDatetime(text)).toBe(true))

test.each([
  ['a day that is not in the calendar', '2026-02-30T00:00:00Z'],
  ['29 February of another year', '2025-02-29T00:00:00Z'],
  ['a month that is not in the calendar', '2026-13-01T00:00:00Z'],
  ['an hour that no day has', '2026-01-01T24:00:00Z'],
  ['an interval that ends before it begins', '2026-01-02T00:00:00Z/2026-01-01T00:00:00Z'],
  ['an interval with a wrong end', '../2026-02-30T00:00:00Z'],
  ['an interval without ends', '../..'],
  ['an interval of three', '2026-01-01T00:00:00Z/../..'],
  ['one open end alone', '..'],
  ['a date', '2026-01-01'],
  ['a number', 5]
])('%s is none: %s', (_, value) => expect(isDatetime(value)).toBe(false))
