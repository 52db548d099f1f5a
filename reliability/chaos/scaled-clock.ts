import type { Clock } from '@geoclients/ogc-client'

/** Which time a campaign lives in. Plain data, so that the server and the clients agree on it. */
export interface Era {
  /** The moment at which both times were equal, in milliseconds since 1970. */
  readonly start: number
  /** How many milliseconds pass while a real one does. */
  readonly speed: number
}

export interface ScaledClock extends Clock {
  /** Timers that are set and have not fired. */
  readonly pending: number
  /** The most real milliseconds that a timer fired late: how busy this machine is. */
  readonly lateness: number
}

/** Time that passes faster than the real one, so that a minute of retries takes seconds. */
export function scaledClock({ start, speed }: Era): ScaledClock {
  const timers = new Set<unknown>()
  let lateness = 0
  return {
    now: () => start + (Date.now() - start) * speed,
    setTimeout(callback, delay) {
      const due = Date.now() + delay / speed
      const timer = setTimeout(() => {
        timers.delete(timer)
        lateness = Math.max(lateness, Date.now() - due)
        callback()
      }, delay / speed)
      timers.add(timer)
      return timer
    },
    clearTimeout(timer) {
      timers.delete(timer)
      clearTimeout(timer as number)
    },
    get pending() {
      return timers.size
    },
    get lateness() {
      return lateness
    }
  }
}

/** Resolves after `delay` milliseconds of that clock. */
export const pass = (clock: Clock, delay: number): Promise<void> =>
  new Promise((resolve) => clock.setTimeout(() => resolve(), delay))
