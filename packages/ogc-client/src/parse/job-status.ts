import type { JobStatus } from '../generated/types.ts'

/** Words of SEPEX and of batch systems for a run that ended without results. */
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
 * What servers call the five states: the standard's names, the 2.0 draft's (`created`), weaver's (`succeeded`), those of the
 * Copernicus stores (`rejected`, `deleted`), MAAP's `deduped` (a job that was not run because an equal one exists) and
 * `offline` (its worker is gone), SEPEX's `lost`, and what batch systems say of an end.
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

/** The standard's name of a status; one that nobody knows counts as running, since only an end would stop the watching. */
export function normaliseStatus(status: string): JobStatus {
  return known.get(status.toLowerCase()) ?? 'running'
}

/** Whether a status is one of the standard's or a known synonym. */
export function isKnownStatus(status: string): boolean {
  return known.has(status.toLowerCase())
}

/** Whether a job will not change any more. */
export function isDone({ status }: { readonly status: string }): boolean {
  return isEnd(status)
}

/** Whether a job waits for somebody to start it (Part 4); a server that was told to run it may say so for a moment. */
export function isUnstarted({ status }: { readonly status: string }): boolean {
  return /^created?$/i.test(status)
}

/** Whether there is nothing to wait for: a job has ended, or nobody has started it. */
export function isIdle(job: { readonly status: string }): boolean {
  return isUnstarted(job) || isEnd(job.status)
}

/** Whether a job in this status will not change any more. */
export function isEnd(status: string): boolean {
  const name = normaliseStatus(status)
  return name === 'successful' || name === 'failed' || name === 'dismissed'
}
