import type { ReactElement } from 'react'
import { texts } from '../texts/en.ts'
import type { ValueClass } from './classes.ts'

interface LegendProps {
  readonly classes: readonly ValueClass[]
  readonly units: string
  /** Places without a value. */
  readonly missing: number
}

/** The legend of the map. */
export function Legend({ classes, units, missing }: LegendProps): ReactElement {
  return (
    <ul className="legend" aria-label={texts.cas.legend}>
      {classes.map(({ from, to, color, count }) => (
        <li key={from}>
          <svg width="18" height="14" aria-hidden="true">
            <rect width="18" height="14" rx="3" fill={color} />
          </svg>
          {texts.cas.range(from, to, units)} <span className="meta">({count})</span>
        </li>
      ))}
      {missing > 0 && (
        <li>
          <svg width="18" height="14" aria-hidden="true">
            <rect width="17" height="13" x="0.5" y="0.5" rx="3" fill="none" stroke="currentColor" />
          </svg>
          {texts.results.noValue} <span className="meta">({missing})</span>
        </li>
      )}
    </ul>
  )
}
