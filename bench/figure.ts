/** One measured number. Ratios of figures taken in one run say something; single times on a shared machine do not. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** `ms`, `MiB`, `requests`, or `ratio`. */
  readonly unit: string
  /** What was asked for, in words: `under 100`, `at most 2`. */
  readonly goal?: string
}
