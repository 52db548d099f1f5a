import { type CallSettings, ChangeQueue } from '@geoclients/client-core'
import type { Job, JobSelection, SavedJob } from '../types/job.ts'
import type { JobInfo } from '../types/wire.ts'
import type { JobContext } from './job-context.ts'
import { stateKey } from './status-changes.ts'

/** Watches many jobs: see `watchAll`, which the first step loads. */
export function watchJobs(
  context: JobContext,
  jobs: JobSelection,
  resume: (saved: string | SavedJob) => Job,
  settings: () => CallSettings
): ChangeQueue<JobInfo> {
  return new ChangeQueue(stateKey, (queue) => {
    const own = settings()
    let stop = (): void => {}
    let isLeft = false
    const start = async (): Promise<void> => {
      const { watchAll } = await context.core.onDemand()
      if (!isLeft) stop = watchAll(queue, context, jobs, resume, own)
      if (isLeft) stop()
    }
    start().catch((error) => queue.abort(error))
    return () => {
      isLeft = true
      stop()
    }
  })
}
