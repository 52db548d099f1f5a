// What `onDemand` loads. Nothing here is imported by what asks a server what it offers.
export { createJob, getJobDefinition, getJobInputs, startPreparedJob, updateJob } from '../execute/job-management.ts'
export { deploy, getPackage, undeploy } from '../http/deployment.ts'
export { getJobs, iterateJobs } from '../http/job-lists.ts'
export { dismissJob, pollJob } from '../http/jobs.ts'
export { iterateProcesses } from '../http/process-pages.ts'
export { JobRun } from '../job/job-run.ts'
export { outputOfJob } from '../job/output-of-job.ts'
export { resultsOfJob } from '../job/results-of-job.ts'
export { executeForJob, runJob, startJob } from '../job/start-job.ts'
export { watchJobs } from '../job/watch-jobs.ts'

export type OnDemand = typeof import('./all.ts')
