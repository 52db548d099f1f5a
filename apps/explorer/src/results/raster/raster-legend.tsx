import { type ReactElement, useId } from 'react'
import { texts } from '../../texts/en.ts'
import { short } from '../../texts/words.ts'
import { rampColors } from './ramp.ts'
import type { ValueRange } from './value-range.ts'

interface LegendProps {
  readonly range: ValueRange
  readonly unit: string | undefined
}

const [width, height] = [240, 14]

/** The colours of a raster with the values at their ends and in their middle. */
export function RasterLegend({ range: { lowest, highest, from, to }, unit }: LegendProps): ReactElement {
  const id = useId()
  const words = texts.raster.range(lowest, highest, unit)
  const isClipped = from > lowest || to < highest
  return (
    <div className="raster-legend">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={texts.raster.legend(words)}
      >
        <linearGradient id={id}>
          {rampColors.map((color, index) => (
            <stop key={color} offset={index / (rampColors.length - 1)} stop-color={color} />
          ))}
        </linearGradient>
        <rect width={width} height={height} rx="3" fill={`url(#${id})`} />
      </svg>
      <p className="raster-ticks" aria-hidden="true">
        {[from, (from + to) / 2, to].map((value, index) => (
          <span key={index === 1 ? 'middle' : value}>{short(value)}</span>
        ))}
      </p>
      <p className="meta">{words}.</p>
      {isClipped && <p className="meta">{texts.raster.clipped(from, to)}</p>}
    </div>
  )
}
