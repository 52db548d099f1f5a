import type {
  components,
  JobStatus,
  JobType,
  JobInfo as WireJobInfo,
  JobList as WireJobList
} from '../generated/types.ts'

/**
 * The state of a job, for servers of version 1.0 and 2.0. `jobID`, `type` and `status` are always set. `status` has the server's
 * spelling; `Job.status` is normalised. `processID` is the id of the process, even if the server sends its URI.
 */
export interface JobInfo extends Omit<WireJobInfo, 'jobID' | 'type' | 'status'> {
  jobID: string
  type: JobType
  status: JobStatus | (string & {})
}

/** One page of jobs. */
export interface JobList extends Omit<WireJobList, 'jobs'> {
  jobs: JobInfo[]
}

/** A JSON Schema in a process description. */
export type Schema = components['schemas']['Schema']
