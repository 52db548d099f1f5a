/** Facts that all requests of a run share. */
export interface RunFacts {
  /** Number of geometries in the next batch. */
  now: number
  /** Whether any request has reached a service. */
  wasReached: boolean
}

/** After a batch of `count` items succeeded, the next one is a sixteenth larger, up to `most`. */
export function passedWhole(facts: RunFacts, count: number, most: number): void {
  if (count >= facts.now) facts.now = Math.min(most, count + Math.ceil(count / 16))
}

/** After a batch succeeded only in parts, later batches are at most as large as its largest part. */
export function passedInParts(facts: RunFacts, largestPart: number): void {
  facts.now = Math.max(1, Math.min(facts.now, largestPart))
}
