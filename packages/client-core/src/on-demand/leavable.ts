import { raceAbort } from '../utils/abort-signals.ts'

type Walk<T> = AsyncGenerator<T, undefined, undefined>

/** What it opens: a generator, or what ends as soon as it is left. */
type Steps<T> = AsyncIterator<T, undefined, undefined>

/**
 * The iterator that `open` gives, which the first `next` calls, with a `return` that aborts the signal first. A plain
 * generator queues `return` behind a `next` that is under way, for as long as that takes; this one does not wait for `open`,
 * and what it opens is to end once the signal is aborted. Nor is it one that yields what another yields: that would hold items
 * that were handed out.
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
  return Object.assign(none<T>(), {
    next: async () => {
      opened ??= start()
      return (await opened).next()
    },
    return: async () => {
      reader.abort()
      opened ??= Promise.resolve(none<T>())
      await (await opened).return?.()
      return { done: true, value: undefined } as const
    },
    throw: async (error: unknown) => {
      opened ??= Promise.resolve(none<T>())
      const steps = await opened
      if (!steps.throw) throw error
      return steps.throw(error)
    }
  })
}

async function* none<T>(): Walk<T> {}
