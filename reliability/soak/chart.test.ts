import { expect, test } from 'vitest'
import { chart, niceAbove } from './chart.ts'

test.each([
  [1, 1],
  [3, 5],
  [10, 10],
  [0.7, 1],
  [130, 200]
])('a scale for %s ends at %s', (value, end) => expect(niceAbove(value)).toBe(end))

test('a chart has a line through its points', () => {
  const svg = chart([
    {
      title: 'heap',
      unit: 'MiB',
      points: [
        [0, 0],
        [1, 10]
      ]
    }
  ])
  expect(svg).toContain('points="60.0,172.0 688.0,28.0"')
  expect(svg).toContain('heap (MiB)')
})
