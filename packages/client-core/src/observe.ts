import { type Clock, startTimer } from './clock.ts'
import type { PollLoop } from './poll-loop.ts'

export interface WaitUntilDone<T> {
  readonly isDone: (value: T) => boolean
  readonly clock: Clock
  /** Bound of the wait in milliseconds. */
  readonly timeout: number
  readonly onTimeout: (lastFault: unknown) => Error
  readonly signal?: AbortSignal | undefined
  readonly onAbort: (reason: unknown) => Error
  readonly onValue?: ((value: T) => void) | undefined
}

/** How much longer than its bound a wait lasts at the most: the time of the last poll. */
const lastPoll = 5_000

/** Waits for the value that ends a loop. At the bound it polls once more, then rejects with `onTimeout`. */
export function waitUntilDone<T>(loop: PollLoop<T>, options: WaitUntilDone<T>): Promise<T> {
  const { isDone, clock, signal, onAbort } = options
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(onAbort(signal.reason))
    let late = false
    let lastFault: unknown
    const settle = (action: () => void): void => {
      leave()
      cancelTimer()
      signal?.removeEventListener('abort', abort)
      action()
    }
    const giveUp = (): void => settle(() => reject(options.onTimeout(lastFault)))
    const abort = (): void => settle(() => reject(onAbort(signal?.reason)))
    const leave = loop.observe({
      next(value) {
        lastFault = undefined
        options.onValue?.(value)
        if (isDone(value)) settle(() => resolve(value))
        else if (late) giveUp()
      },
      missed(error) {
        lastFault = error
        if (late) giveUp()
      },
      fail: (error) => settle(() => reject(error))
    })
    let cancelTimer = startTimer(clock, options.timeout, () => {
      late = true
      cancelTimer = startTimer(clock, lastPoll, giveUp)
      loop.hurry()
    })
    signal?.addEventListener('abort', abort, { once: true })
  })
}

export interface WatchChanges<T> {
  readonly isDone: (value: T) => boolean
  /** Values with equal keys are no change. */
  readonly key: (value: T) => string
  /** What the reader knows already. */
  readonly known?: T | undefined
  readonly signal?: AbortSignal | undefined
  readonly onAbort: (reason: unknown) => Error
}

/** The values of a loop as they change, up to the last one. A reader slower than the server sees the latest only. */
export async function* watchChanges<T>(
  loop: PollLoop<T>,
  options: WatchChanges<T>
): AsyncGenerator<T, void, undefined> {
  const { isDone, key, signal, onAbort } = options
  let latest: { readonly value: T } | undefined
  let failure: { readonly error: unknown } | undefined
  let seen = options.known === undefined ? undefined : key(options.known)
  let wake = (): void => {}
  const woken = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
    })
  const abort = (): void => {
    leave()
    latest = undefined
    failure = { error: onAbort(signal?.reason) }
    wake()
  }
  if (signal?.aborted) throw onAbort(signal.reason)
  signal?.addEventListener('abort', abort, { once: true })
  const leave = loop.observe({
    next(value) {
      latest = key(value) === seen ? undefined : { value }
      wake()
    },
    fail(error) {
      failure = { error }
      wake()
    }
  })
  try {
    for (;;) {
      while (!latest && !failure) await woken()
      const current = latest
      latest = undefined
      if (current) {
        seen = key(current.value)
        yield current.value
        if (isDone(current.value)) return
      } else if (failure) throw failure.error
    }
  } finally {
    leave()
    signal?.removeEventListener('abort', abort)
  }
}
