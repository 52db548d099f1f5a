import { readInterval } from '../answers/date-time.ts'
import { readInteger } from '../answers/paging.ts'
import { badRequest } from '../answers/problems.ts'
import type { Job, JobState } from './job.ts'

/** The statuses of version 1.0; Part 4 adds `created`. */
const STATUSES: readonly string[] = ['accepted', 'running', 'successful', 'failed', 'dismissed']

/** `status` is what the list says of the job. */
export type JobFilter = (job: Job, state: JobState, now: number, status?: string) => boolean

/**
 * Reads the filters of the job list from a URL. Arrays are repeated parameters, as in the standard.
 * @throws Problem 400 if a value is invalid
 */
export function readJobFilter(url: URL, more: readonly string[] = []): JobFilter {
  const all = (name: string): readonly string[] | undefined => {
    const values = url.searchParams.getAll(name)
    return values.length === 0 ? undefined : values
  }
  requireKnown('type', all('type'), ['process'])
  requireKnown('status', all('status'), [...STATUSES, ...more])
  const processIds = all('processID')
  const statuses = all('status')
  const datetime = url.searchParams.get('datetime')
  const interval = datetime === null ? undefined : readInterval(datetime)
  const shortest = readInteger(url, 'minDuration', 0, Number.MAX_SAFE_INTEGER)
  const longest = readInteger(url, 'maxDuration', 0, Number.MAX_SAFE_INTEGER)

  return (job, state, now, status = state.status) => {
    if (processIds?.includes(job.processId) === false) return false
    if (statuses?.includes(status) === false) return false
    if (interval !== undefined && (job.created < interval.start || job.created > interval.end)) return false
    if (shortest === undefined && longest === undefined) return true
    // A job that never started has no duration, so it does not match (/req/job-list/duration-response).
    if (state.started === undefined) return false
    const seconds = ((state.finished ?? now) - state.started) / 1000
    return seconds >= (shortest ?? 0) && seconds <= (longest ?? Number.POSITIVE_INFINITY)
  }
}

function requireKnown(name: string, values: readonly string[] = [], known: readonly string[]): void {
  const unknown = values.find((value) => !known.includes(value))
  if (unknown !== undefined) throw badRequest(`Parameter '${name}' is '${unknown}'. Expected: ${known.join(', ')}.`)
}
