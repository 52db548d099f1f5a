import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react'
import { RasterMap } from '../../map/raster-map.tsx'
import { texts } from '../../texts/en.ts'
import { short } from '../../texts/words.ts'
import { paint } from './paint.ts'
import { RasterLegend } from './raster-legend.tsx'
import type { Raster } from './read-raster.ts'
import { valueAt } from './value-at.ts'
import { valueRange } from './value-range.ts'

interface RasterPictureProps {
  readonly raster: Raster
  readonly title: string
  readonly bytes: number | undefined
  readonly band: number
  readonly onBand: (band: number) => void
}

/** A raster at its place on the map, or by itself if the map cannot show its place, with a legend. */
export function RasterPicture({ raster, title, bytes, band, onBand }: RasterPictureProps): ReactElement {
  const { pixels, extent, isAskew, crs, full, level, bandCount } = raster
  const { range, picture } = useMemo(() => {
    const range = pixels.kind === 'band' ? valueRange(pixels.values, pixels.hasValue) : undefined
    return { range, picture: paint(raster, range) }
  }, [raster, pixels])
  const isOnMap = extent && crs.projection && !isAskew
  const [pointed, setPointed] = useState<string>()
  const unit = pixels.kind === 'band' ? pixels.unit : undefined
  const point = (place: readonly [number, number]): void => {
    const value = valueAt(raster, place)
    setPointed(
      value === 'outside' ? undefined : texts.raster.pointed(value === undefined ? undefined : short(value), unit)
    )
  }
  return (
    <>
      {isOnMap ? (
        <RasterMap title={title} picture={picture} extent={extent} projection={crs.projection} onPoint={point} />
      ) : (
        <>
          <Still picture={picture} title={title} />
          <p className="note">{reasonOf(raster)}</p>
        </>
      )}
      {bandCount > 1 && (
        <label className="choice">
          <span>{texts.raster.band}</span>
          <select value={band} onChange={({ currentTarget }) => onBand(Number(currentTarget.value))}>
            {Array.from({ length: bandCount }, (_, one) => one).map((one) => (
              <option key={one} value={one}>
                {texts.raster.bandName(one + 1, raster.bandNames[one])}
              </option>
            ))}
          </select>
        </label>
      )}
      {range && <RasterLegend range={range} unit={unit} />}
      {range && isOnMap && <p className="meta">{pointed ?? texts.raster.point}</p>}
      {pixels.kind === 'band' && !range && <p className="note">{texts.raster.noValues}</p>}
      <p className="meta">{texts.raster.facts(full, level, bytes, crs.name)}</p>
    </>
  )
}

/** A picture without a map. */
function Still({ picture, title }: { readonly picture: HTMLCanvasElement; readonly title: string }): ReactElement {
  const figure = useRef<HTMLElement>(null)
  useEffect(() => {
    picture.setAttribute('role', 'img')
    picture.setAttribute('aria-label', title)
    figure.current?.replaceChildren(picture)
  }, [picture, title])
  return <figure ref={figure} className={picture.width < 128 ? 'picture picture-small' : 'picture'} />
}

function reasonOf({ extent, isAskew, crs }: Raster): string {
  const { noMap } = texts.raster
  if (isAskew) return noMap.askew
  return extent ? noMap.crs(crs.name) : noMap.place
}
