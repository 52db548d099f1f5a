import { isRecord, type Reply } from '@geoclients/client-core'
import { isJobInfo, jobIdFromHeaders, readJobInfo } from '../parse/job.ts'
import { normaliseStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'
import { makeOgcError } from './ogc-error.ts'

/** What an answer to an execution that is an error says of a job: its state, or only which one it is. */
export type FailedRun = { readonly info: JobInfo } | { readonly jobID: string; readonly exception: unknown }

const runs = new WeakMap<object, FailedRun>()

/**
 * Notes with the error for an answer to an execution the job that it names: weaver and SEPEX answer the state of a failed
 * one, pygeoapi names it in `Location`.
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

/** What the answer behind an error says of the job that failed. */
export function failedRunOf(error: unknown): FailedRun | undefined {
  return typeof error === 'object' && error !== null ? runs.get(error) : undefined
}
