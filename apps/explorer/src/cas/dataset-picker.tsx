import type { Dataset } from '@geoclients/cas-client'
import { type ReactElement, useState } from 'react'
import { Empty } from '../app/empty.tsx'
import { texts } from '../texts/en.ts'
import { searchDatasets, unitsOf } from './search-datasets.ts'

const shown = 60

interface DatasetPickerProps {
  readonly datasets: readonly Dataset[]
  readonly picked: readonly string[]
  readonly onPick: (ids: readonly string[]) => void
}

/** Searches datasets, and shows the facts for a choice: unit, extent, resolution, period, licence. */
export function DatasetPicker({ datasets, picked, onPick }: DatasetPickerProps): ReactElement {
  const [search, setSearch] = useState('')
  const found = searchDatasets(datasets, search)
  const toggle = (id: string): void =>
    onPick(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id])
  return (
    <section className="panel" aria-labelledby="datasets-title">
      <h2 id="datasets-title">{texts.cas.datasets}</h2>
      <div className="field">
        <label htmlFor="dataset-search">{texts.processes.search}</label>
        <input
          id="dataset-search"
          type="search"
          value={search}
          placeholder={texts.cas.searchFor}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <p className="meta" role="status">
          {texts.cas.datasetCount(found.length, datasets.length, picked.length)}
        </p>
      </div>
      {found.length === 0 && <Empty title={texts.cas.noneFound} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="dataset-scroll" tabIndex={0} aria-label={texts.cas.datasetList}>
        <ul className="dataset-list">
          {found.slice(0, shown).map((dataset) => (
            <li key={dataset.id}>
              <label className="check">
                <input type="checkbox" checked={picked.includes(dataset.id)} onChange={() => toggle(dataset.id)} />
                <span>
                  <strong>{dataset.name}</strong> {unitsOf(dataset)}
                </span>
              </label>
              <Facts dataset={dataset} />
            </li>
          ))}
        </ul>
      </section>
      {found.length > shown && <p className="meta">{texts.processes.more(found.length - shown)}</p>}
    </section>
  )
}

function Facts({ dataset }: { readonly dataset: Dataset }): ReactElement {
  const { id, bbox, temporal, license, resolution_m: resolution } = dataset
  return (
    <p className="meta">
      <code>{id}</code>
      <br />
      {[texts.cas.extent(bbox), texts.cas.resolution(resolution), texts.cas.period(temporal), license]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}
