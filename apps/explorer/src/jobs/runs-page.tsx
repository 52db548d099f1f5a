import type { ListedRun } from '@geoclients/ogc-client/store'
import type { ReactElement } from 'react'
import { Empty } from '../app/empty.tsx'
import { viewHref } from '../app/location.ts'
import { useOgc } from '../app/services-context.ts'
import { texts } from '../texts/en.ts'
import { RunInputs } from './run-inputs.tsx'
import { runKey, useRuns } from './run-key.ts'
import { RunView } from './run-view.tsx'
import { isOver, Status } from './status.tsx'

/** The runs of this browser, of which one is open. */
export default function RunsPage({ id }: { readonly id: string | undefined }): ReactElement {
  const { runs } = useOgc()
  const listed = useRuns()
  const open = listed.find(({ job }) => runKey(job) === id)
  return (
    <>
      <h1>{texts.runs.title}</h1>
      <div className="columns">
        <section aria-labelledby="mine-title">
          <h2 id="mine-title">{texts.runs.mine}</h2>
          {listed.length === 0 && (
            <Empty title={texts.runs.none}>
              <a href={viewHref(['processes'])}>{texts.runs.noneHelp}</a>
            </Empty>
          )}
          <ul className="run-list">
            {listed.map((run) => (
              <RunRow key={runKey(run.job)} run={run} isOpen={run === open} onForget={() => runs.remove(run.job)} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="open-title" className="result-column">
          <h2 id="open-title">{open ? open.processId : texts.runs.open}</h2>
          {open && <RunInputs run={open} />}
          {open && <RunView key={id} run={open} />}
          {!open && id && <Empty title={texts.runs.notHere(id)} />}
          {!open && !id && <Empty title={texts.runs.choose} />}
        </section>
      </div>
    </>
  )
}

interface RunRowProps {
  readonly run: ListedRun
  readonly isOpen: boolean
  readonly onForget: () => void
}

function RunRow({ run: { job, processId, status, progress, started }, isOpen, onForget }: RunRowProps): ReactElement {
  const key = runKey(job)
  return (
    <li className={isOpen ? 'chosen' : undefined}>
      <a href={viewHref(['runs', key])} aria-current={isOpen ? 'true' : undefined}>
        {processId ?? key}
      </a>
      <p className="run-line">
        <Status status={status} />
        <span className="meta">
          {!isOver(status) && progress !== undefined ? `${progress} % · ` : ''}
          {texts.run.started(new Date(started))}
        </span>
        <button type="button" className="quiet" onClick={onForget}>
          {texts.runs.forget}
          <span className="unseen"> {key}</span>
        </button>
      </p>
    </li>
  )
}
