import { expect, test } from 'vitest'
import { growthOf, mostGrowth, reader } from './testing/growth.ts'
import { readers } from './testing/growth-table.ts'

test.each(readers.map((reader) => [reader.name, reader] as const))(
  '%s: ten times as much takes about ten times as long',
  { timeout: 120_000 },
  async (_, reader) => {
    expect(await growthOf(reader)).toBeLessThan(mostGrowth)
  }
)

test('a reader that compares each item with each is told from these', { timeout: 120_000 }, async () => {
  const squared = reader(
    'squared',
    4_000,
    (size) => Array.from({ length: size }, (_, i) => i),
    (items) => items.filter((item) => items.includes(-item - 1)).length
  )
  expect(await growthOf(squared)).toBeGreaterThan(mostGrowth)
})
