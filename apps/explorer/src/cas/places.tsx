import type { Feature, Geometry } from 'geojson'
import { lazy, type ReactElement, Suspense, useState } from 'react'
import { Problem } from '../app/problem.tsx'
import { Waiting } from '../app/waiting.tsx'
import { FileDrop } from '../form/fields/file-drop.tsx'
import { texts } from '../texts/en.ts'
import { readPlaces } from './read-places.ts'

const PlacesMap = lazy(() => import('../map/places-map.tsx'))

interface PlacesProps {
  readonly places: readonly Feature[]
  readonly onChange: (places: readonly Feature[]) => void
}

type Reading = { readonly count?: number; readonly skipped?: number; readonly error?: unknown }

/** The places for extraction: drawn on a map, or dropped as a file. */
export function Places({ places, onChange }: PlacesProps): ReactElement {
  const [reading, setReading] = useState<Reading>({})
  const drop = async (file: File): Promise<void> => {
    try {
      setReading({ count: 0 })
      const read = await readPlaces(file, (count) => setReading({ count }))
      onChange([...places, ...read.places])
      setReading({ skipped: read.skipped })
    } catch (error) {
      setReading({ error })
    }
  }
  const add = (geometry: Geometry): void => onChange([...places, { type: 'Feature', geometry, properties: {} }])
  return (
    <section className="panel" aria-labelledby="places-title">
      <h2 id="places-title">{texts.cas.places}</h2>
      <FileDrop accept=".geojson,.json,.geojsonl,.ndjson,.geojsons,.gz" onFile={(file) => void drop(file)}>
        {places.length > 0 && (
          <button type="button" className="quiet" onClick={() => onChange([])}>
            {texts.cas.clearPlaces}
          </button>
        )}
      </FileDrop>
      <p role="status" className="meta">
        {reading.count === undefined ? texts.cas.placeCount(places.length) : texts.cas.readingPlaces(reading.count)}
        {reading.skipped ? ` · ${texts.cas.skipped(reading.skipped)}` : ''}
      </p>
      {reading.error !== undefined && <Problem error={reading.error} />}
      <Suspense fallback={<Waiting what={texts.map.loading} />}>
        <PlacesMap title={texts.cas.places} places={places} onAdd={add} />
      </Suspense>
    </section>
  )
}
