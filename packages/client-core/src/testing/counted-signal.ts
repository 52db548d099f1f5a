/** How many listeners for `abort` a signal has been given, and how many are still on it. */
export interface ListenerCount {
  readonly added: () => number
  /** Listeners that were added and neither removed nor called. */
  readonly left: () => number
}

export interface CountedSignal extends ListenerCount {
  readonly signal: AbortSignal
  abort(reason?: unknown): void
}

/** A long-lived signal of a caller, with the number of listeners on it. */
export function countedSignal(): CountedSignal {
  const controller = new AbortController()
  const { signal } = controller
  return { signal, abort: (reason) => controller.abort(reason), ...countListeners(signal) }
}

/** Counts the listeners of a signal from now on. */
export function countListeners(signal: AbortSignal): ListenerCount {
  const listeners = new Set<unknown>()
  let added = 0
  const { addEventListener, removeEventListener } = signal
  addEventListener.call(signal, 'abort', () => listeners.clear())
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    if (args[0] === 'abort') {
      added += 1
      listeners.add(args[1])
    }
    addEventListener.apply(signal, args)
  }
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    if (args[0] === 'abort') listeners.delete(args[1])
    removeEventListener.apply(signal, args)
  }
  return { added: () => added, left: () => listeners.size }
}
