import { points } from './points.ts'
import { reportOf, startOf } from './process-memory.ts'

// A separate program: `node bare-fetch.ts URL COUNT` requests one batch after the other with bare `fetch`.
const [baseUrl = '', count = ''] = process.argv.slice(2)
const total = Number(count)
const datasetIds = ['demo_terrain:elevation']
await fetch(`${baseUrl}/health`).then((response) => response.json())
const start = startOf()
let rows = 0
for (let round = 0; rows < total; round++) {
  const body = JSON.stringify({ geometries: [...points(1_000, round)], dataset_ids: datasetIds })
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(`${baseUrl}/api/v1/extract/batch`, { method: 'POST', headers, body })
  const { responses } = (await response.json()) as { responses: unknown[] }
  if (responses.length === 0) throw new Error('the service answered without responses')
  rows += responses.length
}
console.log(JSON.stringify(reportOf(start, [], Math.abs(total - rows))))
