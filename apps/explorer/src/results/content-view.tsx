import { lazy, type ReactElement, Suspense } from 'react'
import { ScrolledText } from '../app/scrolled-text.tsx'
import { Waiting } from '../app/waiting.tsx'
import { texts } from '../texts/en.ts'
import { Chart } from './chart/chart.tsx'
import { chartOf } from './chart/chart-data.ts'
import type { Content } from './content.ts'
import { ImageView } from './image-view.tsx'
import { JsonTree } from './json-tree.tsx'
import { TableView } from './table/table-view.tsx'

const RasterView = lazy(() => import('./raster/raster-view.tsx'))
const FeaturesView = lazy(() => import('./features-view.tsx'))

/** Shows an output as what it is. */
export function ContentView({ content, title }: { readonly content: Content; readonly title: string }): ReactElement {
  switch (content.kind) {
    case 'scalar':
      return (
        <p className="scalar">
          {content.value === null ? texts.results.noValue : formatted(content.value)} {content.unit}
        </p>
      )
    case 'text':
      return <ScrolledText text={content.text} label={title} />
    case 'image':
      return <ImageView blob={content.blob} title={title} />
    case 'table': {
      const chart = chartOf(content.table)
      return (
        <>
          {chart && <Chart chart={chart} title={title} />}
          <TableView table={content.table} title={title} />
        </>
      )
    }
    case 'features':
      return (
        <Suspense fallback={<Waiting what={texts.map.loading} />}>
          <FeaturesView features={content.features} title={title} />
        </Suspense>
      )
    case 'raster':
      return (
        <Suspense fallback={<Waiting what={texts.map.loading} />}>
          <RasterView output={content.output} bytes={content.bytes} title={title} />
        </Suspense>
      )
    case 'tree':
      return <JsonTree value={content.value} />
    default:
      return <p>{texts.results.file(undefined, undefined)}</p>
  }
}

const formatted = (value: string | number | boolean): string =>
  typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 10 }) : String(value)
