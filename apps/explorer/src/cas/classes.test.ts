import { expect, test } from 'vitest'
import { binsOf, classesOf, classOf } from './classes.ts'

test('classes hold about as many values each, and each value falls into one', () => {
  const values = Array.from({ length: 100 }, (_, index) => index ** 2)
  const classes = classesOf(values)
  expect(classes.map(({ count }) => count)).toEqual([20, 20, 20, 20, 20])
  expect([classes[0]?.from, classes.at(-1)?.to]).toEqual([0, 9801])
  expect(classOf(0, classes)).toBe(classes[0])
  expect(classOf(9801, classes)).toBe(classes[4])
  expect(new Set(classes.map(({ color }) => color)).size).toBe(5)
})

test('a class ends at its highest value, so that no value stands in two', () => {
  expect(classesOf([1.054, 5.192])).toMatchObject([
    { from: 1.054, to: 1.054, count: 1 },
    { from: 5.192, to: 5.192, count: 1 }
  ])
})

test('values that repeat make fewer classes', () => {
  expect(classesOf([5, 5, 5])).toMatchObject([{ from: 5, to: 5, count: 3 }])
  expect(classesOf([1, 1, 1, 1, 9]).map(({ count }) => count)).toEqual([4, 1])
  expect(classesOf([Number.NaN])).toEqual([])
})

test('bins have one width, and the highest value is in the last', () => {
  expect(binsOf([0, 1, 2, 3, 4], 4)).toMatchObject([
    { count: 1 },
    { count: 1 },
    { count: 1 },
    { from: 3, to: 4, count: 2 }
  ])
  expect(binsOf([7, 7])).toEqual([])
})

test('a bin has the mean of its values, and its middle if it has none', () => {
  expect(binsOf([0, 1, 7, 8], 2).map(({ mean }) => mean)).toEqual([0.5, 7.5])
  expect(binsOf([0, 9], 3).map(({ mean }) => mean)).toEqual([0, 4.5, 9])
})
