import { follow, settled } from '../utils/abort-signals.ts'
import { type Clock, startTimer } from '../utils/clock.ts'
import { ChangeQueue } from './change-queue.ts'
import type { PollLoop } from './poll-loop.ts'

export interface WaitUntilDone<T> {
  readonly isDone: (value: T) => boolean
  readonly clock: Clock
  /** Time limit of the wait in milliseconds. */
  readonly timeout: number
  readonly onTimeout: (lastFault: unknown) => Error
  readonly signal?: AbortSignal | undefined
  readonly onAbort: (reason: unknown) => Error
  readonly onValue?: ((value: T) => void) | undefined
}

/** A wait polls once more this long before its limit (at most a quarter of it), so the response arrives in time. */
const lastPoll = 500

/** Waits for the final value of a loop. It polls once more shortly before the limit, and rejects with `onTimeout` at the limit. */
export async function waitUntilDone<T>(loop: PollLoop<T>, options: WaitUntilDone<T>): Promise<T> {
  const { isDone, clock, timeout, signal, onAbort, onTimeout, onValue } = options
  if (signal?.aborted) throw onAbort(signal.reason)
  let lastFault: unknown
  return settled<T>((resolve, reject) => [
    loop.observe({
      next(value, isOver) {
        lastFault = undefined
        onValue?.(value)
        if (isOver || isDone(value)) resolve(value)
      },
      missed(error) {
        lastFault = error
      },
      fail: reject
    }),
    startTimer(clock, timeout - Math.min(lastPoll, timeout / 4), () => loop.hurry()),
    startTimer(clock, timeout, () => reject(onTimeout(lastFault))),
    follow([signal], (reason) => reject(onAbort(reason)))
  ])
}

export interface WatchChanges<T> {
  readonly isDone: (value: T) => boolean
  /** A known value, which is yielded first. */
  readonly known?: T | undefined
  readonly signal?: AbortSignal | undefined
  readonly onAbort: (reason: unknown) => Error
}

/**
 * The changing values of a loop, including the final one. Values with equal keys are no change. A reader that is slower than
 * the server sees only the latest value. The options are read when the iteration begins; if that throws, it rejects.
 */
export function watchChanges<T>(
  loop: PollLoop<T>,
  key: (value: T) => string,
  options: () => WatchChanges<T>
): ChangeQueue<T> {
  return new ChangeQueue(key, (queue) => {
    const { isDone, known, signal, onAbort } = options()
    if (signal?.aborted) throw onAbort(signal.reason)
    const hear = (value: T, isOver: boolean): void => {
      queue.put(loop, value)
      if (isOver) queue.end()
    }
    const isKnownDone = known !== undefined && isDone(known)
    if (known !== undefined) hear(known, isKnownDone)
    if (isKnownDone) return () => {}
    const unlink = follow([signal], (reason) => queue.abort(onAbort(reason)))
    const leave = loop.observe({ next: hear, fail: (error) => queue.end({ error }) })
    return () => {
      leave()
      unlink()
    }
  })
}
