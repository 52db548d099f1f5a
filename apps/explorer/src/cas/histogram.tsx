import type { ReactElement } from 'react'
import { useWidth } from '../app/use-width.ts'
import { texts } from '../texts/en.ts'
import { binsOf, classOf, type ValueClass } from './classes.ts'

const size = { height: 120, base: 100 }

interface HistogramProps {
  readonly values: readonly number[]
  readonly classes: readonly ValueClass[]
  readonly title: string
}

/** A histogram of values in the colours of the map. */
export function Histogram({ values, classes, title }: HistogramProps): ReactElement | null {
  const { ref, width } = useWidth(480)
  const bins = binsOf(values)
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const step = width / bins.length
  const [first, last] = [bins[0], bins.at(-1)]
  if (!first || !last) return null
  return (
    <figure className="chart histogram" ref={ref}>
      <svg viewBox={`0 0 ${width} ${size.height}`} role="img" aria-label={texts.cas.histogram(title, values.length)}>
        {bins.map(({ from, count, mean }, index) => {
          const height = (count / most) * (size.base - 4)
          const fill = classOf(mean, classes)?.color ?? 'currentColor'
          return (
            <rect
              key={from}
              x={index * step + 1}
              y={size.base - height}
              width={Math.max(1, step - 2)}
              height={height}
              fill={fill}
            />
          )
        })}
        <text className="tick" x="0" y={size.height - 4}>
          {texts.cas.value(first.from)}
        </text>
        <text className="tick" x={width} y={size.height - 4} textAnchor="end">
          {texts.cas.value(last.to)}
        </text>
      </svg>
    </figure>
  )
}
