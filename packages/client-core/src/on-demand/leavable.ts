import { raceAbort } from '../utils/abort-signals.ts'

type Walk<T> = AsyncGenerator<T, undefined, undefined>

/** What `open` gives: a generator, or an iterator that ends as soon as its `return` is called. */
type Steps<T> = AsyncIterator<T, undefined, undefined>

/**
 * Makes an iterator that can be left at any time. The first `next` calls `open`, and the items are those of the iterator that
 * `open` gives. `return` first aborts the signal that `open` received, and does not wait for `open`. `throw` does the same, and
 * then rejects with its error, as a generator does that catches nothing. The iterator that `open` gives must end when the signal
 * is aborted. If `open` rejects, every `next` that waits rejects with that error, and then the iterator is done.
 *
 * A generator could not do this, because it queues `return` until a running `next` has finished. A generator that yields the items
 * of another one would also keep items in memory after it has handed them out.
 */
export function leavable<T>(open: (left: AbortSignal) => Promise<Steps<T>>): Walk<T> {
  const reader = new AbortController()
  const left = reader.signal
  let opened: Promise<Steps<T>> | undefined
  const start = async (): Promise<Steps<T>> => {
    try {
      return await raceAbort(open(left), left)
    } catch (error) {
      opened = Promise.resolve(none<T>())
      if (left.aborted) return opened
      throw error
    }
  }
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    reader.abort()
    opened ??= Promise.resolve(none<T>())
    await (await opened).return?.()
    return { done: true, value: undefined }
  }
  return Object.assign(none<T>(), {
    next: async () => {
      opened ??= start()
      try {
        return await (await opened).next()
      } catch (error) {
        if (!left.aborted) throw error
        return { done: true, value: undefined } as const // who left wants no error
      }
    },
    return: end,
    throw: async (error: unknown) => {
      await end()
      throw error
    }
  })
}

async function* none<T>(): Walk<T> {}
