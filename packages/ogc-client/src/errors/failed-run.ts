import { isRecord } from '@geoclients/client-core'
import { isJobInfo, jobIdFromHeaders, readJobInfo } from '../parse/job.ts'
import { normaliseStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'
import { responseOf } from './describe-failure.ts'
import { makeOgcError } from './ogc-error.ts'

/** What the error response to an execution says about its job: the state, or only the id. */
export type FailedRun = { readonly info: JobInfo } | { readonly jobID: string; readonly exception: unknown }

/**
 * The failed job that an error response names. weaver and SEPEX return the state of the failed job, and pygeoapi names it in
 * `Location`.
 */
export function failedRunOf(error: unknown): FailedRun | undefined {
  const answer = responseOf(error)
  if (!answer) return undefined
  const { response, body } = answer
  const jobID = jobIdFromHeaders(response)
  if (isJobInfo(body)) {
    const info = readJobInfo({ body: { ...body }, response, error: makeOgcError })
    return ['failed', 'dismissed'].includes(normaliseStatus(info.status)) ? { info } : undefined
  }
  if (jobID === undefined) return undefined
  return { jobID, exception: isRecord(body) ? { status: response.status, ...body } : body }
}
