import {
  isRecord,
  malformed,
  pageLinks,
  type Received,
  readRecord,
  skipped,
  withoutNulls
} from '@geoclients/client-core'
import type { JobInfo, JobList } from '../types/wire.ts'
import { readState } from './job.ts'
import { bareJobId, idForJobId } from './quirks/job.ts'

/**
 * One page of jobs; missing `links` become none, a bare id (weaver) or an entry without status a job
 * whose status is `unknown`: nobody told it.
 * An entry that names no job is left out.
 */
export function readJobList(received: Received): JobList {
  const { body, entries } = readEntries(received)
  return { ...body, jobs: entries.map(({ job }) => job), links: pageLinks(body.links, received) }
}

/** One page of jobs, of those whose state it tells: a bare id (weaver) tells nothing of its job. */
export function readToldJobs(received: Received): Pick<JobList, 'jobs' | 'links'> {
  const { body, entries } = readEntries(received)
  return { jobs: entries.flatMap(({ job, isTold }) => (isTold ? [job] : [])), links: pageLinks(body.links, received) }
}

interface Entry {
  readonly job: JobInfo
  readonly isTold: boolean
}

function readEntries(received: Received): { body: Readonly<Record<string, unknown>>; entries: Entry[] } {
  const body = readRecord(received, 'a job list')
  if (isRecord(received.body) && received.body.jobs === null) return { body, entries: [] }
  if (!Array.isArray(body.jobs)) throw malformed(received, 'an object with the array "jobs"', body.jobs)
  const entries: Entry[] = []
  for (const entry of body.jobs) {
    const state = bareJobId(entry) ?? entry
    if (!isRecord(state) || idForJobId(state) === undefined) skipped(received, 'a job without an id')
    else {
      const isTold = state === entry && typeof state.status === 'string'
      const known = withoutNulls(state)
      entries.push({ job: readState(isTold ? known : { ...known, status: 'unknown' }, received), isTold })
    }
  }
  return { body, entries }
}
