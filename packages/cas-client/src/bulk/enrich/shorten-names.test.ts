import { expect, test } from 'vitest'
import { shortenNames } from './shorten-names.ts'

const feature = (properties: object | null) => ({ type: 'Feature' as const, geometry: null, properties })

test('names are cut to what a Shapefile takes, told apart, and the same in each feature', () => {
  const shorten = shortenNames(10)
  const first = { name: 'x', 'land_cover.tree_cover': 0.7, 'land_cover.grassland': 0.3 }
  expect(shorten(feature(first)).properties).toEqual({ name: 'x', land_cover: 0.7, land_cov_1: 0.3 })
  const second = { 'land_cover.grassland': 1, 'land_cover.cropland': 0, name: 'y' }
  expect(shorten(feature(second)).properties).toEqual({ land_cov_1: 1, land_cov_2: 0, name: 'y' })
  expect([...shorten.names]).toEqual([
    ['name', 'name'],
    ['land_cover', 'land_cover.tree_cover'],
    ['land_cov_1', 'land_cover.grassland'],
    ['land_cov_2', 'land_cover.cropland']
  ])
})

test('a name that is short already stays, whatever stands before it', () => {
  expect(shortenNames(10)(feature({ land_cover_of_all: 1, land_cover: 2 })).properties).toEqual({
    land_cov_1: 1,
    land_cover: 2
  })
})

test('a hundred names of one beginning are told apart', () => {
  const properties = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`land_cover.${i}`, i]))
  const short = Object.entries(shortenNames(10)(feature(properties)).properties ?? {})
  expect(short.map(([, value]) => value)).toEqual(Object.values(properties))
  expect(Math.max(...short.map(([name]) => name.length))).toBeLessThanOrEqual(10)
})

test('no properties stay none, and a length that is too small is refused', () => {
  expect(shortenNames(10)(feature(null)).properties).toBe(null)
  expect(() => shortenNames(3)).toThrow('length must be a whole number, 4 or more, got 3')
})
