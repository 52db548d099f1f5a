import type { CallSettings } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { failedRunOf } from '../errors/failed-run.ts'
import { orElse, sideRequest } from '../http/follow-up-options.ts'
import { pollJob } from '../http/jobs.ts'
import { normaliseStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'

/** How long a job that an error names is asked for, in ms. */
const longestAsk = 5_000

/**
 * The state of the job that failed, where the answer tells it, or names a job that says so itself: a server may name jobs
 * with plain refusals too, or with faults of something in front of it.
 */
export async function failedJob(core: OgcCore, error: unknown, settings: CallSettings): Promise<JobInfo | undefined> {
  const run = failedRunOf(error)
  if (!run || 'info' in run) return run?.info
  const quick = { ...sideRequest(settings), retry: false, timeout: Math.min(settings.timeout, longestAsk) } as const
  const polled = await orElse(pollJob(core, run.jobID, quick), undefined)
  const isFailed = polled && ['failed', 'dismissed'].includes(normaliseStatus(polled.value.status))
  return isFailed ? Object.assign({ exception: run.exception }, polled.value) : undefined
}
