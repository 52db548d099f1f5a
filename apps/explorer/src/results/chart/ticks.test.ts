import { expect, test } from 'vitest'
import { ticks, timeTicks } from './ticks.ts'

test.each([
  [0, 10, 5, [0, 2, 4, 6, 8, 10]],
  [7.2, 16.8, 5, [8, 10, 12, 14, 16]],
  [-1e-6, 1e-6, 2, [-1e-6, 0, 1e-6]],
  [3, 3, 5, [3]]
])('round numbers from %d to %d, about %d', (low, high, about, expected) => {
  expect(ticks(low, high, about)).toEqual(expected)
})

const days = (from: string, to: string, most?: number): string[] =>
  timeTicks(Date.parse(from), Date.parse(to), most).map((time) => new Date(time).toISOString().slice(0, 10))

test('times begin years, months or days, and are fewer where there is less space', () => {
  const year = ['2026-01-01', '2026-12-31'] as const
  expect(days(...year)).toEqual(['2026-01-01', '2026-03-01', '2026-05-01', '2026-07-01', '2026-09-01', '2026-11-01'])
  expect(days(...year, 3)).toEqual(['2026-01-01', '2026-07-01'])
  expect(days('2026-02-10', '2026-02-20')).toEqual([
    '2026-02-10',
    '2026-02-12',
    '2026-02-14',
    '2026-02-16',
    '2026-02-18',
    '2026-02-20'
  ])
  expect(days('1991-06-01', '2020-06-01', 3)).toEqual(['2000-01-01', '2010-01-01', '2020-01-01'])
})
