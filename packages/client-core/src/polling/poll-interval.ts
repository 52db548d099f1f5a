/** How often something is asked for. Durations are milliseconds. */
export interface PollPace {
  /** Shortest pause. */
  readonly min: number
  /** Longest pause in the first minute; then it grows with the age up to `max`. */
  readonly early: number
  /** Longest pause. */
  readonly max: number
  /** The longest pause as a share of the time that has been waited already, while that is less than `early`. */
  readonly share: number
}

/** For jobs: fast while somebody sits and waits, never more than 10 s behind. */
export const defaultPace: PollPace = { min: 100, early: 3_000, max: 10_000, share: 0.15 }

const minute = 60_000

/**
 * The pause after a poll, `age` ms after the first one could have been made: anything between `min` and a bound that is
 * 1.3 times that at first, then `share` of the age, then `early`, and for what is older than a minute as many times
 * that as it is minutes old, up to `max`. The full jitter keeps clients apart.
 */
export function pollPause({ min, early, max, share }: PollPace, age: number, random: () => number): number {
  const longest = early * Math.max(1, age / minute)
  const bound = Math.max(1.3 * min, Math.min(longest, share * age))
  return Math.min(max, min + random() * (bound - min))
}
