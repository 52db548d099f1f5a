/**
 * The time source of a client. Replace it in tests to let hours pass immediately. `now` is milliseconds since 1970; delays
 * are milliseconds.
 */
export interface Clock {
  now(): number
  setTimeout(callback: () => void, delay: number): unknown
  clearTimeout(timer: unknown): void
  /** Virtual time only: stands still until the files of the client have come, which real time takes. Default: it does not wait. */
  hold?(until: Promise<unknown>): void
}

/** The platform's clock. Its functions are looked up at each call, so fake timers that are installed later work. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delay) => globalThis.setTimeout(callback, delay),
  clearTimeout: (timer) => globalThis.clearTimeout(timer as number)
}

const { Date: RealDate, setTimeout: realTimeout, clearTimeout: clearRealTimeout } = globalThis

/** Real time, whatever fake timers are installed later. */
export const fileClock: Clock = {
  now: () => RealDate.now(),
  setTimeout: (callback, delay) => realTimeout(callback, delay),
  clearTimeout: (timer) => clearRealTimeout(timer as number)
}

/** Longest delay of a platform timer. A longer one would fire immediately. */
const MAX_DELAY = 2_147_483_647

/** Calls back after any `delay`; an infinite delay sets no timer. Returns a function that cancels it. */
export function startTimer(clock: Clock, delay: number, callback: () => void): () => void {
  let timer: unknown
  const arm = (left: number): void => {
    const isLast = !(left > MAX_DELAY) // as it is for NaN
    timer = clock.setTimeout(isLast ? callback : () => arm(left - MAX_DELAY), isLast ? Math.max(0, left) : MAX_DELAY)
  }
  if (delay !== Number.POSITIVE_INFINITY) arm(delay)
  return () => clock.clearTimeout(timer)
}

/**
 * Resolves after `delay`, or earlier if the function that `offer` receives is called. Rejects with `signal.reason` as soon as
 * the signal is aborted. Leaves no timer behind.
 */
export async function sleep(
  clock: Clock,
  delay: number,
  signal: AbortSignal,
  offer?: (wake: () => void) => void
): Promise<void> {
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const end = (): void => {
      cancelTimer()
      signal.removeEventListener('abort', abort)
    }
    const wake = (): void => {
      end()
      resolve()
    }
    const abort = (): void => {
      end()
      reject(signal.reason)
    }
    const cancelTimer = startTimer(clock, delay, wake)
    signal.addEventListener('abort', abort)
    offer?.(wake)
  })
}
