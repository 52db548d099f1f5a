import type { ReactElement } from 'react'
import { useWidth } from '../../app/use-width.ts'
import { texts } from '../../texts/en.ts'
import type { ChartData } from './chart-data.ts'
import { ticks, timeTicks } from './ticks.ts'

const size = { height: 240, left: 56, right: 24, top: 12, bottom: 28 }
/** The width of a date below the chart, with some space. */
const labelWidth = 75

/** Lines over time or number, drawn as SVG. The table below holds the same for whoever cannot see it. */
export function Chart({ chart, title }: { readonly chart: ChartData; readonly title: string }): ReactElement {
  const { along, series, isTime } = chart
  const { ref, width } = useWidth(640)
  const most = Math.max(2, Math.min(7, Math.floor((width - size.left - size.right) / labelWidth)))
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const [low, high] = bounds(values)
  const [from = 0, to = 1] = [along[0], along.at(-1)]
  const numbers = ticks(from, to, Math.min(6, most))
  const isWhole = along.every(Number.isInteger)
  const labels = isTime ? timeTicks(from, to, most) : numbers.filter((value) => !isWhole || Number.isInteger(value))
  const x = (value: number): number =>
    size.left + ((value - from) / (to - from || 1)) * (width - size.left - size.right)
  const y = (value: number): number =>
    size.height - size.bottom - ((value - low) / (high - low || 1)) * (size.height - size.top - size.bottom)
  return (
    <figure className="chart" ref={ref}>
      <svg viewBox={`0 0 ${width} ${size.height}`} role="img" aria-label={texts.chart.of(title, chart.name)}>
        {ticks(low, high).map((value) => (
          <g key={value} className="tick">
            <line x1={size.left} x2={width - size.right} y1={y(value)} y2={y(value)} />
            <text x={size.left - 6} y={y(value) + 4} textAnchor="end">
              {value.toLocaleString('en')}
            </text>
          </g>
        ))}
        {labels.map((value) => (
          <text key={value} className="tick" x={x(value)} y={size.height - 8} textAnchor="middle">
            {isTime ? timeText(value) : value.toLocaleString('en')}
          </text>
        ))}
        {series.map(({ name, values: own }, index) => (
          <path key={name} className={`series series-${index}`} d={path(along, own, x, y)} />
        ))}
      </svg>
      {series.length > 1 && (
        <figcaption>
          {series.map(({ name }, index) => (
            <span key={name} className={`key series-${index}`}>
              {name}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  )
}

function bounds(values: readonly number[]): [low: number, high: number] {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  return low === high ? [low - 1, high + 1] : [low, high]
}

type Scale = (value: number) => number

/** A line with a gap where there is no value. */
function path(along: readonly number[], values: readonly (number | null)[], x: Scale, y: Scale): string {
  let isOpen = false
  return values
    .map((value, index) => {
      if (value === null) {
        isOpen = false
        return ''
      }
      const command = isOpen ? 'L' : 'M'
      isOpen = true
      return `${command}${x(along[index] ?? 0).toFixed(1)} ${y(value).toFixed(1)}`
    })
    .join('')
}

/** A day, or the month that begins with it. */
function timeText(time: number): string {
  const text = new Date(time).toISOString()
  return text.slice(8, 10) === '01' ? text.slice(0, 7) : text.slice(0, 10)
}
