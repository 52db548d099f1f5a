import type { ProcessDescription } from '../generated/types.ts'
import type { JsonValue } from '../types/json.ts'

/** JSON, or the decoded bytes of a binary value. */
export type MockValue = JsonValue | Uint8Array

/**
 * Checked inputs by id. Defaults are filled in, qualified values are unwrapped, and binary values are decoded. An input with
 * `maxOccurs` above 1 is an array. An optional input without a default may be missing.
 */
export type MockInputs = Readonly<Record<string, MockValue | MockValue[] | undefined>>

/** Values by output id, one for each described output. */
export type MockOutputs = Readonly<Record<string, MockValue>>

/** A process that a mock offers. */
export interface MockProcess {
  /**
   * The published description. The mock adds `links`. Inputs are validated against it. It also decides how the process runs
   * (`jobControlOptions`) and how results are sent (`outputTransmission`, `contentMediaType` of an output).
   */
  readonly description: ProcessDescription
  /** How long a run takes on the mock's clock, in milliseconds. Default 0. */
  readonly duration?: (inputs: MockInputs) => number
  /** Computes the outputs when the job is created. They are available after `duration`. If it throws, the job fails. */
  readonly run: (inputs: MockInputs) => MockOutputs | Promise<MockOutputs>
}

/** Throw this in {@link MockProcess.run} to choose how the job fails. After any other error it fails at the end of the run, with status 500. */
export class ProcessFailure extends Error {
  override readonly name = 'ProcessFailure'
  /** Percent of the duration after which the job fails. Default 100. */
  readonly progress: number
  /** HTTP status of a synchronous run and of the job's results. Default 500. */
  readonly status: number
  constructor(message: string, options: { readonly progress?: number; readonly status?: number } = {}) {
    super(message)
    this.progress = options.progress ?? 100
    this.status = options.status ?? 500
  }
}
