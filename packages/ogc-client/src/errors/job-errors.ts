import { attach, type ClientError, type ErrorFactory, isClientError } from '@geoclients/client-core'
import type { ApiError } from '../generated/types.ts'
import { oneLine, textOf } from '../parse/problem.ts'
import type { Job } from '../types/job.ts'
import { isOgcError, OgcError, type OgcErrorInit } from './ogc-error.ts'

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

/**
 * How a job ended that did not succeed; `reason` is what the server said of it beside the job's own message. Its words
 * may quote a token, which `make` knows.
 */
export function endedBadly(job: Job, make: ErrorFactory, reason?: ApiError): ClientError {
  if (job.status === 'dismissed') {
    return new OgcError({ code: 'job-dismissed', message: `${nameOf(job)} was dismissed`, job })
  }
  const { traceback } = job.info
  const message = textOf(job.info.message)
  const why = oneLine(message ?? reason?.detail ?? reason?.title)
  const own = { ...(message && { detail: message }), ...(traceback && { traceback }) }
  const apiError = reason || message || traceback ? { type: 'about:blank', ...own, ...reason } : undefined
  const told = `${nameOf(job)} failed${why ? `: ${why}` : ''}`
  const init: OgcErrorInit = { code: 'job-failed', message: told, job, apiError }
  return make(init)
}

/** Why those who wait for a job or watch it are ended: its handle was disposed of. */
export function released(job: Job): ClientError {
  return new OgcError({ code: 'closed', message: `the handle of ${nameOf(job)} was released`, job })
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
