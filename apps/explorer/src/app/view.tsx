import { lazy, type ReactElement, Suspense } from 'react'
import { ProcessList } from '../processes/process-list.tsx'
import { StartPage } from '../servers/start-page.tsx'
import { texts } from '../texts/en.ts'
import type { Place } from './location.ts'
import { Waiting } from './waiting.tsx'

// Loaded when they are first shown, because the form and its schema code are larger than the rest.
const ProcessPage = lazy(() => import('../processes/process-page.tsx'))
const AttributesPage = lazy(() => import('../cas/attributes-page.tsx'))
const RunsPage = lazy(() => import('../jobs/runs-page.tsx'))

/** The view that the URL names, or the start page if it names none or no server for it. */
export function View({ place }: { readonly place: Place }): ReactElement {
  return <Suspense fallback={<Waiting what={texts.app.loading} />}>{viewOf(place)}</Suspense>
}

function viewOf({ ogc, cas, view, query }: Place): ReactElement {
  const [name, id] = view
  if (ogc && name === 'processes' && id)
    return (
      <ProcessPage
        key={id}
        id={id}
        inputs={query.get('inputs') ?? undefined}
        outputs={query.get('outputs') ?? undefined}
      />
    )
  if (ogc && name === 'processes') return <ProcessList search={query.get('search') ?? ''} />
  if (ogc && name === 'runs') return <RunsPage id={id} />
  const datasets = query.get('datasets')?.split(',').filter(Boolean) ?? []
  if (cas && name === 'attributes') return <AttributesPage datasets={datasets} />
  return <StartPage ogc={ogc} cas={cas} />
}
