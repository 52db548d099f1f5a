import type { RequestOptions } from '@geoclients/client-core'
import type { InputCheck } from '../execute/check-inputs.ts'
import type { ReturnPreference } from '../execute/return-preference.ts'
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
