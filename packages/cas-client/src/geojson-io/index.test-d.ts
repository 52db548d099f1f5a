import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type * as GeoJSON from 'geojson'
import { expectTypeOf, test } from 'vitest'
import { type CasClient, type Feature, formatGeoJsonLines, parseGeoJsonLines, parseGeoJsonSequence } from '../index.ts'

declare const cas: CasClient
declare const file: Blob
declare const response: Response
const datasetIds = ['a:elevation']

test('streams of files and answers are piped through', () => {
  const features = file.stream().pipeThrough(parseGeoJsonLines())
  expectTypeOf(features).toEqualTypeOf<ReadableStream<Feature>>()
  cas.enrich(features, { datasetIds })
  const typed = file.stream().pipeThrough(parseGeoJsonSequence<GeoJSON.Feature<GeoJSON.Polygon, { name: string }>>())
  expectTypeOf(typed).toEqualTypeOf<ReadableStream<GeoJSON.Feature<GeoJSON.Polygon, { name: string }>>>()
  cas.enrich(typed, { datasetIds })
  response.body?.pipeThrough(parseGeoJsonLines())
  response.body?.pipeThrough(new TextDecoderStream()).pipeThrough(parseGeoJsonLines())
})

test("Node's own streams are, once the compiler is told that they are those of the platform", () => {
  const stream = Readable.toWeb(createReadStream('x')) as ReadableStream<Uint8Array>
  expectTypeOf(stream.pipeThrough(parseGeoJsonLines())).toEqualTypeOf<ReadableStream<Feature>>()
})

test('what is no GeoJSON is neither read nor written', () => {
  // @ts-expect-error numbers have no type
  parseGeoJsonLines<number>()
  // @ts-expect-error a misspelt option
  parseGeoJsonLines({ onbroken: () => {} })
  // @ts-expect-error text is no object
  new ReadableStream<string>().pipeThrough(formatGeoJsonLines())
})
