/** The clock of a mock. `now` is milliseconds since 1970; delays are milliseconds. */
export interface Clock {
  now(): number
  setTimeout(callback: () => void, delay: number): unknown
  clearTimeout(timer: unknown): void
}

/** The platform's clock. Its functions are looked up at each call, so fake timers that are installed later work. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delay) => globalThis.setTimeout(callback, delay),
  clearTimeout: (timer) => globalThis.clearTimeout(timer as number)
}

/** Longest delay of a platform timer. A longer one would fire immediately. */
const maxDelay = 2_147_483_647

/** Calls back after any `delay`. Returns a function that cancels it. */
export function startTimer(clock: Clock, delay: number, callback: () => void): () => void {
  const due = clock.now() + delay
  let timer: unknown
  const arm = (): void => {
    const left = Math.max(0, due - clock.now())
    timer = clock.setTimeout(left > maxDelay ? arm : callback, Math.min(left, maxDelay))
  }
  arm()
  return () => clock.clearTimeout(timer)
}

/** Resolves after `delay`. Rejects with `signal.reason` as soon as the signal is aborted, and leaves no timer. */
export function sleep(clock: Clock, delay: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const abort = (): void => {
      cancel()
      reject(signal.reason)
    }
    const cancel = startTimer(clock, delay, () => {
      signal.removeEventListener('abort', abort)
      resolve()
    })
    signal.addEventListener('abort', abort, { once: true })
  })
}
