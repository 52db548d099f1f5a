type Rows<T> = AsyncGenerator<T, void, undefined>

/**
 * The generator that `open` gives, which the first `next` calls, with a `return` that aborts the signal first. A plain
 * generator queues `return` behind a `next` that is under way, for as long as that takes; this one is to end once its signal
 * is aborted. Nor is it one that yields what another yields: that would hold rows that were handed out.
 */
export function leavable<T>(open: (left: AbortSignal) => Promise<Rows<T>>): Rows<T> {
  const reader = new AbortController()
  let opened: Promise<Rows<T>> | undefined
  return Object.assign(none<T>(), {
    next: async () => {
      opened ??= open(reader.signal)
      return (await opened).next()
    },
    return: async (value: void | PromiseLike<void>) => {
      reader.abort()
      opened ??= Promise.resolve(none<T>())
      return (await opened).return(value)
    },
    throw: async (error: unknown) => {
      opened ??= Promise.resolve(none<T>())
      return (await opened).throw(error)
    }
  })
}

async function* none<T>(): Rows<T> {}
