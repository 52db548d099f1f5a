import { follow, settled } from './abort-signals.ts'

/**
 * Where a client takes its time from. Replace it in tests to make hours pass at once.
 * `now` is milliseconds since 1970; delays are milliseconds.
 */
export interface Clock {
  now(): number
  setTimeout(callback: () => void, delay: number): unknown
  clearTimeout(timer: unknown): void
}

/** The platform's own time; looked up at each call, so that fake timers installed later are seen. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delay) => globalThis.setTimeout(callback, delay),
  clearTimeout: (timer) => globalThis.clearTimeout(timer as number)
}

/** Longest delay that a platform timer takes; a longer one would fire at once. */
export const MAX_DELAY = 2_147_483_647

/** Calls back once `delay` has passed, however long it is; returns how to cancel. An infinite delay sets no timer. */
export function startTimer(clock: Clock, delay: number, callback: () => void): () => void {
  const due = clock.now() + delay
  let timer: unknown
  const arm = (): void => {
    const left = Math.max(0, due - clock.now())
    timer = clock.setTimeout(
      () => (clock.now() < due && left > MAX_DELAY ? arm() : callback()),
      Math.min(left, MAX_DELAY)
    )
  }
  if (delay !== Number.POSITIVE_INFINITY) arm()
  return () => clock.clearTimeout(timer)
}

/**
 * Resolves after `delay`, or as soon as what `offer` is told is called; rejects with `signal.reason` as soon as that is
 * aborted. Leaves no timer.
 */
export async function sleep(
  clock: Clock,
  delay: number,
  signal: AbortSignal,
  offer?: (wake: () => void) => void
): Promise<void> {
  signal.throwIfAborted()
  await settled<void>((resolve, reject) => {
    offer?.(resolve)
    return [startTimer(clock, delay, resolve), follow([signal], reject)]
  })
}
