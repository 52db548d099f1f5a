import type { Clock } from './clock.ts'

/** A clock that moves only when `advance` is called. */
export interface VirtualClock extends Clock {
  /**
   * Advances by `duration` milliseconds and runs the due timers in order. Resolves after their promises have run. Rejects with a
   * RangeError if `duration` is not a finite number from 0.
   */
  advance(duration: number): Promise<void>
  /** Stands still until the promise has settled. Clients use it for their files, which take real time to load. */
  hold(until: Promise<unknown>): void
  /** Number of pending timers. */
  readonly pending: number
}

interface Timer {
  readonly due: number
  readonly callback: () => void
}

/**
 * A clock for tests: hours pass immediately, and no time passes by itself.
 * @param start milliseconds since 1970. Default 2026-01-01T00:00:00Z
 */
export function createVirtualClock(start: number = Date.UTC(2026, 0, 1)): VirtualClock {
  let now = start
  let count = 0
  const timers = new Map<number, Timer>()
  const held: Promise<unknown>[] = []

  const next = (until: number): [number, Timer] | undefined =>
    [...timers].filter(([, timer]) => timer.due <= until).sort(([a, x], [b, y]) => x.due - y.due || a - b)[0]

  const rest = async (): Promise<void> => {
    await Promise.allSettled(held.splice(0))
    await settle()
  }

  return {
    now: () => now,
    setTimeout(callback, delay) {
      count += 1
      timers.set(count, { due: now + Math.max(0, delay), callback })
      return count
    },
    clearTimeout(timer) {
      if (typeof timer === 'number') timers.delete(timer)
    },
    hold(until) {
      held.push(until)
    },
    async advance(duration) {
      if (typeof duration !== 'number' || !(duration >= 0 && duration < Number.POSITIVE_INFINITY)) {
        throw new RangeError(
          `the clock cannot advance by ${String(duration)}: expected milliseconds, a finite number from 0`
        )
      }
      const until = now + duration
      await rest()
      for (let found = next(until); found !== undefined; found = next(until)) {
        const [id, timer] = found
        timers.delete(id)
        now = Math.max(now, timer.due)
        timer.callback()
        await rest()
      }
      now = until
    },
    get pending() {
      return timers.size
    }
  }
}

/** Maximum turns of the event loop for a response with its body: few in Node, about ten in Chromium. */
const turns = 24

/** Waits until everything that a timer resolved has run. A message event is delivered only when no microtask is left. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    let left = turns
    port1.onmessage = () => {
      left -= 1
      if (left > 0) return port2.postMessage(null)
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
