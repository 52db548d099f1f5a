export { createJobListStore, type JobListStore, type JobListStoreOptions, type ListedRun } from './job-list-store.ts'
export { createJobStore, type JobSnapshot, type JobStore, type JobStoreOptions } from './job-store.ts'
export type { JobStorage } from './storage.ts'
