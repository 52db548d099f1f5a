import { invalidArgument, isRecord } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import type { GeometryLike } from '../request/geometry.ts'
import type { Feature } from '../types/geojson.ts'
import { writeText } from './format.ts'
import { pulled } from './parse.ts'
import { readAny } from './read-any.ts'
import { checkReadOptions, type GeoJsonReadOptions } from './read-options.ts'

export type { GeoJsonReadOptions } from './read-options.ts'

/**
 * Reads what people call a GeoJSON file: a FeatureCollection in one line or many, newline-delimited GeoJSON, a GeoJSON
 * text sequence (RFC 8142), or one Feature or geometry, told apart by how they begin; also packed by gzip. Takes bytes in
 * UTF-8 or text, cut anywhere, with a byte order mark or without. What it holds does not grow with the file: a feature, up
 * to 64 MiB, and the piece that it came in. Whole numbers beyond 2^53 come as `bigint`, which `formatGeoJson` writes as
 * they were.
 *
 * The stream fails with `invalid-argument`, after the values before, where a text is broken, unless `onBroken` is told of
 * it. It fails in any case where the file is none of these, where a collection is broken as JSON or cut off, and where a
 * collection says by `crs` that its coordinates are not longitude and latitude.
 *
 * @example
 * const features = file.stream().pipeThrough(parseGeoJson())
 * for await (const row of cas.enrich(features, { datasetIds })) console.log(row.feature)
 */
export function parseGeoJson<T extends GeometryLike = Feature>(
  options: GeoJsonReadOptions = {}
): TransformStream<Uint8Array | string, T> {
  const { onBroken } = checkReadOptions(options)
  return pulled((reader, left) => readAny(reader, onBroken, left) as AsyncGenerator<T, void, undefined>)
}

/**
 * Writes a FeatureCollection in UTF-8, a Feature a line, such as the features of `enrich`. What JSON would change or drop
 * is an `invalid-argument`: NaN, Maps, functions, `properties` that are no object. A `bigint` is written as the number
 * that it is.
 *
 * @example
 * const collection = formatGeoJson()
 * const written = collection.readable.pipeTo(disk)
 */
export function formatGeoJson(): TransformStream<object, Uint8Array> {
  const encoder = new TextEncoder()
  let between = '\n'
  return new TransformStream({
    start: (to) => to.enqueue(encoder.encode('{"type":"FeatureCollection","features":[')),
    transform(value, to) {
      if (!isRecord(value) || value.type !== 'Feature') {
        throw invalidArgument(makeCasError, 'a value to write', value, 'a GeoJSON Feature')
      }
      to.enqueue(encoder.encode(between + writeText(value)))
      between = ',\n'
    },
    flush: (to) => to.enqueue(encoder.encode('\n]}\n'))
  })
}
