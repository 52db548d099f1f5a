import type { ReactElement } from 'react'
import { Empty } from '../app/empty.tsx'
import { viewHref } from '../app/location.ts'
import { Problem } from '../app/problem.tsx'
import { useOgc } from '../app/services-context.ts'
import { Waiting } from '../app/waiting.tsx'
import { texts } from '../texts/en.ts'
import { RunInputs } from './run-inputs.tsx'
import { runKey, useRuns } from './run-key.ts'
import { RunRow } from './run-row.tsx'
import { RunView } from './run-view.tsx'
import { ServerJobs } from './server-jobs.tsx'
import { useServerRun } from './server-run.ts'

/** The runs of this browser and the jobs of the server, of which one is open. */
export default function RunsPage({ id }: { readonly id: string | undefined }): ReactElement {
  const { runs } = useOgc()
  const listed = useRuns()
  const own = listed.find(({ job }) => runKey(job) === id)
  const other = useServerRun(own ? undefined : id)
  const open = own ?? other.run
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
              <RunRow key={runKey(run.job)} run={run} isOpen={run === own} onForget={() => runs.remove(run.job)} />
            ))}
          </ul>
          <ServerJobs />
        </section>
        <section aria-labelledby="open-title" className="result-column">
          <h2 id="open-title">{open?.processId ?? texts.runs.open}</h2>
          {own && <RunInputs run={own} />}
          {open && <RunView key={id} run={open} />}
          {!open && id && !other.error && <Waiting what={texts.runs.asking} />}
          {!own && other.error !== undefined && <Problem error={other.error} />}
          {!id && <Empty title={texts.runs.choose} />}
        </section>
      </div>
    </>
  )
}
