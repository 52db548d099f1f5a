import type { OgcClient } from '../client/ogc-client.ts'
import type { JsonValue, ProcessDescription, ProcessSummary } from '../generated/types.ts'
import type { JobFilter } from '../http/job-filter.ts'
import { isEnd } from '../parse/job-status.ts'
import type { Results } from '../results/results.ts'
import type { OpenProcess, ProcessId, ProcessOf, ProcessTypes } from '../types/process.ts'
import type { JobInfo } from '../types/wire.ts'
import { type PollingQueryOptions, pace, type QueryOptions } from './query-options.ts'

type Processes<P> = { [K in keyof P]: ProcessTypes }
type Client<P extends Processes<P>, Method extends keyof OgcClient<P>> = Pick<OgcClient<P>, Method | 'config'>

const describedFor = 300_000

/** A query key with service and user, because one cache may contain several. */
function keyOf(
  { config: { baseUrl, userName } }: Pick<OgcClient, 'config'>,
  ...rest: readonly unknown[]
): readonly unknown[] {
  return ['ogc', { baseUrl: String(baseUrl), ...(userName !== undefined && { userName }) }, ...rest]
}

/**
 * All processes, from all pages, for TanStack Query.
 *
 * @example
 * const { queryKey, staleTime } = processesQuery(ogc)
 * console.log(staleTime) // 300000
 */
export function processesQuery(ogc: Pick<OgcClient, 'iterProcesses' | 'config'>): QueryOptions<ProcessSummary[]> {
  return {
    queryKey: keyOf(ogc, 'processes'),
    queryFn: async ({ signal }) => collect(ogc.iterProcesses({}, { signal })),
    retry: false,
    staleTime: describedFor
  }
}

/** The description of a process, for TanStack Query. */
export function processQuery<P extends Processes<P> = Record<string, OpenProcess>>(
  ogc: Client<P, 'getProcess'>,
  processId: ProcessId<P>
): QueryOptions<ProcessDescription> {
  return {
    queryKey: keyOf(ogc, 'process', processId),
    queryFn: ({ signal }) => ogc.getProcess(processId, { signal }),
    retry: false,
    staleTime: describedFor
  }
}

/**
 * The state of a job, for TanStack Query. It is polled until the job has ended. A failed job is data, not an error. To
 * wait for a job, or to watch many with shared polls, use a job handle or a store of `@geoclients/ogc-client/store`.
 */
export function jobQuery(ogc: Pick<OgcClient, 'getJob' | 'config'>, jobId: string): PollingQueryOptions<JobInfo> {
  return {
    queryKey: keyOf(ogc, 'job', jobId),
    queryFn: ({ signal }) => ogc.getJob(jobId, { signal }),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data && isEnd(data.status) ? false : pace(dataUpdateCount),
    retry: false,
    staleTime: 0
  }
}

/** All jobs, from all pages, for TanStack Query. The list is polled until all its jobs have ended. */
export function jobsQuery(
  ogc: Pick<OgcClient, 'iterJobs' | 'config'>,
  filter: JobFilter = {}
): PollingQueryOptions<JobInfo[]> {
  return {
    queryKey: keyOf(ogc, 'jobs', filter),
    queryFn: async ({ signal }) => collect(ogc.iterJobs(filter, { signal })),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.every(({ status }) => isEnd(status)) ? false : pace(dataUpdateCount),
    retry: false,
    staleTime: 0
  }
}

/**
 * The results of a job, for TanStack Query. It waits until the job has ended. `processId` gives the results their
 * types, and saves a request. Rejects as `job.results()` does. `structuralSharing` is off, because results are not
 * plain JSON.
 */
export function resultsQuery<
  P extends Processes<P> = Record<string, OpenProcess>,
  K extends ProcessId<P> = ProcessId<P>
>(
  ogc: Client<P, 'job'>,
  jobId: string,
  processId?: K
): QueryOptions<Results<string extends keyof P ? Record<string, JsonValue> : ProcessOf<P, K>['outputs']>> & {
  readonly structuralSharing: false
} {
  return {
    queryKey: keyOf(ogc, 'results', jobId),
    queryFn: ({ signal }) => {
      const job = processId === undefined ? ogc.job(jobId) : ogc.job(jobId, processId)
      return job.results({ signal }) as Promise<Results<never>> as Promise<never>
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
