import { createReadStream, createWriteStream } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { CasClient } from '@geoclients/cas-client'
import { formatGeoJson, parseGeoJson } from '@geoclients/cas-client/geojson'
import type { FileReport } from './report.ts'

/* A process of its own: `node enrich-file.ts URL FROM TO` enriches a GeoJSON file and prints a FileReport. */
const [baseUrl = '', from = '', to = ''] = process.argv.slice(2)
using cas = new CasClient({ baseUrl })
await cas.health() // loads the platform's code for requests
const atStart = process.memoryUsage.rss()
const began = performance.now()

const file = Readable.toWeb(createReadStream(from)) as ReadableStream<Uint8Array>
const features = file.pipeThrough(parseGeoJson())
const collection = formatGeoJson()
const written = collection.readable.pipeTo(Writable.toWeb(createWriteStream(to)))
const writer = collection.writable.getWriter()
let rows = 0
for await (const row of cas.enrich(features, { datasetIds: ['demo_terrain:elevation'] })) {
  rows += 1
  await writer.write(row.feature)
}
await writer.close()
await written

const report: FileReport = {
  ...{ rows, seconds: (performance.now() - began) / 1_000 },
  peak: process.resourceUsage().maxRSS * 1_024 - atStart
}
console.log(JSON.stringify(report))
