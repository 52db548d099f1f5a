import { type JobInfo, normaliseStatus } from '@geoclients/ogc-client'
import { collect } from '@geoclients/ogc-client/helpers'
import { type ReactElement, useState } from 'react'
import { Empty } from '../app/empty.tsx'
import { viewHref } from '../app/location.ts'
import { Problem } from '../app/problem.tsx'
import { useOgc } from '../app/services-context.ts'
import { useLoad } from '../app/use-load.ts'
import { Waiting } from '../app/waiting.tsx'
import { texts } from '../texts/en.ts'
import { Status } from './status.tsx'

const most = 200

/** All jobs of the server, whoever started them. Requested when the list is opened. */
export function ServerJobs(): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="server-jobs" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{texts.serverJobs.title}</summary>
      {isOpen && <JobList />}
    </details>
  )
}

function JobList(): ReactElement {
  const { client } = useOgc()
  const loaded = useLoad((signal) => collect(client.iterJobs({ limit: 100 }, { signal }), { limit: most }), [client])
  if (loaded.state === 'loading') return <Waiting what={texts.serverJobs.loading} />
  if (loaded.state === 'failed') return <Problem error={loaded.error} onAgain={loaded.again} />
  if (loaded.value.length === 0) return <Empty title={texts.serverJobs.none} />
  return (
    <>
      <p>
        <button type="button" className="quiet" onClick={loaded.again}>
          {texts.serverJobs.refresh}
        </button>
      </p>
      <ul className="run-list">
        {loaded.value.map((info) => (
          <JobRow key={info.jobID} info={info} />
        ))}
      </ul>
    </>
  )
}

function JobRow({ info }: { readonly info: JobInfo }): ReactElement {
  const { jobID, processID, created } = info
  return (
    <li>
      <a href={viewHref(['runs', jobID])}>{processID ?? jobID}</a>
      <p className="run-line">
        <Status status={normaliseStatus(info.status)} />
        <span className="meta">{created && texts.run.started(new Date(created))}</span>
        <code className="meta">{jobID}</code>
      </p>
    </li>
  )
}
