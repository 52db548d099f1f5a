import type { ReactElement, ReactNode, RefObject } from 'react'
import { useState } from 'react'
import { texts } from '../texts/en.ts'
import { type BaseMap, showTiles } from './base-map.ts'

interface MapFrameProps {
  readonly title: string
  readonly element: RefObject<HTMLDivElement | null>
  readonly base: BaseMap | undefined
  readonly children?: ReactNode
}

/** The frame of a map with its controls. */
export function MapFrame({ title, element, base, children }: MapFrameProps): ReactElement {
  const [hasTiles, setHasTiles] = useState(false)
  return (
    <div className="map-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the map. */}
      <div ref={element} className="map" role="application" tabIndex={0} aria-label={texts.map.label(title)} />
      <div className="map-foot">
        {children}
        <label className="check">
          <input
            type="checkbox"
            checked={hasTiles}
            onChange={({ currentTarget }) => {
              setHasTiles(currentTarget.checked)
              if (base) showTiles(base, currentTarget.checked)
            }}
          />
          {texts.map.tiles}
        </label>
      </div>
    </div>
  )
}
