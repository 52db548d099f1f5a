import type { GeometryLike } from '../request/geometry.ts'
import type { Feature } from '../types/geojson.ts'
import { formatTexts } from './format.ts'
import { parseTexts } from './parse.ts'
import { checkReadOptions, type GeoJsonReadOptions } from './read-options.ts'
import type { Separator } from './record-splitter.ts'

export type { GeoJsonReadOptions } from './read-options.ts'

/**
 * Reads newline-delimited GeoJSON: one Feature or geometry a line. Takes bytes in UTF-8 or text, cut anywhere; empty
 * lines and byte order marks are passed over. Whole numbers beyond 2^53 come as `bigint`, since a number would be another
 * one. For a FeatureCollection see `parseGeoJson` of `@geoclients/cas-client/geojson`. What is no GeoJSON is an `invalid-argument` that names its line.
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
 * have several lines. For the rest as `parseGeoJsonLines`.
 */
export function parseGeoJsonSequence<T extends GeometryLike = Feature>(
  options: GeoJsonReadOptions = {}
): TransformStream<Uint8Array | string, T> {
  return parse('\u001e', options)
}

/**
 * Writes newline-delimited GeoJSON in UTF-8: what goes in must be objects that are JSON, such as the features of `enrich`.
 * What JSON would change or drop is an `invalid-argument`: NaN, Maps, functions, `properties` that are no object. A
 * `bigint` is written as the number that it is.
 */
export function formatGeoJsonLines(): TransformStream<object, Uint8Array> {
  return formatTexts('')
}

/** Writes a GeoJSON text sequence (RFC 8142): each text between a record separator and a line feed. */
export function formatGeoJsonSequence(): TransformStream<object, Uint8Array> {
  return formatTexts('\u001e')
}

function parse<T>(separator: Separator, options: GeoJsonReadOptions): TransformStream<Uint8Array | string, T> {
  return parseTexts(separator, checkReadOptions(options).onBroken)
}
