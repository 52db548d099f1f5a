import type { Geometry } from 'geojson'
import Draw, { createBox } from 'ol/interaction/Draw.js'
import Modify from 'ol/interaction/Modify.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { texts } from '../texts/en.ts'
import { geoJson, showExtent } from './base-map.ts'
import { featureStyle } from './feature-style.ts'
import { MapFrame } from './map-frame.tsx'
import { useBaseMap } from './use-base-map.tsx'

export type Shape = 'Point' | 'LineString' | 'Polygon' | 'Box'

interface DrawMapProps {
  readonly title: string
  readonly shapes: readonly Shape[]
  readonly geometry: Geometry | undefined
  readonly onDraw: (geometry: Geometry | undefined) => void
}

/** A map to draw one geometry on, to move its corners and to clear it. */
export default function DrawMap({ title, shapes, geometry, onDraw }: DrawMapProps): ReactElement {
  const { element, base } = useBaseMap()
  const [shape, setShape] = useState<Shape>(
    shapes.includes('Polygon') && shapes.length === 1 ? 'Polygon' : (shapes[0] ?? 'Point')
  )
  const source = useRef(new VectorSource())
  const own = useRef('')
  const tell = useRef(onDraw)
  tell.current = onDraw
  useEffect(() => {
    if (!base) return undefined
    const layer = new VectorLayer({ source: source.current, style: featureStyle(undefined, undefined) })
    base.map.addLayer(layer)
    const draw = new Draw({
      source: source.current,
      type: shape === 'Box' ? 'Circle' : shape,
      ...(shape === 'Box' && { geometryFunction: createBox() })
    })
    const modify = new Modify({ source: source.current })
    const give = (): void => {
      const [last] = source.current.getFeatures().slice(-1)
      const drawn = last?.getGeometry()
      const written = drawn && (geoJson.writeGeometryObject(drawn, { decimals: 6, rightHanded: true }) as Geometry)
      own.current = JSON.stringify(written)
      tell.current(written)
    }
    draw.on('drawstart', () => source.current.clear())
    draw.on('drawend', () => queueMicrotask(give))
    modify.on('modifyend', give)
    base.map.addInteraction(modify)
    base.map.addInteraction(draw)
    return () => {
      base.map.removeInteraction(draw)
      base.map.removeInteraction(modify)
      base.map.removeLayer(layer)
    }
  }, [base, shape])
  const given = JSON.stringify(geometry)
  useEffect(() => {
    if (!base || given === own.current) return
    own.current = given
    source.current.clear()
    const value = given === undefined ? undefined : (JSON.parse(given) as Geometry)
    if (!value || ('geometries' in value && value.geometries.length === 0)) return
    const read = geoJson.readFeature({ type: 'Feature', geometry: value, properties: null })
    source.current.addFeatures(Array.isArray(read) ? read : [read])
    const extent = source.current.getExtent()
    if (extent) showExtent(base, extent)
  }, [base, given])
  return (
    <MapFrame title={title} element={element} base={base}>
      {shapes.length > 1 && (
        <fieldset className="shapes">
          <legend className="unseen">{texts.map.shape}</legend>
          {shapes.map((one) => (
            <button
              key={one}
              type="button"
              className="quiet"
              aria-pressed={one === shape}
              onClick={() => setShape(one)}
            >
              {texts.map.shapes[one]}
            </button>
          ))}
        </fieldset>
      )}
      <button type="button" className="quiet" onClick={() => onDraw(undefined)} disabled={geometry === undefined}>
        {texts.map.clear}
      </button>
      <span className="meta">{texts.map.how[shape]}</span>
    </MapFrame>
  )
}
