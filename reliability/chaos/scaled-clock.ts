import type { Clock } from '@geoclients/ogc-client'

/** The time scale of a campaign. Plain data, so server and clients share it. */
export interface Era {
  /** The moment at which both times were equal, in milliseconds since 1970. */
  readonly start: number
  /** Scaled milliseconds per real millisecond. */
  readonly speed: number
}

export interface ScaledClock extends Clock {
  /** Timers that are set and have not fired. */
  readonly pending: number
  /** Maximum lateness of a timer in real milliseconds, which shows how busy the machine is. */
  readonly lateness: number
}

/** A clock that runs faster than real time, so a minute of retries takes seconds. */
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
