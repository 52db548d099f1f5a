import { expect, test } from 'vitest'
import { sizesOf } from './sizes-of.ts'

const checks = [
  { name: 'index', size: 34_081 },
  { name: 'only A', size: 994 }
]

test('bytes become kB, and a goal stands with its figure', () => {
  expect(sizesOf('a', checks, { 'a: only A': 'at most 1', 'b: only B': 'at most 2' })).toEqual([
    { name: 'a: index', value: 34.08, unit: 'kB' },
    { name: 'a: only A', value: 0.99, unit: 'kB', goal: 'at most 1' }
  ])
})

test('a goal without a check is told', () => {
  expect(() => sizesOf('a', checks, { 'a: only B': 'at most 1' })).toThrow(
    'there is a goal, and no check, of a: only B'
  )
})
