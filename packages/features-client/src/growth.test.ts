import { expect, test } from 'vitest'
import { growthOf, mostGrowth } from '../../client-core/src/testing/growth.ts'
import { readers } from './testing/growth-table.ts'

test.each(readers.map((reader) => [reader.name, reader] as const))(
  '%s: ten times as much takes about ten times as long',
  { timeout: 120_000 },
  async (_, reader) => {
    expect(await growthOf(reader)).toBeLessThan(mostGrowth)
  }
)
