import { invalidArgument, isRecord } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import type { GeometryLike } from '../request/geometry.ts'
import type { Feature } from '../types/geojson.ts'
import { writeText } from './format.ts'
import { pulled } from './parse.ts'
import { readAny } from './read-any.ts'
import { checkFileOptions, type GeoJsonFileOptions } from './read-options.ts'

export type { GeoJsonFileOptions, GeoJsonReadOptions } from './read-options.ts'

/**
 * Reads any GeoJSON file: a FeatureCollection on one line or many, newline-delimited GeoJSON, a GeoJSON text sequence (RFC
 * 8142), or a single Feature or geometry, with or without gzip. It recognises the form by the beginning of the file. It
 * accepts UTF-8 bytes or text in chunks of any size, with or without a byte order mark. Memory use does not depend on the size
 * of the file: one feature of up to 64 MiB, and a chunk. Integers beyond 2^53 become `bigint`, which `formatGeoJson` writes
 * unchanged.
 *
 * If a text is broken, the stream fails with `invalid-argument` after the values before it, unless you pass `onBroken`. It
 * always fails if the file has another form, if a collection is invalid JSON or cut off, or if the `crs` of a collection is
 * not longitude and latitude, unless you pass `crs: 'ignore'`.
 *
 * @example
 * const features = file.stream().pipeThrough(parseGeoJson())
 * for await (const row of cas.enrich(features, { datasetIds })) console.log(row.feature)
 */
export function parseGeoJson<T extends GeometryLike = Feature>(
  options: GeoJsonFileOptions = {}
): TransformStream<Uint8Array | string, T> {
  const checked = checkFileOptions(options)
  return pulled((reader, left) => readAny(reader, checked, left) as AsyncGenerator<T, void, undefined>)
}

/**
 * Writes a FeatureCollection in UTF-8 with one Feature per line, such as the features of `enrich`. A value that JSON would
 * change or drop is an `invalid-argument`: NaN, Maps, functions, `properties` that is not an object. A `bigint` is written as
 * a number.
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
