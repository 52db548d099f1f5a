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
  const body = readRecord(received, 'a job list')
  return { ...body, jobs: readJobs(body, received, 'keep untold'), links: pageLinks(body.links, received) }
}

/** One page of jobs, of those whose state it tells: a bare id (weaver) tells nothing of its job. */
export function readToldJobs(received: Received): Pick<JobList, 'jobs' | 'links'> {
  const body = readRecord(received, 'a job list')
  return { jobs: readJobs(body, received, 'drop untold'), links: pageLinks(body.links, received) }
}

function readJobs(
  { jobs }: Readonly<Record<string, unknown>>,
  received: Received,
  how: 'keep untold' | 'drop untold'
): JobInfo[] {
  if (isRecord(received.body) && received.body.jobs === null) return []
  if (!Array.isArray(jobs)) throw malformed(received, 'an object with the array "jobs"', jobs)
  const read: JobInfo[] = []
  for (const entry of jobs) {
    const state = isRecord(entry) ? entry : bareJobId(entry)
    const jobID = state && idForJobId(state)
    if (!state || jobID === undefined) skipped(received, 'a job without an id')
    else if (state === entry && typeof state.status === 'string')
      read.push(readState(withoutNulls(state), received, jobID))
    else if (how === 'keep untold') read.push(readState({ ...withoutNulls(state), status: 'unknown' }, received, jobID))
  }
  return read
}
