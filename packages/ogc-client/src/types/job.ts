import type { RequestOptions } from '@geoclients/client-core'
import type { InputCheck } from '../execute/check-inputs.ts'
import type { JobStatus, JsonValue, ProcessRequest } from '../generated/types.ts'
import type { Results } from '../results/results.ts'
import type { InputsOf } from './inputs.ts'
import type { JobInfo } from './wire.ts'

/** How a run is asked for. */
export interface StartOptions extends RequestOptions {
  /**
   * `auto` (default) asks for a job where the process description allows one and lets the server choose; `async` always
   * asks for a job; `sync` asks for an answer at once. A server may do otherwise: the handle is the same for both.
   */
  readonly mode?: 'auto' | 'sync' | 'async' | undefined
  /**
   * Checks the inputs by the description of the process before they are sent: `validateInputs` of
   * `@geoclients/ogc-client/schema`. What it finds rejects with `invalid-argument`. Default: the server checks.
   *
   * @example
   * await ogc.run('primes_between', { inputs: { max_val: 50 } }, { validate: validateInputs })
   */
  readonly validate?: InputCheck | undefined
}

/**
 * How the end of a job is waited for. Durations are milliseconds. `timeout` bounds the request for the results, once the
 * job has ended; `headers` go with all that the handle sends from then on.
 */
export interface WaitOptions extends RequestOptions {
  /**
   * Bound of the wait; then it rejects with `wait-timeout` and the job goes on. Shortly before it the job is asked for
   * once more. For `run` the bound holds from the call on, the request that starts the job included, in which a server
   * may run the process. Default 3 600 000, an hour.
   */
  readonly waitTimeout?: number | undefined
  /**
   * Whether an abort by `signal` also dismisses the job on the server. With `run` also a job that the server answers with
   * up to 30 s after the abort. Default false.
   */
  readonly dismissOnAbort?: boolean | undefined
  /** Called with the state of the job, first as it is known and then at each change. */
  readonly onProgress?: ((info: JobInfo) => void) | undefined
}

/** What to run, with the inputs of that process: values, links, bytes, dates, or other processes. */
export type ExecuteRequest<I extends object> = Omit<ProcessRequest, 'inputs'> & { inputs?: InputsOf<I> }

/** What is needed to find a job again later or elsewhere; holds nothing secret. */
export interface SavedJob {
  readonly version: 1
  /** Origin of the service, such as `https://example.com`. */
  readonly origin: string
  /** Path of the service's `baseUrl` without a slash at its end; `''` for none. Where it is missing the origin alone is checked. */
  readonly basePath?: string
  readonly processId?: string
  readonly jobId: string
}

/** A run of a process, finished or not, whether the server keeps it as a job or answered at once. */
export interface Job<O extends object = Record<string, JsonValue>> {
  /** The server's id; undefined where it answered at once and kept no job. */
  readonly id: string | undefined
  readonly processId: string | undefined
  /** The state as last heard of. */
  readonly info: JobInfo
  /** The state in the standard's five names, whatever the server calls it. */
  readonly status: JobStatus
  /** Asks the server for the state; that of a job which is over is known. */
  refresh(options?: RequestOptions): Promise<JobInfo>
  /**
   * The states of the job as they change. The last one is an end; a failed or dismissed job ends it without throwing.
   * `headers` go with its polls.
   */
  watch(options?: RequestOptions): AsyncIterable<JobInfo>
  /**
   * Waits for success. Rejects with `job-failed`, `job-dismissed` or, at its bound, `wait-timeout`; the error has the
   * handle as `job`. `job-failed` says what the server says: the job's message and traceback, and the exception that
   * its results are answered with, for which they are asked once.
   */
  wait(options?: WaitOptions): Promise<JobInfo>
  /** Waits, then fetches the results, for which there is `timeout`. Any failure of it has the handle as `job`. */
  results(options?: WaitOptions): Promise<Results<O>>
  /** Cancels a job that is under way; a finished one is removed from the server, and keeps its `status` here. */
  dismiss(options?: RequestOptions): Promise<JobInfo>
  /** What `client.job()` takes to go on with this job. Throws `invalid-argument` where the server kept no job. */
  toJSON(): SavedJob
  /**
   * Ends all that wait for the job or watch it by this handle, with code `closed`, so that nothing is polled for it any
   * more. The job itself goes on, and the handle can be used again: only `dismiss` cancels.
   *
   * @example
   * using job = await ogc.submit('ndvi', { inputs })
   */
  [Symbol.dispose](): void
}
