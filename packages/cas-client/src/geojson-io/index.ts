import type { GeometryLike } from '../request/geometry.ts'
import type { Feature } from '../types/geojson.ts'
import { formatTexts } from './format.ts'
import { parseTexts } from './parse.ts'
import { checkReadOptions, type GeoJsonReadOptions } from './read-options.ts'
import type { Separator } from './record-splitter.ts'

export type { GeoJsonReadOptions } from './read-options.ts'

/**
 * Reads newline-delimited GeoJSON: one Feature or geometry per line, as UTF-8 bytes or text in chunks of any size.
 * Empty lines and byte order marks are skipped. An integer beyond 2^53 becomes a `bigint`, because a `number` would
 * change it. A line that is not GeoJSON fails the stream with `invalid-argument`, which names the line. For a
 * FeatureCollection, see `parseGeoJson` of `@geoclients/cas-client/geojson`.
 *
 * @example
 * const features = file.stream().pipeThrough(parseGeoJsonLines())
 * for await (const row of cas.enrich(features, { datasetIds })) console.log(row.feature)
 */
export function parseGeoJsonLines<T extends GeometryLike = Feature>(
  options: GeoJsonReadOptions = {}
): TransformStream<Uint8Array | string, T> {
  return parse('\n', options)
}

/**
 * Reads a GeoJSON text sequence (RFC 8142): each Feature or geometry begins with a record separator (U+001E) and may
 * span several lines. Otherwise like `parseGeoJsonLines`.
 */
export function parseGeoJsonSequence<T extends GeometryLike = Feature>(
  options: GeoJsonReadOptions = {}
): TransformStream<Uint8Array | string, T> {
  return parse('\u001e', options)
}

/**
 * Writes newline-delimited GeoJSON in UTF-8. It accepts objects that JSON can represent, such as the features of
 * `enrich`. A value that JSON would change or drop is an `invalid-argument`: NaN, Maps, functions, `properties` that is
 * not an object. A `bigint` is written as a number.
 */
export function formatGeoJsonLines(): TransformStream<object, Uint8Array> {
  return formatTexts('')
}

/** Writes a GeoJSON text sequence (RFC 8142): each text follows a record separator and ends with a line feed. */
export function formatGeoJsonSequence(): TransformStream<object, Uint8Array> {
  return formatTexts('\u001e')
}

function parse<T>(separator: Separator, options: GeoJsonReadOptions): TransformStream<Uint8Array | string, T> {
  return parseTexts(separator, checkReadOptions(options).onBroken)
}
