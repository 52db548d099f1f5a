import { expect, test } from 'vitest'
import { parseCsv, writeCsv } from './csv.ts'

test.each([
  ['a,b\r\n1,2\r\n', [['a', 'b'], ['1', '2']]],
  ['a,b\n1,', [['a', 'b'], ['1', '']]],
  ['"a ""b""","c,\nd"\n', [['a "b"', 'c,\nd']]],
  ['a\n\nb', [['a'], ['b']]],
  ['"never closed', [['never closed']]],
  ['', []]
])('%j has the cells %j', (text, rows) => expect(parseCsv(text)).toEqual(rows)) // biome-ignore format: a table

test('a table is written so that it is read as it was, and no spreadsheet computes with it', () => {
  const rows = [[1.5, 'a "b", c'], [null, '=HYPERLINK("x")'], [-3, true]] // biome-ignore format: a table
  const text = writeCsv({ columns: ['x', 'y'], rows })
  expect(parseCsv(text)).toEqual([['x', 'y'], ['1.5', 'a "b", c'], ['', `'=HYPERLINK("x")`], ['-3', 'true']]) // biome-ignore format: a table
})
