import type { JobInfo, JobStatus, Link } from '../../generated/types.ts'
import { RELATIONS } from '../answers/relations.ts'
import type { MockOutputs, ProcessFailure } from '../mock-process.ts'
import type { Delivery } from './delivery.ts'

/** The outcome of a run. It is computed at the start, and shown when the run ends. */
export type Outcome = { readonly outputs: MockOutputs } | { readonly failure: ProcessFailure }

/** The unchanging facts of a job. Times are milliseconds since 1970. */
export interface Job {
  readonly id: string
  readonly processId: string
  readonly created: number
  readonly started: number
  /** Duration of the run in milliseconds, unless it fails earlier. */
  readonly duration: number
  readonly outcome: Outcome
  readonly delivery: Delivery
  /** When it was dismissed, if that was before its end. */
  readonly dismissed?: number
}

/** The state of a job at a given time. */
export interface JobState {
  readonly status: JobStatus
  readonly progress: number
  readonly started: number | undefined
  readonly finished: number | undefined
  readonly updated: number
}

/** When a job ends, unless it is dismissed. */
export function endOf({ started, duration, outcome }: Job): number {
  return started + ('failure' in outcome ? (duration * outcome.failure.progress) / 100 : duration)
}

/** The state of a job at a time. It is computed, so it needs no timers. */
export function jobState(job: Job, now: number): JobState {
  const { created, started, duration, outcome } = job
  const end = endOf(job)
  const until = Math.min(now, end, job.dismissed ?? end)
  const progress = until < started ? 0 : Math.floor(duration === 0 ? 100 : (100 * (until - started)) / duration)
  const begun = until < started ? undefined : started
  if (job.dismissed !== undefined) {
    return { status: 'dismissed', progress, started: begun, finished: job.dismissed, updated: job.dismissed }
  }
  if (begun === undefined)
    return { status: 'accepted', progress, started: begun, finished: undefined, updated: created }
  if (now < end) return { status: 'running', progress, started, finished: undefined, updated: now }
  if ('failure' in outcome) {
    return { status: 'failed', progress: outcome.failure.progress, started, finished: end, updated: end }
  }
  return { status: 'successful', progress: 100, started, finished: end, updated: end }
}

/** A job in the form of the API. */
export function toJobInfo(job: Job, now: number, baseUrl: string): JobInfo {
  const { status, progress, started, finished, updated } = jobState(job, now)
  const message = messageOf(job, status)
  return {
    jobID: job.id,
    processID: job.processId,
    type: 'process',
    status,
    ...(message !== undefined && { message }),
    progress,
    created: toDateTime(job.created),
    ...(started !== undefined && { started: toDateTime(started) }),
    ...(finished !== undefined && { finished: toDateTime(finished) }),
    updated: toDateTime(updated),
    links: jobLinks(job.id, status, baseUrl)
  }
}

function messageOf({ outcome }: Job, status: JobStatus): string | undefined {
  if (status === 'failed' && 'failure' in outcome) return outcome.failure.message
  return status === 'dismissed' ? 'Dismissed on request.' : undefined
}

function jobLinks(id: string, status: JobStatus, baseUrl: string): Link[] {
  const href = `${baseUrl}/jobs/${id}`
  const links: Link[] = [{ rel: 'self', href, type: 'application/json' }]
  if (status === 'successful') links.push({ rel: RELATIONS.results, href: `${href}/results` })
  if (status === 'failed')
    links.push({ rel: RELATIONS.exceptions, href: `${href}/results`, type: 'application/problem+json' })
  return links
}

function toDateTime(time: number): string {
  return new Date(time).toISOString()
}
