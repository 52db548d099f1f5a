import { expect, test } from 'vitest'
import { median, medianRatio, takeTurns } from './rounds.ts'

test('contestants are measured by turns', async () => {
  const order: string[] = []
  const rounds = await takeTurns(['a', 'b'], 2, async (name) => order.push(name))
  expect(order).toEqual(['a', 'b', 'a', 'b'])
  expect(rounds).toEqual([
    { a: 1, b: 2 },
    { a: 3, b: 4 }
  ])
})

const ours = (round: { ours: number }): number => round.ours
const theirs = (round: { theirs: number }): number => round.theirs

test('a ratio is taken within a round, and an odd round does not count', () => {
  const rounds = [
    { ours: 20, theirs: 10 },
    { ours: 200, theirs: 100 },
    { ours: 900, theirs: 1 }
  ]
  expect(medianRatio(rounds, ours, theirs)).toBe(2)
  expect(medianRatio(rounds, theirs, ours)).toBe(0.5)
})

test.each<[number[], number]>([
  [[3], 3],
  [[10, 9, 1], 9],
  [[1, 2, 3, 40], 2.5]
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test('there is no median of no values', () => {
  expect(() => median([])).toThrow('there is no median of no values')
})
