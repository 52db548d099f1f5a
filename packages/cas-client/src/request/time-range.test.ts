import { expect, test } from 'vitest'
import { clientOf, fakeService, json } from '../testing/fake-service.ts'
import { rejection } from '../testing/outcome.ts'
import { extraction, point } from '../testing/samples.ts'
import type { TimeRangeLike } from './time-range.ts'

const extract = async (timeRange: unknown, answers: boolean) => {
  const service = fakeService(answers ? { 'POST /attributes/api/v1/extract': json(extraction(['a:b'])) } : {})
  const request = { geometry: point, datasetIds: ['a:b'], timeRange: timeRange as TimeRangeLike }
  return { service, call: clientOf(service).extract(request) }
}

const date = new Date(Date.UTC(2020, 1, 29, 12))

test.each<[range: TimeRangeLike, start: string, end: string]>([
  [['2020-01-01', '2020-12-31'], '2020-01-01', '2020-12-31'],
  [{ start: '2020-01-01', end: '2020-01-01' }, '2020-01-01', '2020-01-01'],
  [[date, date], '2020-02-29T12:00:00.000Z', '2020-02-29T12:00:00.000Z'],
  [{ start: '2020-02-29', end: date }, '2020-02-29', '2020-02-29T12:00:00.000Z'],
  [['2020-01-01 06:30', '2020-01-01T06:30:15.5Z'], '2020-01-01 06:30', '2020-01-01T06:30:15.5Z'],
  [['0001-01-01', '9999-12-31T23:59:59Z'], '0001-01-01', '9999-12-31T23:59:59Z'],
  [['2020-01-01T00:00:00+02:00', '2019-12-31T22:00Z'], '2020-01-01T00:00:00+02:00', '2019-12-31T22:00Z']
])('%j is sent as it was written', async (range, start, end) => {
  const { service, call } = await extract(range, true)
  await call
  expect(JSON.parse(String(service.only().body)).time_range).toEqual({ start, end })
})

const instant = 'must be a valid Date or ISO 8601 text such as "2020-01-31" or "2020-01-31T12:00:00Z"'
const range = 'timeRange must be a pair [start, end] or an object { start, end }'
const good = '2020-01-01'

test.each<[value: unknown, message: string]>([
  [['2020-01-02', '2020-01-01'], 'timeRange.end must be 2020-01-02 or later, got "2020-01-01"'],
  [[date, '2020-02-29'], 'timeRange.end must be 2020-02-29T12:00:00.000Z or later, got "2020-02-29"'],
  [
    { start: '2020-01-01T00:00Z', end: '2020-01-01T00:30+01:00' },
    'timeRange.end must be 2020-01-01T00:00Z or later, got "2020-01-01T00:30+01:00"'
  ],
  [
    ['2020-01-01 00:00', '2020-01-01T00:30+01:00'],
    'timeRange.end must be 2020-01-01 00:00 or later, got "2020-01-01T00:30+01:00"'
  ],
  [['yesterday', good], `timeRange.start ${instant}, got "yesterday"`],
  [[good, ''], `timeRange.end ${instant}, got ""`],
  [['2020', good], `timeRange.start ${instant}, got "2020"`],
  [['1 January 2020', good], `timeRange.start ${instant}, got "1 January 2020"`],
  [['2020-1-1', good], `timeRange.start ${instant}, got "2020-1-1"`],
  [['2020-13-01', good], `timeRange.start ${instant}, got "2020-13-01"`],
  [['2020-01-32', good], `timeRange.start ${instant}, got "2020-01-32"`],
  [['2020-02-30', '2021-01-01'], `timeRange.start ${instant}, got "2020-02-30"`],
  [['2019-02-29T12:00Z', good], `timeRange.start ${instant}, got "2019-02-29T12:00Z"`],
  [[good, '2020-01-01T25:00'], `timeRange.end ${instant}, got "2020-01-01T25:00"`],
  [[good, '2020-12-31T24:00:00Z'], `timeRange.end ${instant}, got "2020-12-31T24:00:00Z"`],
  [['0000-12-31', good], `timeRange.start ${instant}, got "0000-12-31"`],
  [[new Date(-62_167_219_200_000), good], `timeRange.start ${instant}, got a Date`],
  [[good, '2020-01-01T12'], `timeRange.end ${instant}, got "2020-01-01T12"`],
  [[good, '2020-01-01Z'], `timeRange.end ${instant}, got "2020-01-01Z"`],
  [[good, '2020-01-01T12:00+0100'], `timeRange.end ${instant}, got "2020-01-01T12:00+0100"`],
  [[good, '2020-01-01t12:00z'], `timeRange.end ${instant}, got "2020-01-01t12:00z"`],
  [[good, ' 2020-01-01'], `timeRange.end ${instant}, got " 2020-01-01"`],
  [[good, '2020-01-01\n'], `timeRange.end ${instant}, got "2020-01-01\\n"`],
  [[new Date(Number.NaN), good], `timeRange.start ${instant}, got a Date`],
  [[good, new Date(8.64e15)], `timeRange.end ${instant}, got a Date`],
  [[0, good], `timeRange.start ${instant}, got 0`],
  [[good, null], `timeRange.end ${instant}, got null`],
  [[['2020-01-01'], good], `timeRange.start ${instant}, got an array of 1`],
  [{ start: good }, `timeRange.end ${instant}, got undefined`],
  [{}, `timeRange.start ${instant}, got undefined`],
  [JSON.parse('{"__proto__": {"start": "2020-01-01"}}'), `timeRange.start ${instant}, got undefined`],
  [date, `timeRange.start ${instant}, got undefined`],
  [[good], `${range}, got an array of 1`],
  [[good, good, good], `${range}, got an array of 3`],
  [[], `${range}, got []`],
  ['2020-01-01/2020-12-31', `${range}, got "2020-01-01/2020-12-31"`],
  [null, `${range}, got null`],
  [2020, `${range}, got 2020`]
])('%j is refused before anything is sent', async (value, message) => {
  const { service, call } = await extract(value, false)
  expect(await rejection(call)).toMatchObject({ code: 'invalid-argument', message })
  expect(service.seen).toEqual([])
})
