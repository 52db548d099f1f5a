import { isRecord, malformed, type Received } from '@geoclients/client-core'
import type { JobInfo, JobList } from '../contract-types.ts'
import { isKnownStatus } from '../status.ts'
import { readLinks } from './documents.ts'
import {
  bareJobId,
  idForJobId,
  jobIdFromLocation,
  jobIdFromMonitorLink,
  progressAsNumber,
  tracebackOf,
  typeOrProcess
} from './job-quirks.ts'
import { readRecord, withoutNulls } from './reading.ts'

/** The state of a job, from its own resource. */
export function readJobInfo(received: Received, jobId?: string): JobInfo {
  return readState(readRecord(received, 'the state of a job'), received, jobId)
}

/** One page of jobs; missing `links` become none, and a bare id (weaver) a job of unknown state. */
export function readJobList(received: Received): JobList {
  const list = readRecord(received, 'a job list')
  const { jobs, links } = list
  if (!Array.isArray(jobs)) throw malformed(received, 'an object with the array "jobs"', jobs)
  return {
    ...list,
    jobs: jobs.map((job) => {
      const state = bareJobId(job) ?? job
      if (!isRecord(state)) throw malformed(received, 'jobs that are objects', state)
      return readState(state, received)
    }),
    links: readLinks(links)
  }
}

/** Whether the body of a 200 is the state of a job rather than a result: it says so, or it has a job's id and a known status. */
export function isJobInfo(body: unknown): boolean {
  if (!isRecord(body) || typeof body.status !== 'string' || !isKnownStatus(body.status)) return false
  return typeof body.jobID === 'string' || (typeof body.id === 'string' && body.type === 'process')
}

/** The job that an execution started, from the body or, where that is empty or `null` (GeoServer), from the headers. */
export function readStartedJob(received: Received): JobInfo {
  const jobId = jobIdFromHeaders(received.response)
  if (isRecord(received.body)) return readState({ status: 'accepted', ...withoutNulls(received.body) }, received, jobId)
  if (jobId === undefined)
    throw malformed(received, 'a job: neither its body nor a Location header names one', received.body)
  return { jobID: jobId, type: 'process', status: 'accepted' }
}

/** The id of the job that a `Location` header or a monitor link leads to: what follows `/jobs/`. */
export function jobIdFromHeaders(response: Response): string | undefined {
  return jobIdFromLocation(response) ?? jobIdFromMonitorLink(response)
}

function readState(state: Readonly<Record<string, unknown>>, received: Received, jobId?: string): JobInfo {
  const known = withoutNulls(state)
  const { status, links } = known
  const jobID = idForJobId(known) ?? jobId
  if (typeof jobID !== 'string' || jobID === '') throw malformed(received, 'the state of a job with its jobID', jobID)
  if (typeof status !== 'string') throw malformed(received, 'the state of a job with its status', status)
  const progress = progressAsNumber(known)
  const traceback = tracebackOf(known)
  return {
    ...known,
    jobID,
    status,
    type: typeOrProcess(known),
    ...(progress !== undefined && { progress: progress as number }),
    ...(links !== undefined && { links: readLinks(links) }),
    ...(traceback && { traceback })
  }
}
