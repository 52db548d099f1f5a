import { expect, test } from 'vitest'
import type { JsonValue } from '../../types/json.ts'
import { readDateTime } from './date-time.ts'
import { createIssues } from './issues.ts'

const read = (value: JsonValue): string | undefined => readDateTime(value, ['body'], createIssues())

test.each<[JsonValue, string]>([
  ['2020-01-01', '2020-01-01T00:00:00'],
  ['2020-01-01T12:30', '2020-01-01T12:30:00'],
  ['2020-01-01 12:30:45+02:00', '2020-01-01T12:30:45+02:00'],
  ['2020-01-01T00:00:00.123456789Z', '2020-01-01T00:00:00.123456Z'],
  ['2020-01-01T00:00:00.12345678912Z', '2020-01-01T00:00:00.123456Z'],
  ['0001-01-01', '0001-01-01T00:00:00'],
  ['2020-01-01T00:00:00,5+0530', '2020-01-01T00:00:00.500000+05:30'],
  ['2020-02-29t10:20:30.000-00:00', '2020-02-29T10:20:30Z'],
  ['2020-01-01_00:00z', '2020-01-01T00:00:00Z'],
  [1_577_836_800, '2020-01-01T00:00:00Z'],
  [1_577_836_800_250, '2020-01-01T00:00:00.250000Z'],
  [1.5, '1970-01-01T00:00:01.500000Z']
])('%j is %s', (value, expected) => {
  expect(read(value)).toBe(expected)
})

test.each<JsonValue>([
  ...['', 'yesterday', '2020', '2020-1-1', '2020-13-01', '2020-02-30', '2021-02-29', '2020-01-01T24:00:00'],
  ...['0000-01-01', '0000-12-31T00:00:00Z', '+002020-01-01', '2020-01-01T00:00:00.Z'],
  ...['2020-01-01T23:60', '2020-01-01T23:59:60', '2020-01-01T00:00+24:00', '2020-01-01T00:00+01:60', 'x2020-01-01'],
  ...[true, null, {}, []]
])('%j is no date and time', (value) => {
  const issues = createIssues()
  expect(readDateTime(value, ['body', 'time_range', 'start'], issues)).toBeUndefined()
  expect(() => issues.throwIfAny()).toThrow('The request is not valid')
})
