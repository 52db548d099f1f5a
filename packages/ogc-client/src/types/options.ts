import type { RequestOptions } from '@geoclients/client-core'
import type { InputCheck } from '../execute/check-inputs.ts'
import type { ReturnPreference } from '../execute/return-preference.ts'
import type { JobInfo } from './wire.ts'

/** Options for starting a process. */
export interface StartOptions extends RequestOptions {
  /**
   * `auto` (default) asks for a job if the process description allows one. `async` always asks for a job. `sync` asks for
   * the results in the response. A server may ignore this; the handle works the same either way.
   */
  readonly mode?: 'auto' | 'sync' | 'async' | undefined
  /**
   * Whether outputs should be links (`minimal`) or values (`representation`). The client sends this as a preference (version
   * 2.0), or as the `transmissionMode` of each output that has none (version 1.0). To find out the version, it requests the
   * conformance classes once. A server may ignore this. Default: the server decides.
   */
  readonly return?: ReturnPreference | undefined
  /**
   * Checks the inputs against the process description before they are sent: `validateInputs` of
   * `@geoclients/ogc-client/schema`, or your own function. If it finds issues, the call rejects with `invalid-argument`.
   * Default: only the server checks.
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

/** Which results of a job to request, and in what form (version 2.0). */
export interface ResultsOptions extends RequestOptions {
  /** Saves the request that looks up which process the job ran. */
  readonly processId?: string | undefined
  /** Ids of the requested outputs. Default: all. */
  readonly outputs?: readonly string[] | undefined
  /** URIs or ids of profiles for the response, such as `ogc-results`. */
  readonly profile?: string | readonly string[] | undefined
  /** Whether outputs should be links or values. Default: as in the run. */
  readonly return?: ReturnPreference | undefined
}

/** How to request one output of a job. */
export type ResultOptions = Omit<ResultsOptions, 'outputs' | 'profile'>
