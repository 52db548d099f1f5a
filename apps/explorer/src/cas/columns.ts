import type { Dataset } from '@geoclients/cas-client'
import type { Feature } from 'geojson'
import { unitsOf } from './search-datasets.ts'
import { prefix } from './use-extraction.ts'

/** An extracted property with numeric values. */
export interface Column {
  readonly name: string
  /** The name without prefix. */
  readonly title: string
  readonly units: string
}

/** The columns that can be shown as colours. */
export function columnsOf(features: readonly Feature[], datasets: readonly Dataset[]): Column[] {
  const names = new Set<string>()
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (name.startsWith(prefix) && typeof value === 'number') names.add(name)
    }
  }
  return [...names].map((name) => {
    const title = name.slice(prefix.length)
    const dataset = datasets.find(({ id }) =>
      [id, id.split(':').slice(1).join(':')].some((one) => title === one || title.startsWith(`${one}.`))
    )
    return { name, title, units: dataset ? unitsOf(dataset) : '' }
  })
}

/** The numbers of a column, by the index of their features. */
export const valuesOf = (features: readonly Feature[], column: string): (number | undefined)[] =>
  features.map(({ properties }) => {
    const value: unknown = properties?.[column]
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  })
