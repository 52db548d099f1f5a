/** An abort signal that is aborted with others, until it is unlinked. */
export interface LinkedSignal {
  readonly signal: AbortSignal
  abort(reason: unknown): void
  /** Removes its listeners from the other signals. Call it when the work is done. */
  unlink(): void
}

/** Makes a signal that is aborted with the first of `parents`. Unlike `AbortSignal.any`, it can be unlinked. */
export function linkSignals(...parents: readonly (AbortSignal | null | undefined)[]): LinkedSignal {
  const controller = new AbortController()
  const unlink = follow(parents, (reason) => controller.abort(reason))
  const abort = (reason: unknown): void => {
    unlink()
    controller.abort(reason)
  }
  return { signal: controller.signal, abort, unlink }
}

/** Calls back once, with the reason of the first aborted signal. Returns a function that removes the listeners. */
export function follow(
  parents: readonly (AbortSignal | null | undefined)[],
  onAbort: (reason: unknown) => void
): () => void {
  const hear = (event: { readonly target: unknown }): void => end((event.target as AbortSignal).reason)
  const end = (reason: unknown): void => {
    unlink()
    onAbort(reason)
  }
  const unlink = (): void => {
    for (const parent of parents) parent?.removeEventListener('abort', hear)
  }
  for (const parent of parents) {
    if (parent?.aborted) {
      end(parent.reason)
      break
    }
    parent?.addEventListener('abort', hear)
  }
  return unlink
}

/** Settles like `promise`, or rejects with `signal.reason` as soon as the signal is aborted. */
export function raceAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return settled((resolve, reject) => {
    promise.then(resolve, reject)
    return [follow([signal], reject)]
  })
}

/** A promise. `start` returns a cleanup function, which is called as soon as the promise settles. */
export function settled<T>(
  start: (resolve: (value: T) => void, reject: (error: unknown) => void) => readonly (() => void)[]
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false
    let ends: readonly (() => void)[] = []
    const clear = (): void => {
      isOver = true
      for (const end of ends) end()
    }
    ends = start(
      (value) => {
        clear()
        resolve(value)
      },
      (error) => {
        clear()
        reject(error)
      }
    )
    if (isOver) clear()
  })
}
