/**
 * How many geometries go into a batch. Where a batch failed that was answered in parts, later ones are as small as the
 * largest of these; each one that gets through makes the next a sixteenth larger.
 */
export class BatchSize {
  readonly #most: number
  now: number

  constructor(most: number) {
    this.#most = most
    this.now = most
  }

  /** A batch of so many got through as it was. */
  passed(count: number): void {
    if (count >= this.now) this.now = Math.min(this.#most, count + Math.ceil(count / 16))
  }

  /** A batch failed, and of the parts that got through the largest had so many. */
  failed(largestPart: number): void {
    this.now = Math.max(1, Math.min(this.now, largestPart))
  }
}
