import type { ProcessSummary } from '@geoclients/ogc-client'
import { collect } from '@geoclients/ogc-client/helpers'
import type { ReactElement } from 'react'
import { Empty } from '../app/empty.tsx'
import { goTo, viewHref } from '../app/location.ts'
import { Problem } from '../app/problem.tsx'
import { useOgc } from '../app/services-context.ts'
import { useLoad } from '../app/use-load.ts'
import { Waiting } from '../app/waiting.tsx'
import { texts } from '../texts/en.ts'
import { searchProcesses } from './search.ts'

const most = 10_000
const shown = 200

/** The processes of the server with a search, which is in the URL. */
export function ProcessList({ search }: { readonly search: string }): ReactElement {
  const { client } = useOgc()
  const loaded = useLoad((signal) => collect(client.iterProcesses({}, { signal }), { limit: most }), [client])
  const found = loaded.state === 'done' ? searchProcesses(loaded.value, search) : []
  return (
    <>
      <h1>{texts.processes.title}</h1>
      {loaded.state === 'loading' && <Waiting what={texts.processes.loading} />}
      {loaded.state === 'failed' && <Problem error={loaded.error} onAgain={loaded.again} />}
      {loaded.state === 'done' && loaded.value.length === 0 && <Empty title={texts.processes.none} />}
      {loaded.state === 'done' && loaded.value.length > 0 && (
        <>
          <div className="search">
            <label htmlFor="search">{texts.processes.search}</label>
            <input
              id="search"
              type="search"
              value={search}
              placeholder={texts.processes.searchFor}
              onInput={({ currentTarget }) => goTo(viewHref(['processes'], { search: currentTarget.value }), 'replace')}
            />
            <p className="count" role="status">
              {texts.processes.count(found.length, loaded.value.length)}
            </p>
          </div>
          {found.length === 0 && <Empty title={texts.processes.noneFound} />}
          <ul className="process-list">
            {found.slice(0, shown).map((process) => (
              <Row key={process.id} process={process} />
            ))}
          </ul>
          {found.length > shown && <p className="count">{texts.processes.more(found.length - shown)}</p>}
        </>
      )}
    </>
  )
}

function Row({ process }: { readonly process: ProcessSummary }): ReactElement {
  const { id, title, description, keywords = [], version } = process
  return (
    <li>
      <a href={viewHref(['processes', id])}>{title || id}</a>
      <p className="meta">
        <code>{id}</code> {version && texts.processes.version(version)}
      </p>
      {description && description !== title && <p className="clip">{description}</p>}
      {keywords.length > 0 && (
        <ul className="tags" aria-label={texts.processes.keywords}>
          {keywords.slice(0, 8).map((keyword) => (
            <li key={keyword}>{keyword}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
