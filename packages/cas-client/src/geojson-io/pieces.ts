import { makeCasError } from '../errors/cas-error.ts'
import { pieceOf } from './parse.ts'

/** Returns the next bytes of a file, in small portions; undefined at the end. */
export type NextBytes = () => Promise<Uint8Array | undefined>

/** Maximum number of bytes per portion, to limit the values that it contains. */
const most = 64 * 1024

/** The bytes of a stream of bytes or text. */
export function bytesOf(reader: ReadableStreamDefaultReader<unknown>): NextBytes {
  const encoder = new TextEncoder()
  let rest: Uint8Array = new Uint8Array()
  let cut = ''
  return async () => {
    while (rest.length === 0) {
      const { done, value } = await reader.read()
      if (done) return undefined
      const piece = pieceOf(value)
      if (typeof piece === 'string') {
        const text = cut + piece
        // A surrogate pair may be split between two chunks.
        cut = /[\uD800-\uDBFF]$/.exec(text)?.[0] ?? ''
        rest = encoder.encode(text.slice(0, text.length - cut.length))
      } else rest = piece
    }
    const next = rest.subarray(0, most)
    rest = rest.subarray(most)
    return next
  }
}

/** The bytes that were already read, followed by the next ones. */
export function rewound(read: readonly Uint8Array[], next: NextBytes): NextBytes {
  const left = [...read]
  return async () => left.shift() ?? next()
}

/** Decompresses gzip. Throws `invalid-argument` if the data is not gzip or is cut off. */
export function gunzipped(next: NextBytes): NextBytes {
  let failure: { readonly error: unknown } | undefined
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(to) {
        try {
          const piece = await next()
          if (piece) to.enqueue(new Uint8Array(piece))
          else to.close()
        } catch (error) {
          failure = { error }
          throw error
        }
      }
    },
    { highWaterMark: 0 }
  )
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader()
  return async () => {
    try {
      return (await reader.read()).value
    } catch (cause) {
      if (failure) throw failure.error
      const message = 'the file is compressed with gzip and cannot be decompressed: it is damaged or incomplete'
      throw makeCasError({ code: 'invalid-argument', message, cause })
    }
  }
}

/** Concatenates chunks. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** Adapts `NextBytes` to a stream reader. */
export function readerOf(next: NextBytes): Pick<ReadableStreamDefaultReader<unknown>, 'read'> {
  return {
    read: async () => {
      const value = await next()
      return value ? { done: false, value } : { done: true, value: undefined }
    }
  }
}
