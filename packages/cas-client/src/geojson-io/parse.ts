import { invalidArgument } from '@geoclients/client-core'
import { type CasError, isCasError, makeCasError } from '../errors/cas-error.ts'
import { broken, readText } from './read.ts'
import { type Extent, type Piece, type RawText, type Separator, Splitter } from './record-splitter.ts'
import { Decoder } from './utf8-decoder.ts'

/** Maximum length of one feature's text, in characters or bytes, so another kind of file cannot fill the memory. */
export const maxLength: number = 64 * 1024 * 1024

/** Reads values from a stream. `left` is aborted when the reader stops. */
export type ReadValues<T> = (
  reader: ReadableStreamDefaultReader<unknown>,
  left: AbortSignal
) => AsyncGenerator<T, void, undefined>

/** A stream from chunks to values, one for each text. */
export function parseTexts<T>(
  separator: Separator,
  onBroken: ((error: CasError) => void) | undefined
): TransformStream<Uint8Array | string, T> {
  return pulled((reader, left) => readTexts<T>(reader, separator, onBroken, left))
}

/**
 * A stream from chunks to values. It is not the platform's `TransformStream`, because that drops its queued values when it
 * fails. Here values are read on demand, and an error comes after the values before it.
 */
export function pulled<T>(read: ReadValues<T>): TransformStream<Uint8Array | string, T> {
  const { readable, writable } = new TransformStream<Uint8Array | string, Uint8Array | string>()
  const reader = readable.getReader()
  const left = new AbortController()
  const values = read(reader, left.signal)
  return {
    writable,
    readable: new ReadableStream<T>(
      {
        async pull(to) {
          const next = await values.next().catch((error: unknown) => {
            reader.cancel(error).catch(() => {}) // a failed source cannot be cancelled
            throw error
          })
          if (next.done) to.close()
          else to.enqueue(next.value)
        },
        cancel(reason) {
          left.abort()
          return reader.cancel(reason)
        }
      },
      { highWaterMark: 0 }
    )
  }
}

/** The values of texts between separators. A broken text is passed to `onBroken`, if it is set. */
export async function* readTexts<T>(
  reader: Pick<ReadableStreamDefaultReader<unknown>, 'read'>,
  separator: Separator,
  onBroken: ((error: CasError) => void) | undefined,
  left: AbortSignal
): AsyncGenerator<T, void, undefined> {
  const splitter = new Splitter(separator)
  const decoder = new Decoder()
  const read = (text: RawText): T | undefined => {
    try {
      return readText(text, decoder) as T | undefined
    } catch (error) {
      if (!onBroken || !isCasError(error)) throw error
      onBroken(error)
      return undefined
    }
  }
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const piece = pieceOf(next.value)
    for (const text of splitter.split(piece)) {
      checkLength(text, piece)
      const value = read(text)
      if (value !== undefined) yield value
    }
    checkLength(splitter.open, piece)
  }
  if (left.aborted) return // the rest is incomplete
  const value = read(splitter.rest())
  if (value !== undefined) yield value
}

/** Checks texts that end in this chunk, and the unfinished one. */
function checkLength({ line, length }: Extent, piece: Piece): void {
  const unit = typeof piece === 'string' ? 'characters' : 'bytes'
  if (length > maxLength) throw broken(line, `is longer than ${maxLength} ${unit}`)
}

/** A chunk that can be split. Node's file handles may return an ArrayBuffer. */
export function pieceOf(chunk: unknown): Piece {
  if (typeof chunk === 'string' || chunk instanceof Uint8Array) return chunk
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk)
  throw invalidArgument(makeCasError, 'a chunk', chunk, 'bytes or text')
}
