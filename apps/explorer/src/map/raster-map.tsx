import ImageLayer from 'ol/layer/Image.js'
import VectorLayer from 'ol/layer/Vector.js'
import type MapBrowserEvent from 'ol/MapBrowserEvent.js'
import { unByKey } from 'ol/Observable.js'
import { transform, transformExtent } from 'ol/proj.js'
import Static from 'ol/source/ImageStatic.js'
import { Stroke, Style } from 'ol/style.js'
import { type ReactElement, useEffect, useRef } from 'react'
import { mapProjection, showExtent } from './base-map.ts'
import { color } from './colors.ts'
import { MapFrame } from './map-frame.tsx'
import { useBaseMap } from './use-base-map.tsx'

interface RasterMapProps {
  readonly title: string
  readonly picture: HTMLCanvasElement
  /** West, south, east and north in the projection of the picture. */
  readonly extent: readonly [number, number, number, number]
  readonly projection: string
  /** Tells the place that is pointed at, in the projection of the picture. */
  readonly onPoint: (place: readonly [number, number]) => void
}

/** A picture at its place on the map, below the outlines of the countries. */
export function RasterMap({ title, picture, extent, projection, onPoint }: RasterMapProps): ReactElement {
  const { element, base } = useBaseMap()
  const point = useRef(onPoint)
  point.current = onPoint
  useEffect(() => {
    if (!base) return undefined
    const source = new Static({
      url: picture.toDataURL(),
      imageExtent: [...extent],
      projection,
      interpolate: false // each pixel is a measurement
    })
    const layer = new ImageLayer({ source })
    const style = new Style({ stroke: new Stroke({ color: color('--map-border'), width: 0.75 }) })
    const outlines = new VectorLayer({ source: base.land, style })
    base.map.addLayer(layer)
    base.map.addLayer(outlines)
    const tell = ({ coordinate }: MapBrowserEvent): void => {
      const [x = 0, y = 0] = transform(coordinate, mapProjection, projection)
      point.current([x, y])
    }
    const told = [base.map.on('pointermove', tell), base.map.on('click', tell)]
    return () => {
      unByKey(told)
      base.map.removeLayer(layer)
      base.map.removeLayer(outlines)
    }
  }, [base, picture, extent, projection])
  useEffect(() => {
    if (base) showExtent(base, transformExtent([...extent], projection, mapProjection, 8), 12)
  }, [base, extent, projection])
  return <MapFrame title={title} element={element} base={base} />
}
