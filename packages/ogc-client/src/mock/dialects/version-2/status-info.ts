import type { ApiError, JobInfo } from '../../../generated/types.ts'
import { Problem } from '../../answers/problems.ts'
import { type Job, jobState, toJobInfo } from '../../jobs/job.ts'
import type { State } from './state.ts'

/** A job of version 2.0: `id` and `processingEntityType` instead of `jobID` and `type`; the process is a URI. */
export function toStatusInfo(all: State, job: Job, baseUrl: string): JobInfo {
  const { clock, definitions } = all
  const { jobID: id = job.id, type: _, processID: _id, ...state } = toJobInfo(job, clock.now(), baseUrl)
  const status = statusOf(all, job)
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

/** A job that has not been started is `created` (Part 4). */
export function statusOf({ clock, created }: State, job: Job): JobInfo['status'] {
  const { status } = jobState(job, clock.now())
  return created.has(job.id) && status === 'accepted' ? 'created' : status
}

function exceptionOf({ status, message }: { readonly status: number; readonly message: string }): ApiError {
  const { type } = new Problem(status, message)
  return { type, title: 'The process failed', status, detail: message }
}
