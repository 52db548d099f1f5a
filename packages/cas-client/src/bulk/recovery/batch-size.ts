/** What the requests of a run begin with, and what they show although nothing failed. */
export interface RunFacts {
  /** Geometries that go into the next batch. */
  now: number
  /** Whether any request came to a service. */
  wasReached: boolean
}

/** A batch of so many got through as it was: the next one is a sixteenth larger, up to `most`. */
export function passedWhole(facts: RunFacts, count: number, most: number): void {
  if (count >= facts.now) facts.now = Math.min(most, count + Math.ceil(count / 16))
}

/** A batch failed that was answered in parts, of which the largest had so many: later ones are no larger. */
export function passedInParts(facts: RunFacts, largestPart: number): void {
  facts.now = Math.max(1, Math.min(facts.now, largestPart))
}
