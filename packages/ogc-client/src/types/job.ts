import type { RequestOptions } from '@geoclients/client-core'
import type { JobStatus, JsonValue } from '../generated/types.ts'
import type { JobFilter } from '../http/job-filter.ts'
import type { Results } from '../results/results.ts'
import type { WaitOptions } from './options.ts'
import type { JobInfo } from './wire.ts'

/** The data to find a job again later or elsewhere. It contains no secrets. */
export interface SavedJob {
  readonly version: 1
  /** Origin of the service, such as `https://example.com`. */
  readonly origin: string
  /** Path of the service's `baseUrl` without a trailing slash; `''` if it has none. If missing, only the origin is checked. */
  readonly basePath?: string
  readonly processId?: string
  readonly jobId: string
}

/** A handle on one run of a process, finished or not. The server may have started a job or answered immediately. */
export interface Job<O extends object = Record<string, JsonValue>> {
  /** The server's id. Undefined if the server answered immediately and kept no job. */
  readonly id: string | undefined
  readonly processId: string | undefined
  /** The last known state. */
  readonly info: JobInfo
  /** The status as one of the standard's five names, whatever the server calls it. */
  readonly status: JobStatus
  /** Reads the state from the server. If the job has ended, resolves with the known state and sends no request. */
  refresh(options?: RequestOptions): Promise<JobInfo>
  /**
   * Yields the current state, then every change, and ends when the job ends. A failed or dismissed job does not make it
   * throw. `headers` are sent with its polls.
   */
  watch(options?: RequestOptions): AsyncIterable<JobInfo>
  /**
   * Waits until the job succeeds. Rejects with `job-failed`, `job-dismissed` or `wait-timeout`; the error's `job` is the
   * handle. A `job-failed` error has the job's message and traceback, and the exception that the server returns instead
   * of results (one more request).
   */
  wait(options?: WaitOptions): Promise<JobInfo>
  /** Waits, then fetches the results within `timeout`. If this fails, the error's `job` is the handle. */
  results(options?: WaitOptions): Promise<Results<O>>
  /** Cancels a running job. Removes a finished one from the server; the handle keeps its `status`. */
  dismiss(options?: RequestOptions): Promise<JobInfo>
  /** A saved job, which `client.job()` accepts. Throws `invalid-argument` if the server kept no job. */
  toJSON(): SavedJob
  /**
   * Stops polling: everything that waits for the job or watches it through this handle rejects with `closed`. The job
   * itself continues, and the handle can be used again. Only `dismiss` cancels the job.
   *
   * @example
   * using job = await ogc.submit('ndvi', { inputs })
   */
  [Symbol.dispose](): void
}

/** Jobs as ids, handles or saved jobs, or a filter that selects them. */
export type JobSelection = JobFilter | Iterable<string | SavedJob | Job>
