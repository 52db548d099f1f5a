import { isRecord } from '@geoclients/client-core'
import { type CasError, makeCasError } from '../errors/cas-error.ts'
import { parseExact } from './exact-json.ts'
import { linesIn, type RawText } from './record-splitter.ts'
import type { Decoder } from './utf8-decoder.ts'

/** The value of a text; undefined if it is empty. Throws `invalid-argument` with the line if it is not GeoJSON. */
export function readText({ pieces, line }: RawText, decoder: Decoder): object | undefined {
  let text: string
  try {
    text = decoder.textOf(pieces)
  } catch (cause) {
    throw broken(line, 'is not UTF-8', cause)
  }
  // JSON allows neither byte order marks nor other kinds of spaces.
  const json = text.trim()
  if (json === '') return undefined
  // The text after a separator may begin on a later line.
  const at = (): number => line + linesIn(text.slice(0, text.length - text.trimStart().length))
  let value: unknown
  try {
    value = parseExact(json)
  } catch (cause) {
    throw notJson(at(), cause)
  }
  if (isGeoJson(value)) return value
  throw broken(at(), 'is not GeoJSON: expected an object with a "type"')
}

export function isGeoJson(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && typeof value.type === 'string'
}

export function broken(line: number, what: string, cause?: unknown): CasError {
  const why = cause instanceof Error ? `: ${cause.message}` : ''
  return makeCasError({ code: 'invalid-argument', message: `line ${line} ${what}${why}`, cause })
}

/** The error for a text that begins on this line. The position in V8's and SpiderMonkey's message is removed, because it is relative to the text. */
export function notJson(line: number, cause: unknown): CasError {
  const [place, row = '1', column] =
    / (?:\(|at )line (\d{1,9}) column (\d{1,9})(?:\)| of the JSON data)/.exec(String(cause)) ?? []
  if (place === undefined || !(cause instanceof Error)) return broken(line, 'is not JSON', cause)
  const message = `line ${line + Number(row) - 1} is not JSON: ${cause.message.replace(place, '')}, column ${column}`
  return makeCasError({ code: 'invalid-argument', message, cause })
}
