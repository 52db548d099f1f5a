import type { OgcCore } from '../core/core.ts'
import type { JobStatus } from '../generated/types.ts'

/** Statuses of SEPEX and batch systems for a run that ended without results. */
const lostWords = [
  'lost',
  'crashed',
  'killed',
  'exception',
  'unsuccessful',
  'expired',
  'upstream_failed',
  'out_of_memory'
]
const endedWords = ['stopped', 'terminated', 'cancelled_by_user', 'skipped', 'removed']

/**
 * The servers' names of the five statuses: those of the standard and of the 2.0 draft (`created`), weaver (`succeeded`), the
 * Copernicus stores (`rejected`, `deleted`), MAAP (`deduped`: not run because an equal job exists; `offline`: its worker is
 * gone), SEPEX (`lost`), and batch systems.
 */
const synonyms: Readonly<Record<JobStatus, readonly string[]>> = {
  accepted: ['accepted', 'created', 'create', 'queued', 'pending', 'submitted', 'waiting'],
  running: ['running', 'started', 'processing', 'executing', 'in_progress', 'in-progress', 'in progress'],
  successful: ['successful', 'succeeded', 'success', 'completed', 'complete', 'finished', 'done'],
  failed: ['failed', 'failure', 'rejected', 'error', 'errored', 'offline', 'timeout', 'timed_out', ...lostWords],
  dismissed: ['dismissed', 'deleted', 'deduped', 'cancelled', 'canceled', 'aborted', 'revoked', ...endedWords]
}

const known = /* @__PURE__ */ new Map(
  Object.entries(synonyms).flatMap(([status, names]) => names.map((name) => [name, status as JobStatus]))
)

/**
 * The standard's name of a status: one of the five that `Job.status` has. Use it for the `status` of a `JobInfo`, which has the
 * server's spelling. Upper and lower case do not matter. An unknown status counts as `running`, because an end would stop the
 * polling.
 *
 * @example
 * console.log(normaliseStatus('Succeeded')) // successful
 */
export function normaliseStatus(status: string): JobStatus {
  return known.get(status.toLowerCase()) ?? 'running'
}

/** Whether a status is one of the standard's or a known synonym. */
export function isKnownStatus(status: string): boolean {
  return known.has(status.toLowerCase())
}

/** Warns of a status that nobody knows. */
export function noteStatus({ status }: { readonly status: string }, { warn }: Pick<OgcCore, 'warn'>): void {
  if (!isKnownStatus(status)) warn('job status', `unknown job status ${JSON.stringify(status)} is treated as running`)
}

/** Whether a job has ended. */
export function isDone({ status }: { readonly status: string }): boolean {
  return isEnd(status)
}

/** Whether a job has not been started (Part 4). A server may still report this just after a start. */
export function isUnstarted({ status }: { readonly status: string }): boolean {
  return /^created?$/i.test(status)
}

/** Whether there is nothing to wait for: the job has ended, or has not been started. */
export function isIdle(job: { readonly status: string }): boolean {
  return isUnstarted(job) || isEnd(job.status)
}

/** Whether a status is final. */
export function isEnd(status: string): boolean {
  const name = normaliseStatus(status)
  return name === 'successful' || name === 'failed' || name === 'dismissed'
}
