import { invalidArgument } from '@geoclients/client-core'
import { type CasError, isCasError, makeCasError } from '../errors/cas-error.ts'
import { broken, readText } from './read.ts'
import { type Extent, type Piece, type RawText, type Separator, Splitter } from './record-splitter.ts'
import { Decoder } from './utf8-decoder.ts'

/** Longest text of one feature, in characters or bytes: a file of another kind must not fill the memory. */
export const maxLength: number = 64 * 1024 * 1024

/** How values are read from what comes; `left` is aborted when nobody wants more. */
export type ReadValues<T> = (
  reader: ReadableStreamDefaultReader<unknown>,
  left: AbortSignal
) => AsyncGenerator<T, void, undefined>

/** A stream from pieces to values, one a text. */
export function parseTexts<T>(
  separator: Separator,
  onBroken: ((error: CasError) => void) | undefined
): TransformStream<Uint8Array | string, T> {
  return pulled((reader, left) => readTexts<T>(reader, separator, onBroken, left))
}

/**
 * A stream from pieces to values. It is no `TransformStream` of the platform, since an error of that drops the values that
 * wait in it: here a value is read when it is asked for, and the error comes in its turn.
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
            reader.cancel(error).catch(() => {}) // a source that has failed cannot be ended
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

/** The values of texts between separators; a broken one is told to `onBroken`, where there is one. */
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
  if (left.aborted) return // its rest is no text, but cut off
  const value = read(splitter.rest())
  if (value !== undefined) yield value
}

/** For texts that end in this piece as for the one that goes on. */
function checkLength({ line, length }: Extent, piece: Piece): void {
  const unit = typeof piece === 'string' ? 'characters' : 'bytes'
  if (length > maxLength) throw broken(line, `is longer than ${maxLength} ${unit}`)
}

/** A chunk as it may be split: Node's file handles give whole buffers. */
export function pieceOf(chunk: unknown): Piece {
  if (typeof chunk === 'string' || chunk instanceof Uint8Array) return chunk
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  if (chunk instanceof ArrayBuffer) return new Uint8Array(chunk)
  throw invalidArgument(makeCasError, 'a chunk', chunk, 'bytes or text')
}
