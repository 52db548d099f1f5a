import type { Job, JobInfo } from '@geoclients/ogc-client'

/** A job as a store for `useSyncExternalStore`: it polls only while a component shows it. */
export interface JobStore {
  readonly subscribe: (onChange: () => void) => () => void
  readonly getSnapshot: () => JobInfo
}

export function jobStore(job: Job): JobStore {
  return {
    getSnapshot: () => job.info,
    subscribe: (onChange) => {
      const end = new AbortController()
      watch(job, end.signal, onChange)
      return () => end.abort()
    }
  }
}

async function watch(job: Job, signal: AbortSignal, onChange: () => void): Promise<void> {
  try {
    for await (const _ of job.watch({ signal })) onChange()
  } catch (error) {
    if (!signal.aborted) console.error(error)
  }
}
