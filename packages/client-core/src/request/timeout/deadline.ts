import { type Clock, startTimer } from '../../utils/clock.ts'

/** When a call must be over. It may be put on hold while the call waits for what is not its own time, such as its turn. */
export interface Deadline {
  /** Milliseconds until then, 0 at the least. */
  left(): number
  /** Stops the time until what it returns is called. */
  hold(): () => void
}

/** A deadline that calls `onEnd` once when it is reached, unless it was cancelled before. */
export function startDeadline(
  clock: Clock,
  timeout: number,
  onEnd: () => void
): Deadline & { readonly cancel: () => void } {
  let end = clock.now() + timeout
  let heldSince: number | undefined
  let isOver = false
  let cancelTimer = startTimer(clock, timeout, onEnd)
  const left = (): number => Math.max(0, end - (heldSince ?? clock.now()))
  return {
    left,
    hold() {
      if (heldSince !== undefined || isOver) return () => {}
      cancelTimer()
      const since = clock.now()
      heldSince = since
      return () => {
        if (heldSince === undefined) return
        end += clock.now() - since
        heldSince = undefined
        if (!isOver) cancelTimer = startTimer(clock, left(), onEnd)
      }
    },
    cancel() {
      isOver = true
      cancelTimer()
    }
  }
}
