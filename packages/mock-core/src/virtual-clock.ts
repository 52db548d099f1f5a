import type { Clock } from './clock.ts'

/** A clock that stands still until it is told to move. */
export interface VirtualClock extends Clock {
  /** Moves on by `duration` milliseconds, running the timers that fall due in their order; settles when their promises have had a turn. */
  advance(duration: number): Promise<void>
  /** How many timers are set. */
  readonly pending: number
}

interface Timer {
  readonly due: number
  readonly callback: () => void
}

/**
 * Makes time a matter of the test: hours pass at once, and nothing passes by itself.
 * @param start milliseconds since 1970; default is 2026-01-01T00:00:00Z
 */
export function createVirtualClock(start: number = Date.UTC(2026, 0, 1)): VirtualClock {
  let now = start
  let count = 0
  const timers = new Map<number, Timer>()

  const next = (until: number): [number, Timer] | undefined =>
    [...timers].filter(([, timer]) => timer.due <= until).sort(([a, x], [b, y]) => x.due - y.due || a - b)[0]

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
    async advance(duration) {
      const until = now + duration
      await settle()
      for (let found = next(until); found !== undefined; found = next(until)) {
        const [id, timer] = found
        timers.delete(id)
        now = Math.max(now, timer.due)
        timer.callback()
        await settle()
      }
      now = until
    },
    get pending() {
      return timers.size
    }
  }
}

/** How many turns of the event loop an answer and its body may take: few on Node, about ten in Chromium. */
const turns = 24

/** What the timers resolved has run, and may have set new timers: a message is delivered when no microtask is left. */
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
