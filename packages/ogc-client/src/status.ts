import type { JobStatus } from './generated/types.ts'

/**
 * What servers call the five states: the standard's names, the 2.0 draft's (`created`), weaver's (`succeeded`), those of the
 * Copernicus stores (`rejected`, `deleted`) and MAAP's `deduped`, a job that was not run because an equal one exists.
 */
const known: Readonly<Record<string, JobStatus>> = {
  accepted: 'accepted',
  created: 'accepted',
  running: 'running',
  successful: 'successful',
  succeeded: 'successful',
  failed: 'failed',
  rejected: 'failed',
  dismissed: 'dismissed',
  deleted: 'dismissed',
  deduped: 'dismissed'
}

/** The standard's name of a status; one that nobody knows counts as running, since only an end would stop the watching. */
export function normaliseStatus(status: string): JobStatus {
  return isKnownStatus(status) ? (known[status.toLowerCase()] ?? 'running') : 'running'
}

/** Whether a status is one of the standard's or a known synonym. */
export function isKnownStatus(status: string): boolean {
  return Object.hasOwn(known, status.toLowerCase())
}

/** Whether a job in this status will not change any more. */
export function isEnd(status: string): boolean {
  const name = normaliseStatus(status)
  return name === 'successful' || name === 'failed' || name === 'dismissed'
}
