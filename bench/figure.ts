/** One measured number. Compare only ratios within one run, because single times depend on the machine. */
export interface Figure {
  readonly name: string
  readonly value: number
  /** `ms`, `µs`, `MiB`, `kB`, `requests`, `calls/s`, `hops` and similar, or `ratio`. */
  readonly unit: string
  /** The goal in words: `under 100`, `at most 2`, `about 1` (within a quarter of it), `0`. */
  readonly goal?: string | undefined
}

/** A figure that says whether its goal was met, if it has one. */
export type Judged = Figure & { readonly met?: boolean }

const comparisons: Readonly<Record<string, (value: number, goal: number) => boolean>> = {
  '': (value, goal) => value === goal,
  'at least': (value, goal) => value >= goal,
  about: (value, goal) => Math.abs(value - goal) <= goal / 4,
  'at most': (value, goal) => value <= goal,
  under: (value, goal) => value < goal
}

/** Throws if the goal cannot be parsed. */
export function judged(figure: Figure): Judged {
  if (figure.goal === undefined) return figure
  const [, words = '', number] = /^(.*?) ?(\d+(?:\.\d+)?)$/.exec(figure.goal) ?? []
  const compare = comparisons[words]
  if (!compare || number === undefined) throw new Error(`${figure.name}: the goal "${figure.goal}" cannot be compared`)
  return { ...figure, met: compare(figure.value, Number(number)) }
}
