import type { components, JobStatus, JobInfo as WireJobInfo, JobList as WireJobList } from '../generated/types.ts'

/**
 * The state of a job, as the reader hands it out from whatever the server sent: `jobID`, `type` and `status` are always
 * there. `status` keeps the server's spelling; `Job.status` has it normalised.
 */
export interface JobInfo extends Omit<WireJobInfo, 'status'> {
  status: JobStatus | (string & {})
}

/** One page of jobs. */
export interface JobList extends Omit<WireJobList, 'jobs'> {
  jobs: JobInfo[]
}

/** A JSON Schema as the standard has it in process descriptions. */
export type Schema = components['schemas']['Schema']
