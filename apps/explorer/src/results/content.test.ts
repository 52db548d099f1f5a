import type { JsonValue } from '@geoclients/ogc-client'
import { expect, test } from 'vitest'
import { chartOf } from './chart/chart-data.ts'
import { contentOfCsv, contentOfValue } from './content.ts'

test.each<[JsonValue, string]>([
  [5, 'scalar'],
  ['word', 'scalar'],
  ['x'.repeat(200), 'text'],
  [null, 'scalar'],
  [{ bbox: [1, 2, 3, 4] }, 'features'],
  [{ bbox: [1, 2, 3] }, 'tree'],
  [{ type: 'Point', coordinates: [1, 2] }, 'features'],
  [{ type: 'FeatureCollection', features: [] }, 'features'],
  [[1, 2, 3], 'table'],
  [[{ a: 1 }, { a: 'x' }], 'table'],
  [[{ a: { b: 1 } }], 'tree'],
  [[], 'tree'],
  [{ a: 1 }, 'tree']
])('%j is shown as %s', (value, kind) => expect(contentOfValue(value).kind).toBe(kind))

test('numbers of a CSV are numbers, codes with a leading zero are not', () => {
  expect(contentOfCsv('id,n\n007,1e3\n,-2.5\n')).toEqual({
    kind: 'table',
    table: { columns: ['id', 'n'], rows: [['007', 1000], [null, -2.5]] } // biome-ignore format: a table
  })
})

test('a chart needs a first column that goes up, and numbers', () => {
  const rows = [['2026-01-01', 1, 'a'], ['2026-01-02', null, 'b'], ['2026-01-03', 3, 'c']] // biome-ignore format: a table
  const columns = ['day', 'n', 'name']
  expect(chartOf({ columns, rows })).toMatchObject({ isTime: true, series: [{ name: 'n', values: [1, null, 3] }] })
  expect(chartOf({ columns, rows: rows.toReversed() })).toBeUndefined()
  expect(chartOf({ columns: ['a', 'b'], rows: [['x', 1], ['y', 2], ['z', 3]] })).toBeUndefined() // biome-ignore format: a table
})
