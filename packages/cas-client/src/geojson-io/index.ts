import { checkNames, invalidArgument, isRecord } from '@geoclients/client-core'
import { type CasError, makeCasError } from '../errors/cas-error.ts'
import type { GeometryLike } from '../request/geometry.ts'
import type { Feature } from '../types/geojson.ts'
import { formatTexts } from './format.ts'
import { parseTexts } from './parse.ts'
import type { Separator } from './record-splitter.ts'

/** How broken texts are dealt with. */
export interface GeoJsonReadOptions {
  /**
   * Is told of each broken text, which is then passed over. Default: the stream fails with the error, after the values
   * before it. A text of more than 64 MiB always fails it.
   */
  readonly onBroken?: ((error: CasError) => void) | undefined
}

/**
 * Reads newline-delimited GeoJSON: one Feature or geometry a line. Takes bytes in UTF-8 or text, cut anywhere; empty
 * lines and byte order marks are passed over. What is no GeoJSON is an `invalid-argument` that names its line.
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
 * Writes newline-delimited GeoJSON in UTF-8: what goes in must be objects that are JSON, such as the features of `enrich`;
 * anything else is an `invalid-argument`.
 */
export function formatGeoJsonLines(): TransformStream<object, Uint8Array> {
  return formatTexts('')
}

/** Writes a GeoJSON text sequence (RFC 8142): each text between a record separator and a line feed. */
export function formatGeoJsonSequence(): TransformStream<object, Uint8Array> {
  return formatTexts('\u001e')
}

function parse<T>(separator: Separator, options: GeoJsonReadOptions): TransformStream<Uint8Array | string, T> {
  if (!isRecord(options as unknown)) throw invalidArgument(makeCasError, 'options', options, 'an object')
  checkNames('options', options, ['onBroken'], makeCasError)
  const { onBroken } = options
  if (onBroken !== undefined && typeof onBroken !== 'function') {
    throw invalidArgument(makeCasError, 'onBroken', onBroken, 'a function')
  }
  return parseTexts(separator, onBroken)
}
