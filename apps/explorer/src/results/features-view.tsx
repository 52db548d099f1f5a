import { type ReactElement, useMemo, useState } from 'react'
import { FeatureMap } from '../map/feature-map.tsx'
import type { Cell, Table } from './content.ts'
import type { ShownFeatures } from './geojson.ts'
import { TableView } from './table-view.tsx'

/** Features on a map, with a table of their properties: what is chosen in one is chosen in the other. */
export default function FeaturesView({
  features: { features, isBare },
  title
}: {
  readonly features: ShownFeatures
  readonly title: string
}): ReactElement {
  const [chosen, setChosen] = useState<number>()
  const table = useMemo(() => propertiesTable(features), [features])
  return (
    <>
      <FeatureMap features={features} title={title} chosen={chosen} onChoose={setChosen} />
      {!isBare && table.columns.length > 0 && (
        <TableView table={table} title={title} chosen={chosen} onChoose={setChosen} />
      )}
    </>
  )
}

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
