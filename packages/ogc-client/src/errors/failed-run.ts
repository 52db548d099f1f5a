import { isRecord, type Reply } from '@geoclients/client-core'
import { isJobInfo, jobIdFromHeaders, readJobInfo } from '../parse/job.ts'
import { normaliseStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'
import { makeOgcError } from './ogc-error.ts'

const states = new WeakMap<object, JobInfo>()
/** What a job that failed is answered with; others are of the service, or of something in front of it. */
const ofTheRun = new Set([400, 422, 500])

/** Notes with the error for an answer to an execution the job that it names: weaver and SEPEX answer the state of a failed one. */
export function noteFailedRun(error: object, response: Reply, body: unknown): void {
  if (response.method !== 'POST') return
  if (isJobInfo(body)) {
    const info = readJobInfo({ body, response, error: makeOgcError })
    if (['failed', 'dismissed'].includes(normaliseStatus(info.status))) states.set(error, info)
    return
  }
  const jobID = jobIdFromHeaders(response)
  if (jobID === undefined || !isRecord(body) || !ofTheRun.has(response.status)) return
  states.set(error, { ...{ jobID, type: 'process', status: 'failed' }, exception: body } as JobInfo)
}

/** The state of the job that a failed execution was answered with. */
export function failedRunOf(error: unknown): JobInfo | undefined {
  return typeof error === 'object' && error !== null ? states.get(error) : undefined
}
