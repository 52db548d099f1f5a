export interface Backoff {
  /** Shortest delay, in milliseconds. */
  readonly min: number
  /** Longest delay, in milliseconds. */
  readonly max: number
  /** Growth of the upper limit from one round to the next. */
  readonly factor: number
}

/**
 * The pause before round `round` (0 is the first): a random time between `min` and a limit that grows from twice `min` to
 * `max`. Random pauses keep clients that failed together from retrying together.
 */
export function backoffDelay({ min, max, factor }: Backoff, round: number, random: () => number): number {
  const bound = Math.min(max, 2 * min * factor ** round)
  return Math.min(max, min + random() * Math.max(0, bound - min))
}
