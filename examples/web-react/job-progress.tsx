import type { Job, OgcClient } from '@geoclients/ogc-client'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { jobStore } from './job-store.ts'

/** Starts a job with a mutation, then shows its state. */
export function JobProgress({ ogc }: { ogc: OgcClient }) {
  const start = useMutation({
    mutationFn: (duration: number) => ogc.submit('sleep_a_while', { inputs: { duration } }, { mode: 'async' })
  })
  return (
    <section>
      <button type="button" disabled={start.isPending} onClick={() => start.mutate(1)}>
        Start a job
      </button>
      {start.error && <p role="alert">{start.error.message}</p>}
      {start.data && <State job={start.data} />}
    </section>
  )
}

function State({ job }: { job: Job }) {
  const store = useMemo(() => jobStore(job), [job])
  const { status, progress = 0 } = useSyncExternalStore(store.subscribe, store.getSnapshot)
  return (
    <p>
      <progress max={100} value={progress} /> <output>{status}</output>
    </p>
  )
}
