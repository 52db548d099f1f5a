import { expect, test } from 'vitest'
import { ticks, timeTicks } from '../chart/ticks.ts'
import { sortedRows } from './sort-rows.ts'

test('rows go up or down by a column; what has no value stands last either way', () => {
  const rows = [[10], [null], [9], ['b'], [2]]
  expect(sortedRows(rows, undefined)).toEqual([0, 1, 2, 3, 4])
  expect(sortedRows(rows, { column: 0, isDescending: false })).toEqual([4, 2, 0, 3, 1])
  expect(sortedRows(rows, { column: 0, isDescending: true })).toEqual([3, 0, 2, 4, 1])
})

test('ticks are round', () => {
  expect(ticks(0, 10)).toEqual([0, 2, 4, 6, 8, 10])
  expect(ticks(0.07, 0.31)).toEqual([0.1, 0.15, 0.2, 0.25, 0.3])
  expect(ticks(3, 3)).toEqual([3])
  const months = timeTicks(Date.UTC(2026, 0, 15), Date.UTC(2026, 11, 31)).map((time) => new Date(time).toISOString())
  expect(months).toEqual(['03', '05', '07', '09', '11'].map((month) => `2026-${month}-01T00:00:00.000Z`))
})
