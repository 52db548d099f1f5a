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

/** Removes the listeners of dropped targets, on runtimes that report dropped objects. */
const forgotten: FinalizationRegistry<() => void> | undefined = /* @__PURE__ */ (() =>
  typeof FinalizationRegistry === 'function' && typeof WeakRef === 'function'
    ? new FinalizationRegistry<() => void>((unlink) => unlink())
    : undefined)()

/** Like `follow`, but the parents do not keep `target` alive. If the target is dropped, its listeners are removed. */
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

/** A separate function, because a closure in the same scope would keep the target alive. */
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
