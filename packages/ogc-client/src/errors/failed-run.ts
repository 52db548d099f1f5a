import type { Reply } from '@geoclients/client-core'
import { isJobInfo, readJobInfo } from '../parse/job.ts'
import { normaliseStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'
import { makeOgcError } from './ogc-error.ts'

const states = new WeakMap<object, JobInfo>()
/** Notes with the error for an answer to an execution the job that it names: weaver and SEPEX answer the state of a failed one. */
export function noteFailedRun(error: object, response: Reply, body: unknown): void {
  if (response.method !== 'POST') return
  if (!isJobInfo(body)) return
  const info = readJobInfo({ body, response, error: makeOgcError })
  if (['failed', 'dismissed'].includes(normaliseStatus(info.status))) states.set(error, info)
}

/** The state of the job that a failed execution was answered with. */
export function failedRunOf(error: unknown): JobInfo | undefined {
  return typeof error === 'object' && error !== null ? states.get(error) : undefined
}
