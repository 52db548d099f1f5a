import { invalidArgument, isRecord } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import { refuseCrs } from '../request/crs.ts'

/** A parsed GeoJSON FeatureCollection. `type` is a string, because that is its type in imported JSON. */
export interface FeatureCollectionLike<T> {
  readonly type: string
  readonly features: readonly T[]
}

/** The source of items: an iterable, an async iterable, a stream, or a FeatureCollection. */
export type Source<T> = Iterable<T> | AsyncIterable<T> | ReadableStream<T> | FeatureCollectionLike<T>

/** A source that is being read. */
export interface Reading<T> {
  next(): Promise<IteratorResult<T, unknown>>
  /** Closes the source, as leaving a `for` loop does, but without waiting for a pending `next`. */
  close(): Promise<void>
  /** The number of items, if it is known in advance. */
  readonly total: number | undefined
}

/** Starts to read a source. Throws `invalid-argument` if it is not one. */
export function open<T>(source: Source<T>): Reading<T> {
  if (Array.isArray(source)) return read(source[Symbol.iterator](), source.length)
  if (isFeatures(source)) {
    refuseCrs({ ...source }, 'source')
    return open(source.features)
  }
  if (!isObject(source)) throw refuse(source)
  const stream: object = source
  // Refused here, because a locked stream would fail with an error of the platform.
  if ('locked' in stream && stream.locked === true)
    throw refuse(source, 'a stream that is not locked to another reader')
  if (Symbol.asyncIterator in source) return read(source[Symbol.asyncIterator](), undefined)
  if (Symbol.iterator in source) return read(source[Symbol.iterator](), source instanceof Set ? source.size : undefined)
  // In some browsers, streams are not iterable.
  if ('getReader' in stream) return read(readerOf((stream as ReadableStream<T>).getReader()), undefined)
  throw refuse(source)
}

function read<T>(iterator: Iterator<T, unknown> | AsyncIterator<T, unknown>, total: number | undefined): Reading<T> {
  let reading = false
  let ended = false
  return {
    async next() {
      reading = true
      try {
        const result = await iterator.next()
        ended = result.done === true
        return result
      } catch (error) {
        ended = true
        throw error
      } finally {
        reading = false
      }
    },
    async close() {
      if (ended) return
      ended = true
      const closed = Promise.resolve(iterator.return?.())
      if (!reading) await closed
      // A generator that waits for something ends later.
      else closed.catch(() => {})
    },
    total
  }
}

function readerOf<T>(reader: ReadableStreamDefaultReader<T>): AsyncIterator<T, unknown> {
  return {
    next: () => reader.read() as Promise<IteratorResult<T, unknown>>,
    return: async () => {
      await reader.cancel()
      return { done: true, value: undefined }
    }
  }
}

function isFeatures<T>(source: Source<T>): source is FeatureCollectionLike<T> {
  return isRecord(source) && source.type === 'FeatureCollection' && Array.isArray(source.features)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

const expectedSource =
  'an iterable or async iterable of geometries or Features, a ReadableStream or a FeatureCollection'

function refuse(source: unknown, expected: string = expectedSource): Error {
  return invalidArgument(makeCasError, 'source', source, expected)
}
