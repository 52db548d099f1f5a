import { expect, test } from 'vitest'
import { parseRetryAfter } from './retry-after.ts'

const now = Date.UTC(2026, 0, 1, 12, 0, 0)

test.each([
  ['0', 0],
  ['120', 120_000],
  ['  7 ', 7_000],
  ['4294967296', 4_294_967_296_000],
  ['Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
  ['Thu, 01 Jan 2026 11:59:00 GMT', 0]
])('%j is %j ms', (header, expected) => {
  expect(parseRetryAfter(header, now)).toBe(expected)
})

test.each([
  null,
  undefined,
  '',
  ' ',
  '-1',
  '+5',
  '1.5',
  '1e3',
  '0x10',
  '5 minutes',
  '9999999999999999',
  '2026-01-01T12:00:30Z',
  'Thu, 01 Jan 2026 12:00:30',
  'Thu, 01 Jan 2026 12:00:30 UTC',
  'Thu, 1 Jan 2026 12:00:30 GMT',
  '01 Jan 2026 12:00:30 GMT',
  'Thursday, 01-Jan-26 12:00:30 GMT',
  'Thu Jan  1 12:00:30 2026',
  'thu, 01 jan 2026 12:00:30 gmt',
  'Thu, 01 Jan 2026 25:00:30 GMT',
  'Thu, 99 Jan 2026 12:00:30 GMT'
])('%j asks for nothing', (header) => {
  expect(parseRetryAfter(header, now)).toBeUndefined()
})
