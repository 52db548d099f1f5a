import { isRecord, show } from '@geoclients/client-core'
import { type CasError, makeCasError } from '../errors/cas-error.ts'
import { kindOfFile } from './file-kind.ts'
import { readTexts } from './parse.ts'
import { bytesOf, gunzipped, joined, type NextBytes, readerOf, rewound } from './pieces.ts'
import { isGeoJson } from './read.ts'
import { readCollection } from './read-collection.ts'
import type { GeoJsonFileOptions } from './read-options.ts'

const types = new Set([
  ...['Feature', 'Point', 'MultiPoint', 'LineString', 'MultiLineString'],
  ...['Polygon', 'MultiPolygon', 'GeometryCollection']
])

/** Checks that a value is GeoJSON. Otherwise throws, or calls `onBroken` and returns false. */
export type Accept = (value: unknown, where: string) => boolean

/** The Features and geometries of a file of any form. */
export async function* readAny(
  reader: ReadableStreamDefaultReader<unknown>,
  { onBroken, crs }: GeoJsonFileOptions,
  left: AbortSignal
): AsyncGenerator<unknown, void, undefined> {
  const accept: Accept = (value, where) => {
    const error = faultOf(value, where)
    if (error && !onBroken) throw error
    if (error) onBroken?.(error)
    return error === undefined
  }
  let next = bytesOf(reader)
  let start = await startOf(next)
  if (start.bytes[0] === 0x1f && start.bytes[1] === 0x8b) {
    next = gunzipped(rewound(start.pieces, next))
    start = await startOf(next)
  }
  if (start.first === undefined) return
  const whole = rewound(start.pieces, next)
  let texts: NextBytes | undefined = whole
  if (start.first === '{') texts = yield* readCollection(whole, { accept, ignoresCrs: crs === 'ignore' }, left)
  else if (start.first !== '\u001e') throw noGeoJson(`the file is ${kindOfFile(start.bytes)}`)
  if (texts === undefined) return
  const separator = start.first === '{' ? '\n' : '\u001e'
  for await (const value of readTexts<unknown>(readerOf(texts), separator, onBroken, left)) {
    if (!isRecord(value) || value.type !== 'FeatureCollection' || !Array.isArray(value.features)) {
      if (accept(value, 'a value')) yield value
    } else for (const [i, feature] of value.features.entries()) if (accept(feature, `features[${i}]`)) yield feature
  }
}

function faultOf(value: unknown, where: string): CasError | undefined {
  if (isGeoJson(value) && types.has(String(value.type))) return undefined
  const kind = isRecord(value) && isRecord(value.attributes) ? 'Esri JSON' : undefined
  const got = kind ?? (isGeoJson(value) ? `an object of type ${show(value.type)}` : show(value))
  return noGeoJson(`${where} must be a GeoJSON Feature or geometry, got ${got}`)
}

function noGeoJson(what: string): CasError {
  const message = what.startsWith('the file') ? `${what}, not GeoJSON` : what
  return makeCasError({ code: 'invalid-argument', message })
}

/** Whether a byte is a space or part of a byte order mark: a file may begin with any number of them. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0xef || byte === 0xbb || byte === 0xbf
}

/** The beginning of a file, from the first non-blank character. */
async function startOf(
  next: NextBytes
): Promise<{ readonly pieces: Uint8Array[]; readonly bytes: Uint8Array; readonly first: string | undefined }> {
  const pieces: Uint8Array[] = []
  let bytes: Uint8Array = new Uint8Array()
  for (;;) {
    const piece = await next()
    if (piece) {
      pieces.push(piece)
      const at = bytes.length > 0 ? 0 : piece.findIndex((byte) => !isBlank(byte))
      if (at >= 0) bytes = joined([bytes, piece.subarray(at, at + 4_096 - bytes.length)])
    }
    const [first] = new TextDecoder().decode(bytes).trimStart()
    const isEnough = first !== undefined && bytes.length >= 16
    if (isEnough || piece === undefined || bytes.length >= 4_096) return { pieces, bytes, first }
  }
}
