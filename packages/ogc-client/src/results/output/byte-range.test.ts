import { expect, test } from 'vitest'
import { rangeOf } from './byte-range.ts'

test.each<[header: string | null, range: unknown]>([
  ['bytes=0-0', [0, 1]],
  ['bytes=2-5', [2, 6]],
  ['bytes=2-', [2, 10]],
  ['bytes=2-99', [2, 10]],
  ['bytes=-3', [7, 10]],
  ['bytes=-99', [0, 10]],
  ['Bytes = 2 - 5 ', [2, 6]],
  [` bytes = ${' '.repeat(16_000)} 2 -`, [2, 10]],
  [`bytes=${' '.repeat(16_000)}-${' '.repeat(16_000)}x`, undefined],
  [`bytes=${' '.repeat(16_000)}`, undefined],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-2', undefined],
  ['bytes=0-1,4-5', undefined],
  ['bytes=-', undefined],
  ['lines=1-2', undefined],
  [null, undefined]
])('%s of ten bytes is %j', (header, range) => {
  expect(rangeOf(header, 10)).toEqual(range)
})

test.each(['bytes=-5', 'bytes=0-', 'bytes=0-0'])('%s of nothing cannot be had', (header) => {
  expect(rangeOf(header, 0)).toBe('unsatisfiable')
})
