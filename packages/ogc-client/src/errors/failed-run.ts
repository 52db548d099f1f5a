import { isRecord, type Reply } from '@geoclients/client-core'
import { isJobInfo, jobIdFromHeaders, readJobInfo } from '../parse/job.ts'
import { normaliseStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'
import { makeOgcError } from './ogc-error.ts'

/** What the error response to an execution says about its job: the state, or only the id. */
export type FailedRun = { readonly info: JobInfo } | { readonly jobID: string; readonly exception: unknown }

const runs = new WeakMap<object, FailedRun>()

/**
 * Attaches the job that an error response names to the error. weaver and SEPEX return the state of the failed job, and
 * pygeoapi names it in `Location`.
 */
export function noteFailedRun(error: object, response: Reply, body: unknown): void {
  if (response.method !== 'POST') return
  const jobID = jobIdFromHeaders(response)
  if (isJobInfo(body)) {
    const info = readJobInfo({ body, response, error: makeOgcError })
    if (['failed', 'dismissed'].includes(normaliseStatus(info.status))) runs.set(error, { info })
  } else if (jobID !== undefined) {
    runs.set(error, { jobID, exception: isRecord(body) ? { status: response.status, ...body } : body })
  }
}

/** The failed job that is attached to an error. */
export function failedRunOf(error: unknown): FailedRun | undefined {
  return typeof error === 'object' && error !== null ? runs.get(error) : undefined
}
