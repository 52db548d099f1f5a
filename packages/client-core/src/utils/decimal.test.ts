import { expect, test } from 'vitest'
import { decimal } from './decimal.ts'

test.each([
  [0, '0'],
  [10, '10'],
  [-7.45, '-7.45'],
  [1e-7, '0.0000001'],
  [1e-13, '0'],
  [1e20, '100000000000000000000'],
  [1e21, '1000000000000000000000'],
  [-1e30, '-1000000000000000019884624838656']
])('%d is written as %s', (value, text) => {
  expect(decimal(value)).toBe(text)
})
