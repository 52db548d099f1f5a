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
  const unlink = follow(parents, (reason) => controller.abort(reason))
  const abort = (reason: unknown): void => {
    unlink()
    controller.abort(reason)
  }
  return { signal: controller.signal, abort, unlink }
}

/** Calls back with the reason of the first of `parents` that is aborted, once; returns how to take its listeners off. */
function follow(parents: readonly (AbortSignal | null | undefined)[], onAbort: (reason: unknown) => void): () => void {
  const followed = parents.filter((parent) => parent != null)
  const unlink = (): void => {
    for (const parent of followed) parent.removeEventListener('abort', hear)
  }
  function hear(this: AbortSignal): void {
    unlink()
    onAbort(this.reason)
  }
  for (const parent of followed) {
    if (parent.aborted) {
      hear.call(parent)
      break
    }
    parent.addEventListener('abort', hear, { once: true })
  }
  return unlink
}

/** Takes listeners off the signals of those who forgot what they asked for; not every runtime tells. */
const forgotten =
  typeof FinalizationRegistry === 'function' && typeof WeakRef === 'function'
    ? new FinalizationRegistry<() => void>((unlink) => unlink())
    : undefined

/**
 * As `linkSignals`, but `parents` do not keep the link alive: who drops all that uses it leaves no listener behind.
 * Whoever works with its signal must hold the link itself.
 */
export function linkSignalsWeakly(...parents: readonly (AbortSignal | null | undefined)[]): LinkedSignal {
  if (!forgotten) return linkSignals(...parents)
  const link = linkSignals()
  const { abort } = link
  const unlink = followWeakly(parents, new WeakRef(link))
  forgotten.register(link, unlink)
  const abortIt = (reason: unknown): void => {
    unlink()
    abort(reason)
  }
  return Object.assign(link, { unlink, abort: abortIt })
}

/** A function of its own: a closure beside one that holds the link would hold it too. */
function followWeakly(
  parents: readonly (AbortSignal | null | undefined)[],
  link: WeakRef<Pick<LinkedSignal, 'abort'>>
): () => void {
  return follow(parents, (reason) => link.deref()?.abort(reason))
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
