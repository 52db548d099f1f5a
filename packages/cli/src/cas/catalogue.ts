import type { Dataset } from '@geoclients/cas-client'
import { collect } from '@geoclients/ogc-client/helpers'
import type { ServiceOptions } from '../program/service-options.ts'
import { show } from '../terminal/show.ts'
import type { Table } from '../terminal/table.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type FilterOptions, queryOf } from './dataset-filters.ts'
import { openCas } from './open.ts'

export async function showHealth(terminal: Terminal, options: ServiceOptions): Promise<void> {
  using cas = await openCas(terminal, options)
  const data = await cas.health({ signal: terminal.signal })
  const rows = [
    ['status', data.status],
    ['providers', data.providers_registered],
    ['cache', `${data.cache.size} entries, ${data.cache.hits} hits, ${data.cache.misses} misses`]
  ]
  await show(terminal, options, { data, view: [{ rows }] })
}

export async function showProviders(terminal: Terminal, options: ServiceOptions): Promise<void> {
  using cas = await openCas(terminal, options)
  const data = []
  for (;;) {
    const { providers, total } = await cas.providers({ offset: data.length }, { signal: terminal.signal })
    data.push(...providers)
    if (providers.length === 0 || data.length >= total) break
  }
  const rows = data.map(({ slug, name, protocol, base_url }) => [slug, name, protocol, base_url])
  await show(terminal, options, { data, view: [{ columns: ['slug', 'name', 'protocol', 'address'], rows }] })
}

export async function showProvider(terminal: Terminal, slug: string, options: ServiceOptions): Promise<void> {
  using cas = await openCas(terminal, options)
  const data = await cas.provider(slug, { signal: terminal.signal })
  const head = `${data.slug}: ${data.name}\n${data.protocol} ${data.base_url}`
  await show(terminal, options, { data, view: [head, '', datasetTable(data.datasets)] })
}

export async function showDatasets(terminal: Terminal, options: FilterOptions & ServiceOptions): Promise<void> {
  using cas = await openCas(terminal, options)
  const found = cas.iterDatasets(queryOf(options), { signal: terminal.signal })
  const data = await collect(found)
  await show(terminal, options, { data, view: [datasetTable(data)] })
}

function datasetTable(datasets: readonly Dataset[]): Table {
  const columns = ['dataset', 'variables', 'units', 'resolution', 'time', 'licence', 'name']
  return { columns, rows: datasets.map(datasetRow) }
}

function datasetRow({ id, name, variables, resolution_m, temporal, license }: Dataset): unknown[] {
  const { temporal_type, start, end } = temporal
  const years = start || end ? ` ${start?.slice(0, 4) ?? ''}-${end?.slice(0, 4) ?? ''}` : ''
  const all = (member: 'name' | 'units'): string => variables.map((variable) => variable[member]).join(', ')
  return [id, all('name'), all('units'), `${resolution_m} m`, `${temporal_type}${years}`, license, name]
}
