import type { Cell, Table } from '../content.ts'
import type { ShownFeatures } from '../geojson.ts'

/** The properties of features, a row each; deep ones as JSON. */
export function propertiesTable(features: ShownFeatures['features']): Table {
  const hasIds = features.some(({ id }) => id !== undefined)
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))]
  const rows = features.map(({ id, properties }): Cell[] => [
    ...(hasIds ? [id ?? null] : []),
    ...names.map((name) => cellOf(properties?.[name]))
  ])
  return { columns: [...(hasIds ? ['id'] : []), ...names], rows }
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell)
}
