import { expect, test } from 'vitest'
import { decodePng } from '../node/decode-png.ts'
import { encodePng } from './png.ts'

test('starts with the signature of a PNG', () => {
  const png = encodePng(1, 1, () => [1, 2, 3])
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
})

test('a decoder finds the pixels where they were painted', () => {
  const png = decodePng(encodePng(3, 2, (x, y) => [x, y, 200]))
  expect([png.width, png.height]).toEqual([3, 2])
  expect(png.pixel(0, 0)).toEqual([0, 0, 200])
  expect(png.pixel(2, 1)).toEqual([2, 1, 200])
})

test('a picture of more than one stored block is whole', () => {
  const png = decodePng(encodePng(200, 150, (x, y) => [x % 256, y % 256, (x * y) % 256]))
  expect(png.pixel(199, 149)).toEqual([199, 149, (199 * 149) % 256])
  expect(png.pixel(10, 140)).toEqual([10, 140, (10 * 140) % 256])
})
