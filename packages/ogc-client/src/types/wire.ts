import type {
  components,
  JobStatus,
  JobType,
  JobInfo as WireJobInfo,
  JobList as WireJobList
} from '../generated/types.ts'

/**
 * The state of a job, as the reader hands it out from whatever the server sent, be it version 1.0 or 2.0: `jobID`, `type`
 * and `status` are always there. `status` keeps the server's spelling; `Job.status` has it normalised. `processID` is the
 * id of the process, also where the server sends its URI.
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

/** A JSON Schema as the standard has it in process descriptions. */
export type Schema = components['schemas']['Schema']
