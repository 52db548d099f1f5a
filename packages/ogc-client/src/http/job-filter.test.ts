import { check, pageLimit } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { makeOgcError } from '../errors/ogc-error.ts'
import { thrown } from '../testing/received.ts'
import { type JobFilter, jobQuery } from './job-filter.ts'

const query = (filter: unknown): unknown => jobQuery(filter as JobFilter, makeOgcError)

test('a filter is a query by the names of the standard', () => {
  const status = ['running']
  const made = query({ type: ['process'], processId: ['p'], status, minDuration: 0, maxDuration: 0.5, limit: 1 })
  expect(made).toEqual({
    type: ['process'],
    processID: ['p'],
    status: ['running'],
    minDuration: 0,
    maxDuration: 0.5,
    limit: 1
  })
  expect((made as { status: string[] }).status).not.toBe(status)
  expect(query({})).toEqual({})
  expect(query({ status: undefined, limit: undefined })).toEqual({})
})

test.each([
  '2026-01-31T00:00:00Z',
  '2026-01-31t00:00:00.123+02:00',
  '2026-01-31T00:00:00Z/2026-02-01T00:00:00Z',
  '../2026-01-31T00:00:00Z',
  '2026-01-31T00:00:00Z/..',
  '2026-01-31T00:00:00Z/'
])('%s is a date-time or an interval', (datetime) => {
  expect(query({ datetime })).toEqual({ datetime })
})

const datetime =
  'datetime must be an RFC 3339 date-time such as "2026-01-31T00:00:00Z", or an interval of two, the earlier first, of which one may be ".."'

test.each<[filter: unknown, message: string]>([
  [{ datetime: 'yesterday' }, `${datetime}, got "yesterday"`],
  [{ datetime: '2026-01-31' }, `${datetime}, got "2026-01-31"`],
  [{ datetime: '2026-13-31T00:00:00Z' }, `${datetime}, got "2026-13-31T00:00:00Z"`],
  [{ datetime: '..' }, `${datetime}, got ".."`],
  [{ datetime: '../..' }, `${datetime}, got "../.."`],
  [{ datetime: '/' }, `${datetime}, got "/"`],
  [{ datetime: '' }, `${datetime}, got ""`],
  [{ datetime: '2026-01-31T00:00:00Z/../..' }, `${datetime}, got "2026-01-31T00:00:00Z/../.."`],
  [{ datetime: new Date(0) }, `${datetime}, got a Date`],
  [{ status: 'running' }, 'status must be an array of strings, got "running"'],
  [{ status: [1] }, 'status must be an array of strings, got [1]'],
  [{ processId: { 0: 'p' } }, 'processId must be an array of strings, got an object'],
  [{ type: null }, 'type must be an array of strings, got null'],
  [{ minDuration: -1 }, 'minDuration must be a number of seconds, 0 or more, got -1'],
  [{ maxDuration: '5' }, 'maxDuration must be a number of seconds, 0 or more, got "5"'],
  [{ maxDuration: Number.POSITIVE_INFINITY }, 'maxDuration must be a number of seconds, 0 or more, got Infinity'],
  [{ limit: 1.5 }, 'limit must be a whole number from 1 to 10000, got 1.5'],
  [{ processID: ['p'] }, 'filter has an unknown member "processID": did you mean "processId"?'],
  [{ states: ['running'] }, 'filter has an unknown member "states": did you mean "status"?'],
  [
    { created: '2026-01-31T00:00:00Z' },
    'filter has an unknown member "created": expected one of type, processId, status, datetime, minDuration, maxDuration, limit, query'
  ],
  [[], 'filter must be an object such as { status, limit }, got []']
])('%j is no filter', (filter, message) => {
  expect(thrown(() => query(filter))).toMatchObject({ code: 'invalid-argument', message })
})

test.each([undefined, 1, 10_000])('a limit of %s is fine', (limit) => {
  expect(() => check('limit', limit, pageLimit, makeOgcError)).not.toThrow()
})

test.each([null, 0, -1, 10_001, Number.NaN, '10', 10n])('a limit of %s is not', (limit) => {
  expect(thrown(() => check('limit', limit, pageLimit, makeOgcError)).message).toMatch(
    /^limit must be a whole number from 1 to 10000, got/
  )
})
