import { expect, test } from 'vitest'
import { chooseLevel, pictureSize } from './choose-level.ts'

const level = (width: number, index: number) => ({ index, width, height: Math.round(width * 0.75) })
const levels = (...widths: number[]) => widths.map(level)

test.each([
  [[160], 160],
  [[4096, 2048, 1024, 512], 1024],
  [[4096, 512], 4096],
  [[3000, 1500, 750], 1500],
  [[40_000, 512], 512],
  [[40_000, 20_000], undefined]
])('of %j pixels across, %j are read', (widths, expected) =>
  expect(chooseLevel(levels(...widths))?.width).toBe(expected)
)

test('the picture has the shape of the level, and at least a pixel', () => {
  expect(pictureSize(level(160, 0))).toEqual({ width: 160, height: 120 })
  expect(pictureSize(level(4096, 0))).toEqual({ width: 1024, height: 768 })
  expect(pictureSize({ index: 0, width: 5000, height: 1 })).toEqual({ width: 1024, height: 1 })
})
