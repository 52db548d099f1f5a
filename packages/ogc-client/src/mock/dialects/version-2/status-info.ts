import type { ApiError, JobInfo } from '../../../generated/types.ts'
import { type Job, toJobInfo } from '../../job.ts'
import { Problem } from '../../problems.ts'
import type { State } from './state.ts'

/** A job as version 2.0 has it: `id` and `processingEntityType`, no `jobID` and no `type`; the process is a URI. */
export function toStatusInfo({ clock, created, definitions }: State, job: Job, baseUrl: string): JobInfo {
  const { jobID: id = job.id, type: _, processID: _id, ...state } = toJobInfo(job, clock.now(), baseUrl)
  const status = created.has(job.id) && state.status === 'accepted' ? 'created' : state.status
  const request = definitions.get(job.id)
  return {
    id,
    processID: `${baseUrl}/processes/${encodeURIComponent(job.processId)}`,
    processingEntityType: 'ogc-api-processes',
    ...state,
    status,
    ...(request && { request }),
    ...(status === 'failed' && 'failure' in job.outcome && { exception: exceptionOf(job.outcome.failure) })
  }
}

function exceptionOf({ status, message }: { readonly status: number; readonly message: string }): ApiError {
  const { type } = new Problem(status, message)
  return { type, title: 'The process failed', status, detail: message }
}
