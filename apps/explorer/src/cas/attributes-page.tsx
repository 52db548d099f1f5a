import type { AggregationMethod } from '@geoclients/cas-client'
import { collect } from '@geoclients/ogc-client/helpers'
import type { Feature } from 'geojson'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { Empty } from '../app/empty.tsx'
import { goTo, viewHref } from '../app/location.ts'
import { Problem } from '../app/problem.tsx'
import { useCas } from '../app/services-context.ts'
import { useLoad } from '../app/use-load.ts'
import { Waiting } from '../app/waiting.tsx'
import { texts } from '../texts/en.ts'
import { DatasetPicker } from './dataset-picker.tsx'
import { ExtractionView } from './extraction-view.tsx'
import { Places } from './places.tsx'
import { useExtraction } from './use-extraction.ts'

const aggregations: readonly AggregationMethod[] = [
  'mean',
  'median',
  'min',
  'max',
  'std',
  'sum',
  'majority',
  'minority',
  'unique',
  'distribution'
]

/** Attributes of places: the places, the datasets and the result. The datasets are in the URL. */
export default function AttributesPage({ datasets: picked }: { readonly datasets: readonly string[] }): ReactElement {
  const { client } = useCas()
  const loaded = useLoad((signal) => collect(client.iterDatasets({}, { signal }), { limit: 10_000 }), [client])
  const [places, setPlaces] = useState<readonly Feature[]>([])
  const [aggregation, setAggregation] = useState<AggregationMethod>('mean')
  const [period, setPeriod] = useState<readonly [start: string, end: string]>(['', ''])
  const { extraction, start, stop } = useExtraction()
  const result = useRef<HTMLElement>(null)
  const isBusy = extraction?.state === 'running'
  useEffect(() => {
    if (isBusy) result.current?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }, [isBusy])
  const [start1, end1] = period
  const isReady = places.length > 0 && picked.length > 0 && Boolean(start1) === Boolean(end1)
  const run = (): void => {
    const timeRange = start1 && end1 ? ([`${start1}T00:00:00Z`, `${end1}T00:00:00Z`] as const) : undefined
    void start({ places, datasetIds: picked, aggregation, timeRange })
  }
  const pick = (ids: readonly string[]): void => goTo(viewHref(['attributes'], { datasets: ids.join(',') }), 'replace')
  if (loaded.state !== 'done') {
    return (
      <>
        <h1>{texts.cas.title}</h1>
        {loaded.state === 'loading' && <Waiting what={texts.cas.loading} />}
        {loaded.state === 'failed' && <Problem error={loaded.error} onAgain={loaded.again} />}
      </>
    )
  }
  return (
    <>
      <h1>{texts.cas.title}</h1>
      <div className="columns wide-first">
        <div>
          <Places places={places} onChange={setPlaces} />
          <DatasetPicker datasets={loaded.value} picked={picked} onPick={pick} />
          <div className="panel">
            <div className="field">
              <label htmlFor="aggregation">{texts.cas.aggregation}</label>
              <select
                id="aggregation"
                value={aggregation}
                onChange={({ currentTarget }) => setAggregation(currentTarget.value as AggregationMethod)}
              >
                {aggregations.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </select>
            </div>
            <fieldset className="period">
              <legend>{texts.cas.timeRange}</legend>
              {(['from', 'to'] as const).map((name, index) => (
                <label key={name}>
                  <span className="meta">{texts.cas[name]}</span>
                  <input
                    type="date"
                    value={period[index]}
                    onInput={({ currentTarget: { value } }) => setPeriod(index === 0 ? [value, end1] : [start1, value])}
                  />
                </label>
              ))}
            </fieldset>
            <p className="form-foot">
              <button type="button" className="primary" disabled={!isReady || isBusy} onClick={run}>
                {texts.cas.extract}
              </button>{' '}
              <span className="meta">{texts.cas.missing(places.length, picked.length)}</span>
            </p>
          </div>
        </div>
        <section ref={result} className="result-column" aria-labelledby="attributes-title">
          <h2 id="attributes-title">{texts.cas.result}</h2>
          {extraction ? (
            <ExtractionView extraction={extraction} datasets={loaded.value} onStop={stop} />
          ) : (
            <Empty title={texts.cas.noResult}>{texts.cas.noResultHelp}</Empty>
          )}
        </section>
      </div>
    </>
  )
}
