import type { Dataset } from '@geoclients/cas-client'
import type { ReactElement } from 'react'
import { Problem } from '../app/problem.tsx'
import { texts } from '../texts/en.ts'
import { EnrichedView } from './enriched-view.tsx'
import type { Extraction } from './use-extraction.ts'

interface ExtractionViewProps {
  readonly extraction: Extraction
  readonly datasets: readonly Dataset[]
  readonly onStop: () => void
}

/** The progress, failures and result of an extraction. */
export function ExtractionView({ extraction, datasets, onStop }: ExtractionViewProps): ReactElement {
  const { state, progress, failures, warnings, wait, error, features } = extraction
  const { done, failed, total } = progress
  return (
    <>
      <div className="panel">
        <p className="run-line">
          <span className={`status status-${statusClass[state]}`}>{texts.cas.states[state]}</span>
          <span role="status" className="meta">
            {texts.cas.progress(state === 'running' ? done : features.length, total, failed)}
          </span>
          {state === 'running' && (
            <button type="button" onClick={onStop}>
              {texts.run.cancel}
            </button>
          )}
        </p>
        {state === 'running' && <progress max={total ?? 1} value={done} aria-label={texts.cas.progressLabel} />}
        {state === 'running' && wait && <p className="meta">{texts.cas.waits[wait.reason](new Date(wait.until))}</p>}
      </div>
      {error !== undefined && <Problem error={error} />}
      {(failures.size > 0 || warnings.length > 0) && (
        <details className="panel" open={failures.size > 0 && state !== 'running'}>
          <summary>{texts.cas.failures(failures.size + warnings.length)}</summary>
          <ul className="failures">
            {[...failures].map(([reason, { count, places }]) => (
              <li key={reason}>
                <strong>{texts.cas.atPlaces(count, places)}</strong> {reason}
              </li>
            ))}
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
      {features.length > 0 && <EnrichedView features={features} datasets={datasets} />}
    </>
  )
}

const statusClass = { running: 'running', done: 'successful', stopped: 'dismissed', failed: 'failed' } as const
