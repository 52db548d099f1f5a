import type { Feature, Geometry } from 'geojson'
import Draw from 'ol/interaction/Draw.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { texts } from '../texts/en.ts'
import { geoJson, showExtent } from './base-map.ts'
import { featureStyle } from './feature-style.ts'
import { MapFrame } from './map-frame.tsx'
import { useBaseMap } from './use-base-map.tsx'

const shapes = ['Point', 'Polygon'] as const

interface PlacesMapProps {
  readonly title: string
  readonly places: readonly Feature[]
  readonly onAdd: (geometry: Geometry) => void
}

/** A map of any number of places, where others can be drawn. */
export default function PlacesMap({ title, places, onAdd }: PlacesMapProps): ReactElement {
  const { element, base } = useBaseMap()
  const [shape, setShape] = useState<(typeof shapes)[number]>('Point')
  const source = useRef(new VectorSource())
  const isOwn = useRef(false)
  const add = useRef(onAdd)
  add.current = onAdd
  useEffect(() => {
    if (!base) return undefined
    const layer = new VectorLayer({ source: source.current, style: featureStyle(undefined, undefined) })
    base.map.addLayer(layer)
    return () => void base.map.removeLayer(layer)
  }, [base])
  useEffect(() => {
    if (!base) return undefined
    const draw = new Draw({ type: shape })
    draw.on('drawend', ({ feature }) => {
      const drawn = feature.getGeometry()
      if (!drawn) return
      isOwn.current = true
      add.current(geoJson.writeGeometryObject(drawn, { decimals: 6, rightHanded: true }) as Geometry)
    })
    base.map.addInteraction(draw)
    return () => void base.map.removeInteraction(draw)
  }, [base, shape])
  useEffect(() => {
    if (!base) return
    source.current.clear()
    source.current.addFeatures(places.flatMap((place) => (place.geometry ? drawnOf(place) : [])))
    const extent = source.current.getExtent()
    // After drawing, the view already shows the place.
    if (extent && places.length > 0 && !isOwn.current) showExtent(base, extent)
    isOwn.current = false
  }, [base, places])
  return (
    <MapFrame title={title} element={element} base={base}>
      <fieldset className="shapes">
        <legend className="unseen">{texts.map.shape}</legend>
        {shapes.map((one) => (
          <button key={one} type="button" className="quiet" aria-pressed={one === shape} onClick={() => setShape(one)}>
            {texts.map.shapes[one]}
          </button>
        ))}
      </fieldset>
      <span className="meta">{texts.map.how[shape]}</span>
    </MapFrame>
  )
}

function drawnOf(place: Feature): ReturnType<typeof geoJson.readFeatures> {
  const read = geoJson.readFeature({ ...place, properties: null })
  return Array.isArray(read) ? read : [read]
}
