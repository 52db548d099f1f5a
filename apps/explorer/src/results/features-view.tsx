import { type ReactElement, useMemo, useState } from 'react'
import { FeatureMap } from '../map/feature-map.tsx'
import type { ShownFeatures } from './geojson.ts'
import { propertiesTable } from './table/properties-table.ts'
import { TableView } from './table/table-view.tsx'

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
