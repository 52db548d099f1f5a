import { readers as casReaders } from '../packages/cas-client/src/testing/growth-table.ts'
import { growthOf, mostGrowth, type Reader } from '../packages/client-core/src/testing/growth.ts'
import { readers as coreReaders } from '../packages/client-core/src/testing/growth-table.ts'
import { readers as featuresReaders } from '../packages/features-client/src/testing/growth-table.ts'
import { readers as ogcReaders } from '../packages/ogc-client/src/testing/growth-table.ts'
import type { Figure } from './figure.ts'

const tables: Readonly<Record<string, readonly Reader[]>> = {
  'client-core': coreReaders,
  'ogc-client': ogcReaders,
  'cas-client': casReaders,
  'features-client': featuresReaders
}

/** Measures how much longer each reader takes for ten times the input: 1 if it takes no measurable time. */
export async function measure(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, readers] of Object.entries(tables)) {
    for (const reader of readers) {
      const value = Number((await growthOf(reader)).toFixed(1))
      figures.push({ name: `${name}: ${reader.name}`, value, unit: 'ratio', goal: `under ${mostGrowth}` })
    }
  }
  return figures
}
