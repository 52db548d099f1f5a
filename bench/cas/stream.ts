import { byDataset, CasClient } from '@geoclients/cas-client'
import { placeOf, points } from './points.ts'
import { liveBytes, reportOf, startOf } from './process-memory.ts'

// A separate program: `node stream.ts URL COUNT` extracts that many points and prints a MemoryReport.
const [baseUrl = '', count = ''] = process.argv.slice(2)
const total = Number(count)
using cas = new CasClient({ baseUrl })
const datasetId = 'demo_terrain:elevation'
/** After this number of rows, in the middle of a batch. */
const sampleEvery = 2_500
const live: number[] = []
let rows = 0
let wrong = 0
await cas.health() // loads the platform's code for requests
const start = startOf()
for await (const row of cas.extractAll(points(total), { datasetIds: [datasetId] })) {
  const [longitude, latitude] = placeOf(rows, 0)
  const value = row.ok ? byDataset(row.response, datasetId)?.value : undefined
  // The elevation of the mock, which differs between places.
  const isRight = typeof value === 'number' && Math.abs(value - (400 + longitude + 3 * latitude)) < 0.001
  if (row.index !== rows || !isRight) wrong++
  rows++
  if (globalThis.gc && rows % sampleEvery === 0) live.push(liveBytes())
}
console.log(JSON.stringify(reportOf(start, live, wrong + Math.abs(total - rows))))
