import { type CallSettings, sideRequest } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { failedRunOf } from '../errors/failed-run.ts'
import { pollJob } from '../http/jobs.ts'
import { orElse } from '../http/or-else.ts'
import { normaliseStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'

/** Time limit for requesting the job that an error names, in ms. */
const longestAsk = 5_000

/**
 * The state of the failed job, from the error response or from the job that it names. The job must say itself that it has
 * failed, because a server may also name a job in a refusal.
 */
export async function failedJob(core: OgcCore, error: unknown, settings: CallSettings): Promise<JobInfo | undefined> {
  const run = failedRunOf(error)
  if (!run || 'info' in run) return run?.info
  const quick = { ...sideRequest(settings), retry: false, timeout: Math.min(settings.timeout, longestAsk) } as const
  const polled = await orElse(pollJob(core, run.jobID, quick), undefined)
  const isFailed = polled && ['failed', 'dismissed'].includes(normaliseStatus(polled.value.status))
  return isFailed ? Object.assign({ exception: run.exception }, polled.value) : undefined
}
