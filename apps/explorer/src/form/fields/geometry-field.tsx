import type { JsonSchema } from '@geoclients/ogc-client/schema'
import type { FieldProps } from '@rjsf/utils'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { lazy, type ReactElement, Suspense, useState } from 'react'
import { Waiting } from '../../app/waiting.tsx'
import { readGeoJson } from '../../results/geojson.ts'
import { texts } from '../../texts/en.ts'
import { FieldFrame } from './field-frame.tsx'
import { inputOf } from './field-input.ts'
import { FileDrop } from './file-drop.tsx'
import { geoJsonKind, inForm } from './geometry-form.ts'
import { JsonText } from './json-text.tsx'

const DrawMap = lazy(() => import('../../map/draw-map.tsx'))

/** A GeoJSON input: drawn, dropped as a file or typed, and converted to the form that the input expects. */
export function GeometryField(field: FieldProps): ReactElement {
  const { formData, onChange, fieldPathId, schema, registry } = field
  const [isOpen, setIsOpen] = useState(true)
  const [fault, setFault] = useState<string>()
  const kind = geoJsonKind(inputOf(field), (registry.rootSchema as JsonSchema).$defs)
  const geometries = (readGeoJson(formData)?.features ?? []).map(({ geometry }) => geometry)
  const give = (value: Geometry | Feature | FeatureCollection | undefined): void => {
    setFault(undefined)
    onChange(value, fieldPathId.path)
  }
  const drop = async (file: File): Promise<void> => {
    const read = await file
      .text()
      .then(JSON.parse)
      .then(readGeoJson, () => undefined)
    if (!read || read.features.length === 0) return setFault(texts.form.notGeoJson(file.name))
    const value = inForm(kind, read.features)
    if (value) give(value)
    else setFault(texts.form.wrongGeometry(kind.types))
  }
  return (
    <FieldFrame field={field}>
      <FileDrop accept=".geojson,.json,application/geo+json,application/json" onFile={(file) => void drop(file)}>
        <button type="button" className="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? texts.form.closeMap : texts.form.draw}
        </button>
      </FileDrop>
      {isOpen && (
        <Suspense fallback={<Waiting what={texts.map.loading} />}>
          <DrawMap
            title={schema.title ?? field.name}
            shapes={kind.types}
            geometry={geometries.length === 1 ? geometries[0] : { type: 'GeometryCollection', geometries }}
            onDraw={(geometry) => give(geometry && inForm(kind, [{ type: 'Feature', geometry, properties: {} }]))}
          />
        </Suspense>
      )}
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <details className="as-json">
        <summary>{texts.form.asJson}</summary>
        <JsonText
          id={`${fieldPathId.$id}-json`}
          label={texts.form.geoJson}
          value={formData}
          onChange={(value) => give(value as Geometry)}
        />
      </details>
    </FieldFrame>
  )
}
