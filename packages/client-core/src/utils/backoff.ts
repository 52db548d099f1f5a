export interface Backoff {
  /** Shortest delay, in milliseconds. */
  readonly min: number
  /** Longest delay, in milliseconds. */
  readonly max: number
  /** What the upper bound of the delay grows by from one round to the next. */
  readonly factor: number
}

/**
 * The pause before round `round` (0 is the first): anything between `min` and a bound that grows from twice `min` up to
 * `max`. The full jitter keeps clients that failed together from coming back together.
 */
export function backoffDelay({ min, max, factor }: Backoff, round: number, random: () => number): number {
  const bound = Math.min(max, 2 * min * factor ** round)
  return Math.min(max, min + random() * Math.max(0, bound - min))
}
