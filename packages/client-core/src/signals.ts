/** An abort signal that follows others until it is unlinked. */
export interface LinkedSignal {
  readonly signal: AbortSignal
  abort(reason: unknown): void
  /** Takes its listeners off the signals it follows; call it when the work is over. */
  unlink(): void
}

/** Makes a signal that is aborted as soon as one of `parents` is. Unlike `AbortSignal.any` it can be taken off again. */
export function linkSignals(...parents: readonly (AbortSignal | null | undefined)[]): LinkedSignal {
  const controller = new AbortController()
  const followed = parents.filter((parent) => parent != null)
  const unlink = (): void => {
    for (const parent of followed) parent.removeEventListener('abort', follow)
  }
  const abort = (reason: unknown): void => {
    unlink()
    controller.abort(reason)
  }
  function follow(this: AbortSignal): void {
    abort(this.reason)
  }
  for (const parent of followed) {
    if (parent.aborted) {
      abort(parent.reason)
      break
    }
    parent.addEventListener('abort', follow, { once: true })
  }
  return { signal: controller.signal, abort, unlink }
}

/** Settles as `promise` does, or rejects with `signal.reason` at once when that is aborted, even if `promise` ignores it. */
export function raceAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
