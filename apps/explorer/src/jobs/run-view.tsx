import type { ListedRun } from '@geoclients/ogc-client/store'
import { type ReactElement, useState } from 'react'
import { viewHref } from '../app/location.ts'
import { Problem } from '../app/problem.tsx'
import { ResultsView } from '../results/results-view.tsx'
import { texts } from '../texts/en.ts'
import { isOver, Status } from './status.tsx'

/** One run: its progress, a cancel button and its results. */
export function RunView({ run }: { readonly run: ListedRun }): ReactElement {
  const { job, status, progress, message, error, started } = run
  const [dismissal, setDismissal] = useState<{ readonly error?: unknown }>()
  const dismiss = (): void => {
    setDismissal({})
    job.dismiss().catch((reason: unknown) => setDismissal({ error: reason }))
  }
  return (
    <div className="run">
      <div className="panel">
        <p className="run-line">
          <Status status={status} />
          <span className="meta">{texts.run.started(new Date(started))}</span>
          {job.id && (
            <a className="meta" href={viewHref(['runs', job.id])}>
              {texts.run.link}
            </a>
          )}
        </p>
        {!isOver(status) && (
          <>
            <progress max={100} aria-label={texts.run.progress} {...(progress !== undefined && { value: progress })} />
            <p className="run-line">
              <span role="status">
                {[progress !== undefined && `${progress} %`, message].filter(Boolean).join(' · ')}
              </span>
              <button type="button" onClick={dismiss} disabled={dismissal !== undefined && !dismissal.error}>
                {dismissal && !dismissal.error ? texts.run.cancelling : texts.run.cancel}
              </button>
            </p>
          </>
        )}
        {isOver(status) && message && !error && <p className="meta">{message}</p>}
      </div>
      {dismissal?.error !== undefined && <Problem error={dismissal.error} />}
      {error && status !== 'dismissed' && <Problem error={error} />}
      {status === 'successful' && <ResultsView run={run} />}
    </div>
  )
}
