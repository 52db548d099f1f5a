import type { Feature } from 'geojson'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import { type ReactElement, useEffect, useRef } from 'react'
import { geoJson, showExtent } from './base-map.ts'
import { type Colors, featureStyle } from './feature-style.ts'
import { MapFrame } from './map-frame.tsx'
import { useBaseMap } from './use-base-map.tsx'

interface FeatureMapProps {
  readonly features: readonly Feature[]
  readonly title: string
  readonly chosen?: number | undefined
  readonly onChoose?: (index: number | undefined) => void
  /** The fill of each feature by index. Default: the same fill for all. */
  readonly colors?: Colors | undefined
}

/** Features on a map. One can be selected. At first the map shows all of them. */
export function FeatureMap({ features, title, chosen, onChoose, colors }: FeatureMapProps): ReactElement {
  const { element, base } = useBaseMap()
  const layer = useRef<VectorLayer<VectorSource>>(undefined)
  const choose = useRef(onChoose)
  choose.current = onChoose
  useEffect(() => {
    if (!base) return undefined
    const source = new VectorSource()
    features.forEach((one, index) => {
      if (!one.geometry) return
      const read = geoJson.readFeature({ ...one, properties: null })
      for (const drawn of Array.isArray(read) ? read : [read]) {
        drawn.setId(index)
        source.addFeature(drawn)
      }
    })
    layer.current = new VectorLayer({ source })
    base.map.addLayer(layer.current)
    const extent = source.getExtent()
    if (extent && source.getFeatures().length > 0) showExtent(base, extent)
    const key = base.map.on('click', ({ pixel }) => {
      const hit = base.map.forEachFeatureAtPixel(pixel, (drawn) => drawn.getId(), {
        layerFilter: (one) => one === layer.current,
        hitTolerance: 4
      })
      choose.current?.(typeof hit === 'number' ? hit : undefined)
    })
    return () => {
      base.map.un('click', key.listener as () => void)
      if (layer.current) base.map.removeLayer(layer.current)
    }
  }, [base, features])
  // biome-ignore lint/correctness/useExhaustiveDependencies: new features make a new layer, which needs its style.
  useEffect(() => {
    if (base) layer.current?.setStyle(featureStyle(chosen, colors))
  }, [base, features, chosen, colors])
  return <MapFrame title={title} element={element} base={base} />
}
