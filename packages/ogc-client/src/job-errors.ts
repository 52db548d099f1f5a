import { attach, type ClientError, isClientError } from '@geoclients/client-core'
import type { Job } from './job-types.ts'
import { isOgcError, OgcError } from './ogc-error.ts'

/** Why the wait for a job ended without its end: `signal` was aborted. */
export function waitAborted(job: Job, reason: unknown): ClientError {
  return new OgcError({ code: 'aborted', message: `waiting for ${nameOf(job)} was aborted`, cause: reason, job })
}

/** Why the wait for a job ended without its end: it lasted too long; `fault` is that of the last poll, if it failed. */
export function waitTimedOut(job: Job, bound: number, fault: unknown): ClientError {
  const { status, progress } = job.info
  const state = progress === undefined ? status : `${status}, ${progress} %`
  const message = `${nameOf(job)} did not end within ${bound} ms; last heard of: ${state}`
  return new OgcError({ code: 'wait-timeout', message, job, ...(fault !== undefined && { cause: fault }) })
}

/** How a job ended that did not succeed. */
export function endedBadly(job: Job): ClientError {
  const code = job.status === 'dismissed' ? 'job-dismissed' : 'job-failed'
  const { message, traceback } = job.info
  const what = code === 'job-dismissed' ? 'was dismissed' : `failed${message ? `: ${message}` : ''}`
  const apiError = traceback && { type: 'about:blank', ...(message && { detail: message }), traceback }
  return new OgcError({ code, message: `${nameOf(job)} ${what}`, job, apiError })
}

/** The failure of a wait with the handle of the job, so that it is not lost; the end of the client is not of one job. */
export function withJob(error: unknown, job: Job): unknown {
  return isOgcError(error) && error.code !== 'closed' && !error.job ? attach(error, { job }) : error
}

/** Faults that say nothing of the job: the way to it was cut, or something in front of it answered. */
export function isPassing(error: unknown): boolean {
  if (!isClientError(error)) return false
  const { code, status = 0 } = error
  if (code === 'http-status') return status === 408 || status === 429 || status >= 500
  return code === 'network' || code === 'timeout' || code === 'media-type' || code === 'malformed-body'
}

function nameOf({ id, processId }: Job): string {
  return `job ${JSON.stringify(id ?? '')}${processId ? ` of process ${JSON.stringify(processId)}` : ''}`
}
