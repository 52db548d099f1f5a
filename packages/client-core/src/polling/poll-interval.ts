/** The intervals of a poll loop. Durations are milliseconds. */
export interface PollPace {
  /** Shortest pause. */
  readonly min: number
  /** Longest pause in the first minute. After that, the longest pause grows with the elapsed time up to `max`. */
  readonly early: number
  /** Longest pause. */
  readonly max: number
  /** Longest pause as a share of the elapsed time, as long as that is less than `early`. */
  readonly share: number
}

/** Fast while somebody sits and waits, never more than 10 s behind. */
export const defaultPace: PollPace = { min: 100, early: 3_000, max: 10_000, share: 0.15 }

const minute = 60_000

/**
 * The pause after a poll, `age` ms after the loop began: a random time between `min` and an upper limit. Random pauses keep
 * clients from polling in step. The limit is
 * - at first 1.3 times `min`,
 * - then `share` of the age, up to `early`,
 * - after the first minute `early` for each elapsed minute, up to `max`.
 */
export function pollPause({ min, early, max, share }: PollPace, age: number, random: () => number): number {
  const longest = early * Math.max(1, age / minute)
  const bound = Math.max(1.3 * min, Math.min(longest, share * age))
  return Math.min(max, min + random() * (bound - min))
}
