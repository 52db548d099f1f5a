export interface ValueClass {
  /** The lowest and the highest value in it. */
  readonly from: number
  readonly to: number
  readonly color: string
  readonly count: number
}

/** Five colours (viridis, without its ends) that can be distinguished with any colour vision. */
const palette = ['#443983', '#31688e', '#21918c', '#35b779', '#b5de2b']

/** Classes with about equal numbers of values; fewer if values repeat. */
export function classesOf(values: readonly number[]): ValueClass[] {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other)
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (lowest === undefined || highest === undefined) return []
  const cuts = palette
    .slice(1)
    .map((_, index) => sorted[Math.floor(((index + 1) * sorted.length) / palette.length)] ?? highest)
  const edges = [...new Set([lowest, ...cuts])]
  return edges.map((from, index) => {
    const end = edges[index + 1] ?? Number.POSITIVE_INFINITY
    const own = sorted.filter((value) => value >= from && value < end)
    const step = edges.length === 1 ? 2 : Math.round((index * (palette.length - 1)) / (edges.length - 1))
    return { from, to: own.at(-1) ?? from, count: own.length, color: palette[step] ?? '#21918c' }
  })
}

/** The class of a value. */
export const classOf = (value: number, classes: readonly ValueClass[]): ValueClass | undefined =>
  classes.findLast(({ from }) => value >= from)

export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
  /** The mean of its values. */
  readonly mean: number
}

/** Bins of equal width between the lowest and the highest value. */
export function binsOf(values: readonly number[], count = 20): Bin[] {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  if (!(high > low)) return []
  const width = (high - low) / count
  const bins = Array.from({ length: count }, (_, bin) => ({
    from: low + bin * width,
    to: low + (bin + 1) * width,
    count: 0,
    mean: low + (bin + 0.5) * width
  }))
  for (const value of values) {
    const bin = bins[Math.min(count - 1, Math.floor((value - low) / width))]
    if (!bin) continue
    bin.count++
    bin.mean = bin.count === 1 ? value : bin.mean + (value - bin.mean) / bin.count
  }
  return bins
}
