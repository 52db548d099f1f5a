import { isKnownStatus, normaliseStatus } from '../parse/job-status.ts'
import type { JobInfo } from '../types/wire.ts'
import type { JobFilter } from './job-filter.ts'

/**
 * Whether a listed job matches a filter at the time `now`, because some servers ignore filters (pygeoapi, fastprocesses,
 * georust/ogcapi). A condition on a member that the list lacks counts as met.
 */
export function matches(info: JobInfo, filter: JobFilter, now: number): boolean {
  const { processId, status, datetime = '', minDuration = 0, maxDuration = Number.POSITIVE_INFINITY } = filter
  const { processID } = info
  if (processId && processID !== undefined && !processId.includes(processID)) return false
  if (status && isKnownStatus(info.status)) {
    const name = normaliseStatus(info.status)
    if (!status.some((wanted) => wanted === info.status || normaliseStatus(wanted) === name)) return false
  }
  // NaN stands for unknown and open times. It is neither before nor after any time.
  const [created, started] = [timeOf(info.created), timeOf(info.started)]
  const [start = Number.NaN, end = start] = datetime.split('/').map(timeOf)
  if (created < start || created > end) return false
  const finished = timeOf(info.finished)
  const seconds = ((Number.isNaN(finished) ? now : finished) - started) / 1_000
  return !(seconds < minDuration || seconds > maxDuration)
}

/** Milliseconds; NaN unless the text is a date-time with a time zone. */
function timeOf(text: unknown): number {
  return typeof text === 'string' && /(?:z|[+-]\d\d:?\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN
}
