import type { Dataset } from '@geoclients/cas-client'
import type { Feature } from 'geojson'
import { lazy, type ReactElement, Suspense, useMemo, useState } from 'react'
import { Empty } from '../app/empty.tsx'
import { Waiting } from '../app/waiting.tsx'
import { saveBlob } from '../results/save-blob.ts'
import { propertiesTable } from '../results/table/properties-table.ts'
import { TableView } from '../results/table/table-view.tsx'
import { texts } from '../texts/en.ts'
import { classesOf, classOf } from './classes.ts'
import { columnsOf, valuesOf } from './columns.ts'
import { Histogram } from './histogram.tsx'
import { Legend } from './legend.tsx'

const FeatureMap = lazy(() => import('../map/feature-map.tsx').then((module) => ({ default: module.FeatureMap })))

interface EnrichedViewProps {
  readonly features: readonly Feature[]
  readonly datasets: readonly Dataset[]
}

/** Places with their attributes: one of them as colours on the map, all of them in the table. */
export function EnrichedView({ features, datasets }: EnrichedViewProps): ReactElement {
  const columns = useMemo(() => columnsOf(features, datasets), [features, datasets])
  const [wanted, setWanted] = useState<string>()
  const [chosen, setChosen] = useState<number>()
  const column = columns.find(({ name }) => name === wanted) ?? columns[0]
  const values = useMemo(() => (column ? valuesOf(features, column.name) : []), [features, column])
  const known = useMemo(() => values.filter((value) => value !== undefined), [values])
  const classes = useMemo(() => classesOf(known), [known])
  const colors = useMemo(
    () => (index: number) => {
      const value = values[index]
      return value === undefined ? undefined : classOf(value, classes)?.color
    },
    [values, classes]
  )
  const table = useMemo(() => propertiesTable(features), [features])
  return (
    <div className="output">
      <header>
        {column ? (
          <label className="choice">
            <span>{texts.cas.colorBy}</span>
            <select value={column.name} onChange={({ currentTarget }) => setWanted(currentTarget.value)}>
              {columns.map(({ name, title, units }) => (
                <option key={name} value={name}>
                  {title} {units && `(${units})`}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <Empty title={texts.cas.noNumbers} />
        )}
        <button type="button" className="quiet" onClick={() => saveGeoJson(features)}>
          {texts.cas.geoJson}
        </button>
      </header>
      <Suspense fallback={<Waiting what={texts.map.loading} />}>
        <FeatureMap features={features} title={texts.cas.result} chosen={chosen} onChoose={setChosen} colors={colors} />
      </Suspense>
      {column && (
        <div className="legend-row">
          <Legend classes={classes} units={column.units} missing={features.length - known.length} />
          <Histogram values={known} classes={classes} title={column.title} />
        </div>
      )}
      <TableView table={table} title={texts.cas.result} chosen={chosen} onChoose={setChosen} />
    </div>
  )
}

function saveGeoJson(features: readonly Feature[]): void {
  const text = JSON.stringify({ type: 'FeatureCollection', features })
  saveBlob(new Blob([text], { type: 'application/geo+json' }), 'attributes.geojson')
}
