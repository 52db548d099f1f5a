export { jobQuery, jobsQuery, processesQuery, processQuery, resultsQuery } from './queries.ts'
export type { PollingQueryOptions, QueryOptions } from './query-options.ts'
