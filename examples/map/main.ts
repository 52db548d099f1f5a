import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CasClient } from '@geoclients/cas-client'
import { createCasMock } from '@geoclients/cas-client/mock'
import { serve } from '@geoclients/cas-client/mock/node'
import { drawWorld } from './world-map.ts'

const text = { type: 'string' } as const
const {
  cas: url,
  dataset,
  title,
  out
} = parseArgs({ options: { cas: text, dataset: text, title: text, out: text } }).values

const server = url === undefined ? await serve(createCasMock()) : undefined
try {
  using cas = new CasClient({ baseUrl: url ?? server?.url ?? '', apiKey: process.env.CAS_API_KEY })
  const datasetId = dataset ?? 'demo_climate:temperature'
  const ofMock = 'Mean temperature of countries, as the mock makes it up'
  const { svg, areas, failed } = await drawWorld(cas, datasetId, title ?? (server ? ofMock : datasetId))
  const file = out ?? join(import.meta.dirname, 'map.svg')
  await writeFile(file, svg)
  for (const reason of failed) console.warn(reason)
  console.log(`${areas} countries drawn to ${file}`)
} finally {
  await server?.close()
}
