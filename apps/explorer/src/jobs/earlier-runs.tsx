import type { ListedRun } from '@geoclients/ogc-client/store'
import type { ReactElement } from 'react'
import { texts } from '../texts/en.ts'
import { runKey } from './run-key.ts'
import { inputsInShort } from './run-row.tsx'
import { Status } from './status.tsx'

interface EarlierRunsProps {
  readonly runs: readonly ListedRun[]
  readonly seen: string | undefined
  readonly onSee: (key: string) => void
}

/** The runs of one process, next to its form. Several may be active. */
export function EarlierRuns({ runs, seen, onSee }: EarlierRunsProps): ReactElement | null {
  if (runs.length === 0 || (runs.length === 1 && seen !== undefined)) return null
  return (
    <section className="earlier" aria-labelledby="earlier-title">
      <h3 id="earlier-title">{texts.runs.ofProcess}</h3>
      <ul className="run-list">
        {runs.slice(0, 8).map((run) => {
          const key = runKey(run.job)
          return (
            <li key={key} className={key === seen ? 'chosen' : undefined}>
              <button type="button" className="run-choice" aria-pressed={key === seen} onClick={() => onSee(key)}>
                <Status status={run.status} />
                <span className="meta">
                  {run.status === 'running' && run.progress !== undefined ? `${run.progress} % · ` : ''}
                  {texts.run.started(new Date(run.started))}
                </span>
                <span className="run-given">{inputsInShort(run.inputs)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
