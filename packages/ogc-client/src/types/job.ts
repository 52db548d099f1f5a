import type { RequestOptions } from '@geoclients/client-core'
import type { InputCheck } from '../execute/check-inputs.ts'
import type { ReturnPreference } from '../execute/return-preference.ts'
import type { JobStatus, JsonValue, ProcessRequest } from '../generated/types.ts'
import type { Results } from '../results/results.ts'
import type { InputsOf } from './inputs.ts'
import type { JobInfo } from './wire.ts'

/** How a run is asked for. */
export interface StartOptions extends RequestOptions {
  /**
   * `auto` (default) asks for a job if the process description allows one. `async` always asks for a job. `sync` asks for
   * the results in the response. A server may ignore this; the handle works the same either way.
   */
  readonly mode?: 'auto' | 'sync' | 'async' | undefined
  /**
   * What is wanted of outputs: links to them (`minimal`) or their values (`representation`). Said in the words of the
   * server's version, for which the client asks for its conformance classes once: as a preference (2.0), or as the
   * `transmissionMode` of each output that has none (1.0). A server may do otherwise. Default: nothing is said.
   */
  readonly return?: ReturnPreference | undefined
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
 * How to wait for a job. Durations are milliseconds. `timeout` limits the request for the results after the job has ended.
 * `headers` are sent with all later requests of the handle.
 */
export interface WaitOptions extends RequestOptions {
  /**
   * Limit of the wait. When it is reached the wait rejects with `wait-timeout`, and the job continues. The state is read
   * once more shortly before. For `run` the time starts with the call and includes the request that starts the job, because
   * a server may run the process during that request. Default 3 600 000 (1 hour).
   */
  readonly waitTimeout?: number | undefined
  /**
   * Whether an abort by `signal` also dismisses the job on the server. With `run` this includes a job that the server
   * reports up to 30 s after the abort. Default false.
   */
  readonly dismissOnAbort?: boolean | undefined
  /** Called with the current state of the job, then with every change. */
  readonly onProgress?: ((info: JobInfo) => void) | undefined
}

/** What to run, with the inputs of that process: values, links, bytes, dates, or other processes. */
export type ExecuteRequest<I extends object> = Omit<ProcessRequest, 'inputs'> & { inputs?: InputsOf<I> }

/** What is needed to find a job again later or elsewhere; holds nothing secret. */
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

/** What of a job's results is asked for, and how; of servers of version 2.0. */
export interface ResultsOptions extends RequestOptions {
  /** Saves the request that looks up which process the job ran. */
  readonly processId?: string | undefined
  /** Ids of the outputs that are wanted. Default: all. */
  readonly outputs?: readonly string[] | undefined
  /** URIs or ids of profiles that the answer should follow, such as `ogc-results`. */
  readonly profile?: string | readonly string[] | undefined
  /** What is wanted of outputs: links to them, or their values. Default: what the run said. */
  readonly return?: ReturnPreference | undefined
}

/** Which output of a job is asked for, and how. */
export type ResultOptions = Omit<ResultsOptions, 'outputs' | 'profile'>
