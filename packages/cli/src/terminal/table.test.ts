import { expect, test } from 'vitest'
import { alignedTable, plainTable } from './table.ts'

const table = {
  columns: ['id', 'title'],
  rows: [
    ['a', 'A title that is long'],
    ['long_identifier', undefined]
  ]
}
const same = (text: string): string => text

test('into a pipe: a line each, nothing cut, tabs and line feeds of values replaced', () => {
  expect(
    plainTable({
      columns: ['id', 'n'],
      rows: [
        ['a\tb', 1],
        ['c\nd', { x: 1 }]
      ]
    })
  ).toBe('id\tn\na b\t1\nc d\t{"x":1}\n')
})

test('on a terminal: aligned, no wider than it, the first column whole', async () => {
  expect(await alignedTable(table, 40, same)).toBe(
    ['id               title', 'a                A title that is long', 'long_identifier', ''].join('\n')
  )
  const lines = (await alignedTable(table, 28, same)).split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(28)
  expect(lines).toContain('long_identifier')
})

test('wide characters take two columns', async () => {
  const lines = (
    await alignedTable(
      {
        columns: ['id', 'x'],
        rows: [
          ['日本語', 1],
          ['abcdef', 2]
        ]
      },
      40,
      same
    )
  ).split('\n')
  expect(lines.slice(1, 3)).toEqual(['日本語  1', 'abcdef  2'])
})

test('a server cannot steer the terminal', async () => {
  expect(await alignedTable({ rows: [['\u001b[2Jx\u009b1m', '\u0007y']] }, 40, same)).toBe('[2Jx1m  y\n')
})

test('without rows there is the head, without a head nothing', async () => {
  expect(await alignedTable({ columns: ['id'], rows: [] }, 40, same)).toBe('id\n')
  expect(await alignedTable({ rows: [] }, 40, same)).toBe('')
})
