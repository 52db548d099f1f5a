import type * as GeoJSON from 'geojson'
import { expectTypeOf, test } from 'vitest'
import type { CasClient, Feature } from '../index.ts'
import { formatGeoJson, parseGeoJson } from './entry.ts'

declare const cas: CasClient
declare const file: Blob

test('files are piped through, and what comes out is enriched and written', async () => {
  const features = file.stream().pipeThrough(parseGeoJson())
  expectTypeOf(features).toEqualTypeOf<ReadableStream<Feature>>()
  const typed = file.stream().pipeThrough(parseGeoJson<GeoJSON.Feature<GeoJSON.Polygon, { name: string }>>())
  const collection = formatGeoJson()
  expectTypeOf(collection.readable).toEqualTypeOf<ReadableStream<Uint8Array>>()
  const writer = collection.writable.getWriter()
  for await (const { feature } of cas.enrich(typed, { datasetIds: ['a:b'] })) {
    expectTypeOf(feature.properties.name).toEqualTypeOf<string>()
    await writer.write(feature)
  }
})

test('what is no GeoJSON is not read', () => {
  // @ts-expect-error numbers have no type
  parseGeoJson<number>()
  // @ts-expect-error a misspelt option
  parseGeoJson({ onbroken: () => {} })
})
