import { isRecord } from '@geoclients/client-core'
import type { GeometryLike } from './arguments/geometry.ts'
import { type CasError, makeCasError } from './cas-error.ts'
import type { Feature } from './geojson.ts'

/** Longest text of one feature, in characters: a file of another kind must not fill the memory. */
const maxLength = 64 * 1024 * 1024

/** How broken texts are dealt with. */
export interface GeoJsonReadOptions {
  /** Is told of each broken text, which is then passed over. Default: the stream fails with the error. */
  readonly onBroken?: ((error: CasError) => void) | undefined
}

/**
 * Reads newline-delimited GeoJSON: one Feature or geometry a line. Takes bytes in UTF-8 or text, cut anywhere; empty
 * lines are passed over. What is no GeoJSON is an `invalid-argument` that names its line.
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

/** Writes newline-delimited GeoJSON in UTF-8: what goes in must be JSON, such as the features of `enrich`. */
export function formatGeoJsonLines(): TransformStream<object, Uint8Array> {
  return format('')
}

/** Writes a GeoJSON text sequence (RFC 8142): each text between a record separator and a line feed. */
export function formatGeoJsonSequence(): TransformStream<object, Uint8Array> {
  return format('\u001e')
}

function format(before: string): TransformStream<object, Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  return new TransformStream({
    transform: (value, to) => to.enqueue(encoder.encode(`${before}${JSON.stringify(value)}\n`))
  })
}

function parse<T>(separator: string, { onBroken }: GeoJsonReadOptions): TransformStream<Uint8Array | string, T> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  /** Where `rest` begins, counted from 1. */
  let line = 1

  const take = (text: string, to: TransformStreamDefaultController<T>): void => {
    try {
      if (text.trim() !== '') to.enqueue(readText(text, line))
    } catch (error) {
      if (!onBroken) throw error
      onBroken(error as CasError)
    }
    line += linesIn(text) + linesIn(separator)
  }
  const takeAll = (text: string, to: TransformStreamDefaultController<T>): void => {
    const texts = (rest + text).split(separator)
    rest = texts.pop() ?? ''
    for (const one of texts) take(one, to)
    if (rest.length > maxLength) throw broken(line, `is longer than ${maxLength} characters`)
  }
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch (cause) {
      throw broken(line, 'or one soon after it is not UTF-8', cause)
    }
  }
  return new TransformStream({
    transform: (chunk, to) => takeAll(typeof chunk === 'string' ? chunk : decode(chunk), to),
    flush(to) {
      takeAll(decode(), to)
      take(rest, to)
    }
  })
}

function readText<T>(text: string, line: number): T {
  // What follows a separator may begin on the next line.
  const at = line + linesIn(text.slice(0, text.length - text.trimStart().length))
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw broken(at, 'is not JSON', cause)
  }
  if (isRecord(value) && typeof value.type === 'string') return value as T
  throw broken(at, 'is not GeoJSON: an object with a "type" was expected')
}

function broken(line: number, what: string, cause?: unknown): CasError {
  const why = cause instanceof Error ? `: ${cause.message}` : ''
  return makeCasError({ code: 'invalid-argument', message: `line ${line} ${what}${why}`, cause })
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}
