import { parseText } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import { refuseCrs } from '../request/crs.ts'
import { addPiece } from './add-piece.ts'
import { CollectionParser } from './collection-parser.ts'
import { parseExact } from './exact-json.ts'
import { maxLength } from './parse.ts'
import { joined, type NextBytes, rewound } from './pieces.ts'
import { broken, isGeoJson, notJson } from './read.ts'
import type { Accept } from './read-any.ts'
import { linesIn } from './record-splitter.ts'
import { Decoder } from './utf8-decoder.ts'

/** How a collection is read. */
interface Reading {
  readonly accept: Accept
  readonly ignoresCrs: boolean
}

/**
 * The Features of a FeatureCollection while it arrives, or the single value of a file with several lines. If the first line is
 * a value of its own or broken, it returns the file from the start, to be read by lines.
 */
export async function* readCollection(
  next: NextBytes,
  reading: Reading,
  left: AbortSignal
): AsyncGenerator<unknown, NextBytes | undefined, undefined> {
  const parser = new CollectionParser()
  /** All bytes so far, until the kind of the file is known. */
  let held: Uint8Array[] = []
  const read = { lines: 1, bytes: 0, since: 0, features: 0 }
  for (let piece = await next(); piece; piece = await next()) {
    let failure: { readonly error: unknown } | undefined
    try {
      parser.write(piece)
    } catch (error) {
      failure = { error }
    }
    if (parser.kind !== 'collection') addPiece(held, piece)
    if (parser.kind === 'other' || (failure && parser.kind === undefined)) {
      const end = parser.end ?? parser.placeOf(failure?.error)
      if (!hasLines(held, end) || (failure && parser.kind === undefined && holdsValues(held)))
        return rewound(held, next)
      if (parser.kind === 'other') {
        const value = await readWhole(rewound(held, next))
        if (reading.accept(value, 'the file')) yield value
        return undefined
      }
    } else if (parser.kind === 'collection') held = []
    yield* featuresOf(parser, read, reading)
    if (failure) {
      const place = parser.placeOf(failure.error) - read.bytes
      throw broken(
        read.lines + linesIn(piece.subarray(0, Math.max(0, place))),
        'is not JSON',
        CollectionParser.reasonOf(failure.error)
      )
    }
    read.lines += linesIn(piece)
    read.bytes += piece.length
    read.since += piece.length
    if (read.since > maxLength) throw broken(read.lines, `ends a JSON value that is longer than ${maxLength} bytes`)
  }
  if (left.aborted || !parser.isOpen) return undefined
  if (parser.kind === undefined && (!hasLines(held, read.bytes) || holdsValues(held))) return rewound(held, next)
  const message = `the file is cut off in line ${read.lines}, after ${read.features} features`
  throw makeCasError({ code: 'invalid-argument', message })
}

function* featuresOf(
  parser: CollectionParser,
  read: { features: number; since: number },
  { accept, ignoresCrs }: Reading
): Generator<unknown, void, undefined> {
  const { crs, type } = parser.facts
  if (!ignoresCrs) refuseCrs({ crs }, 'the FeatureCollection')
  if (parser.kind === 'collection' && type !== undefined && type !== 'FeatureCollection') {
    accept({ type }, 'the file')
    throw makeCasError({
      code: 'invalid-argument',
      message: `the file is of type ${JSON.stringify(type)}, not GeoJSON`
    })
  }
  const values = parser.values
  parser.values = []
  if (values.length > 0) read.since = 0
  for (const value of values) if (accept(value, `features[${read.features++}]`)) yield value
}

/** Whether there is a line break before this byte, after the first non-blank one. */
function hasLines(pieces: readonly Uint8Array[], end: number): boolean {
  const text = new TextDecoder().decode(joined(pieces).subarray(0, end))
  return text.trimStart().includes('\n')
}

/** Whether a later line is a complete value, so only the first line is broken. */
function holdsValues(pieces: readonly Uint8Array[]): boolean {
  const lines = new TextDecoder().decode(joined(pieces)).trimStart().split('\n').slice(1)
  return lines.some((line) => {
    try {
      return isGeoJson(parseText(line))
    } catch {
      return false
    }
  })
}

async function readWhole(next: NextBytes): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let length = 0
  for (let piece = await next(); piece; piece = await next()) {
    addPiece(pieces, piece)
    length += piece.length
    if (length > maxLength) throw broken(1, `begins a JSON value that is longer than ${maxLength} bytes`)
  }
  let text: string
  try {
    text = new Decoder().textOf(pieces)
  } catch (cause) {
    throw broken(1, 'begins a JSON value that is not UTF-8', cause)
  }
  try {
    return parseExact(text)
  } catch (cause) {
    throw notJson(1, cause)
  }
}
