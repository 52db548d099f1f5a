import {
  attach,
  type ClientError,
  type ErrorFactory,
  isClientError,
  lastLine,
  messageOf,
  mostTelling,
  oneLine,
  withoutEntities
} from '@geoclients/client-core'
import type { ApiError } from '../generated/types.ts'
import { isKnownStatus } from '../parse/job-status.ts'
import type { Job } from '../types/job.ts'
import { nameOf, quoted } from './job-name.ts'
import { isOgcError, type OgcErrorInit } from './ogc-error.ts'

// `make` hides tokens that the server's texts may quote.

/** Why a job was not started, or is not waited for any more. */
export function executionAborted(processId: string, make: ErrorFactory, signal: AbortSignal): ClientError {
  const message = `the execution of process ${JSON.stringify(processId)} was aborted`
  return make({ code: 'aborted', message, cause: signal.reason })
}

/** Why the wait for a job ended without its end: `signal` was aborted. */
export function waitAborted(job: Job, make: ErrorFactory, reason: unknown): ClientError {
  return made(make, { code: 'aborted', message: `waiting for ${nameOf(job)} was aborted`, cause: reason, job })
}

/** The error of a wait that reached its limit; `fault` is the error of the last poll, if it failed. */
export function waitTimedOut(job: Job, make: ErrorFactory, bound: number, fault: unknown): ClientError {
  const { status, progress } = job.info
  const odd = isKnownStatus(status) ? '' : ', which is unknown and counts as running'
  const state = `${oneLine(progress === undefined ? status : `${status}, ${progress} %`)}${odd}`
  const message = `${nameOf(job)} did not end within ${bound} ms; last known status: ${state}`
  return made(make, { code: 'wait-timeout', message, job, ...(fault !== undefined && { cause: fault }) })
}

/** The error of a wait for a job that has not been started (Part 4). */
export function notStarted(job: Job, make: ErrorFactory): ClientError {
  const message = `${nameOf(job)} was not started; start it with startJob(${quoted(job.id ?? '')})`
  return made(make, { code: 'job-not-started', message, job })
}

/** The error for a job that failed or was dismissed; `reason` is the server's explanation, in addition to the job's message. */
export function endedBadly(job: Job, make: ErrorFactory, reason?: ApiError): ClientError {
  if (job.status === 'dismissed') {
    return made(make, { code: 'job-dismissed', message: `${nameOf(job)} was dismissed`, job })
  }
  const { traceback } = job.info
  const message = messageOf(job.info.message)
  const told = reason?.detail ?? reason?.title
  const why = oneLine(mostTelling(message && withoutEntities(message), told, lastLine(traceback ?? reason?.traceback)))
  const own = { ...(message && { detail: message }), ...(traceback && { traceback }) }
  const apiError = reason || message || traceback ? { type: 'about:blank', ...own, ...reason } : undefined
  return made(make, { code: 'job-failed', message: `${nameOf(job)} failed${why ? `: ${why}` : ''}`, job, apiError })
}

function made(make: ErrorFactory, init: OgcErrorInit): ClientError {
  return make(init)
}

/** Adds the job's handle to the error of a wait, so it is not lost. A closed client concerns all jobs, so that error gets none. */
export function withJob(error: unknown, job: Job): unknown {
  return isOgcError(error) && error.code !== 'closed' && !error.job ? attach(error, { job }) : error
}

/** Whether a failure says nothing about the job: the connection broke, or something in front of the server answered. */
export function isPassing(error: unknown): boolean {
  if (!isClientError(error)) return false
  const { code, status = 0 } = error
  if (code === 'http-status') return status === 408 || status === 429 || status >= 500
  return code === 'network' || code === 'timeout' || code === 'media-type' || code === 'malformed-body'
}
