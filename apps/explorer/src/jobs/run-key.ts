import type { Job } from '@geoclients/ogc-client'
import type { ListedRun } from '@geoclients/ogc-client/store'
import { useSyncExternalStore } from 'react'
import { useOgc } from '../app/services-context.ts'

const keys = new WeakMap<Job, string>()
let unnamed = 0

/** The key of a run: its job id, or a temporary key if the server kept no job. */
export function runKey(job: Job): string {
  const known = job.id ?? keys.get(job)
  if (known !== undefined) return known
  unnamed += 1
  const made = `unnamed-${unnamed}`
  keys.set(job, made)
  return made
}

/** The runs of this browser on the open server, the latest first. They are polled while a view shows them. */
export function useRuns(): readonly ListedRun[] {
  const { runs } = useOgc()
  return useSyncExternalStore(runs.subscribe, runs.getSnapshot, runs.getServerSnapshot)
}
