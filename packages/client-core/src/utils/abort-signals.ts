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

/** Takes listeners off the signals of those who forgot what they asked for; not every runtime tells. */
const forgotten: FinalizationRegistry<() => void> | undefined = /* @__PURE__ */ (() =>
  typeof FinalizationRegistry === 'function' && typeof WeakRef === 'function'
    ? new FinalizationRegistry<() => void>((unlink) => unlink())
    : undefined)()

/** As `follow`, but the parents do not keep `target` alive: who drops all that uses it leaves no listener behind. */
export function followWeakly<T extends object>(
  target: T,
  parents: readonly (AbortSignal | null | undefined)[],
  onAbort: (target: T, reason: unknown) => void
): () => void {
  if (!forgotten) return follow(parents, (reason) => onAbort(target, reason))
  const unlink = followRef(new WeakRef(target), parents, onAbort)
  forgotten.register(target, unlink)
  return unlink
}

/** A function of its own: a closure beside one that holds the target would hold it too. */
function followRef<T extends object>(
  ref: WeakRef<T>,
  parents: readonly (AbortSignal | null | undefined)[],
  onAbort: (target: T, reason: unknown) => void
): () => void {
  return follow(parents, (reason) => {
    const target = ref.deref()
    if (target) onAbort(target, reason)
  })
}

/** Settles as `promise` does, or rejects with `signal.reason` at once when that is aborted, even if `promise` ignores it. */
export function raceAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return settled((resolve, reject) => {
    promise.then(resolve, reject)
    return [follow([signal], reject)]
  })
}

/** A promise; what `start` returns is called as soon as it settles: it takes timers and listeners away. */
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
