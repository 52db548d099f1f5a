/** One colour of the legend. */
export interface ValueClass {
  readonly label: string
  readonly colour: string
}

/** From cold to warm, based on ColorBrewer's RdYlBu. */
const colours = ['#4575b4', '#74add1', '#abd9e9', '#cfe8e4', '#fee090', '#fdae61', '#f46d43', '#d73027'] as const

export const noValue: ValueClass = { label: 'no value', colour: '#d9d9d9' }

/** Classes of equal width with round limits, and the class of each value. */
export function classify(values: readonly number[]): {
  readonly classes: readonly ValueClass[]
  readonly classOf: (value: unknown) => ValueClass
} {
  const least = values.length > 0 ? Math.min(...values) : 0
  const most = values.length > 0 ? Math.max(...values) : 0
  const step = niceStep(least, most)
  const first = Math.floor(least / step)
  const count = classCount(least, most, step)
  const edge = (i: number): string => String(Number(((first + i) * step).toPrecision(12))).replace('-', '−')
  const classes = colours.slice(0, count).map((colour, i) => ({ label: `${edge(i)} to ${edge(i + 1)}`, colour }))
  return {
    classes,
    classOf(value) {
      if (typeof value !== 'number') return noValue
      return classes[Math.min(count - 1, Math.floor(value / step) - first)] ?? noValue
    }
  }
}

/** The smallest of 1, 2, 5, 10, 20 … for which there are enough colours. */
function niceStep(least: number, most: number): number {
  if (least === most) return 1
  const power = 10 ** Math.floor(Math.log10((most - least) / colours.length))
  const steps = [1, 2, 5, 10, 20].map((factor) => factor * power)
  return steps.find((step) => classCount(least, most, step) <= colours.length) ?? power * 50
}

function classCount(least: number, most: number, step: number): number {
  return Math.max(1, Math.ceil(most / step) - Math.floor(least / step))
}
