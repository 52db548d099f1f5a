import type { Dataset } from '@geoclients/cas-client'
import type { Row } from './journal.ts'
import type { Detail } from './options.ts'

export interface Asked {
  readonly datasets: readonly Dataset[]
  /** The name of the column of each dataset. */
  readonly names: Readonly<Record<string, string>>
  readonly with: readonly Detail[]
}

/** The columns of a table, found by reading all rows once. */
export interface Columns {
  readonly names: readonly string[]
  /** The classes of each column. A class that does not occur in a row is 0. */
  readonly classes: ReadonlyMap<string, readonly string[]>
  readonly constants: Readonly<Record<string, unknown>>
  readonly hasId: boolean
  readonly hasErrors: boolean
}

/** The column of each dataset: its name without the provider, unless two have the same. */
export function columnNames(datasets: readonly Dataset[], prefix: string): Record<string, string> {
  const short = (id: string): string => id.slice(id.indexOf(':') + 1)
  const isAmbiguous = (id: string): boolean =>
    datasets.some((other) => other.id !== id && short(other.id) === short(id))
  const name = (id: string): string => (isAmbiguous(id) ? id.replace(':', '_') : short(id))
  return Object.fromEntries(datasets.map(({ id }) => [id, `${prefix}${name(id)}`]))
}

/** Finds the columns: first those of the source in their order, then those of each dataset. */
export class ColumnFinder {
  readonly #asked: Asked
  readonly #own = new Set<string>()
  readonly #found: ReadonlyMap<string, Set<string>>
  readonly #classes = new Map<string, Set<string>>()
  #hasId = false
  #hasErrors = false

  constructor(asked: Asked) {
    this.#asked = asked
    this.#found = new Map(Object.values(asked.names).map((name) => [name, new Set()]))
  }

  see({ feature, classes = {}, error }: Row): void {
    this.#hasId ||= feature.id !== undefined
    this.#hasErrors ||= error !== undefined
    for (const key of Object.keys(feature.properties ?? {})) {
      const name = this.#datasetOf(key)
      if (name === undefined) this.#own.add(key)
      else this.#found.get(name)?.add(key)
    }
    for (const [group, keys] of Object.entries(classes)) {
      const known = this.#classes.get(group) ?? new Set()
      for (const key of keys) known.add(key)
      this.#classes.set(group, known)
    }
  }

  columns(): Columns {
    const constants: Record<string, unknown> = {}
    const names = [...this.#own]
    for (const dataset of this.#asked.datasets) {
      const name = this.#asked.names[dataset.id] ?? dataset.id
      const keys = [...(this.#found.get(name) ?? [])]
      names.push(...keys.filter((key) => key === name), ...keys.filter((key) => key !== name).sort())
      for (const detail of this.#asked.with) {
        names.push(`${name}_${detail}`)
        constants[`${name}_${detail}`] = detailOf(dataset, detail)
      }
    }
    const classes = new Map([...this.#classes].map(([name, keys]) => [name, [...keys]]))
    return { names, classes, constants, hasId: this.#hasId, hasErrors: this.#hasErrors }
  }

  /** The longest matching name, because there may be datasets `elevation` and `elevation_1km`. */
  #datasetOf(key: string): string | undefined {
    const fitting = Object.values(this.#asked.names).filter((name) => isOf(key, name))
    return fitting.sort((one, other) => other.length - one.length)[0]
  }
}

/** Whether a column belongs to a dataset: `elevation`, `elevation_quality`, `elevation_max`, `land_cover.forest`. */
export function isOf(key: string, name: string): boolean {
  return key === name || key.startsWith(`${name}_`) || key.startsWith(`${name}.`)
}

/** The values of a row in the order of the columns; undefined if it has none. */
export function valuesOf({ feature, classes = {} }: Row, columns: Columns): unknown[] {
  const properties: Readonly<Record<string, unknown>> = { ...feature.properties }
  const zeros = new Set(Object.keys(classes).flatMap((group) => columns.classes.get(group) ?? []))
  return columns.names.map(
    (name) => properties[name] ?? columns.constants[name] ?? (zeros.has(name) ? 0 : properties[name])
  )
}

export function detailOf(dataset: Dataset, detail: Detail): unknown {
  switch (detail) {
    case 'units':
      return dataset.variables.map(({ units }) => units).join(', ')
    case 'variable':
      return dataset.variables.map(({ name }) => name).join(', ')
    case 'licence':
      return dataset.license
    case 'citation':
      return dataset.citation
    case 'provider':
      return dataset.provider
    case 'resolution':
      return dataset.resolution_m
  }
}
