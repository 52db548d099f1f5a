export interface ValueRange {
  readonly lowest: number
  readonly highest: number
  /** Where the colours begin and end: a few outliers do not make all else look alike. */
  readonly from: number
  readonly to: number
}

const sampled = 50_000

/** The range of the pixels that have a value; undefined if none has. */
export function valueRange(values: ArrayLike<number>, hasValue: (value: number) => boolean): ValueRange | undefined {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const sample: number[] = []
  const step = Math.max(1, Math.floor(values.length / sampled))
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number
    if (!hasValue(value)) continue
    if (value < lowest) lowest = value
    if (value > highest) highest = value
    if (index % step === 0) sample.push(value)
  }
  if (lowest > highest) return undefined
  sample.sort((one, other) => one - other)
  const at = (part: number): number => sample[Math.round(part * (sample.length - 1))] ?? lowest
  const [from, to] = [at(0.02), at(0.98)]
  const isSpread = to > from && highest - lowest > 1.5 * (to - from)
  return isSpread ? { lowest, highest, from, to } : { lowest, highest, from: lowest, to: highest }
}
