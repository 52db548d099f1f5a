import { expect, test } from 'vitest'
import { valueRange } from './value-range.ts'

const isNumber = (value: number): boolean => Number.isFinite(value)

test('what has no value does not count', () => {
  expect(valueRange([-9999, 1, 2, 3, Number.NaN], (value) => isNumber(value) && value !== -9999)).toEqual({
    lowest: 1,
    highest: 3,
    from: 1,
    to: 3
  })
  expect(valueRange([Number.NaN], isNumber)).toBeUndefined()
})

test('outliers are told, but take no colours from the rest', () => {
  const values = Float32Array.from({ length: 10_000 }, (_, index) => (index === 5 ? 1e6 : index % 100))
  expect(valueRange(values, isNumber)).toEqual({ lowest: 0, highest: 1e6, from: 2, to: 98 })
})

test('a raster of one value has one colour', () => {
  expect(valueRange(new Uint8Array(9).fill(7), isNumber)).toEqual({ lowest: 7, highest: 7, from: 7, to: 7 })
})
