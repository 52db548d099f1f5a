import type { ProcessDescription } from '../generated/types.ts'
import type { JsonValue } from '../types/json.ts'

/** JSON, or the decoded bytes of a binary value. */
export type MockValue = JsonValue | Uint8Array

/**
 * Checked inputs by id: defaults are filled in, qualified values unwrapped, binary values decoded. An input with `maxOccurs`
 * above 1 is an array of its values. An optional input without a default may be missing.
 */
export type MockInputs = Readonly<Record<string, MockValue | MockValue[] | undefined>>

/** Values by output id; one for each output of the description. */
export type MockOutputs = Readonly<Record<string, MockValue>>

/** A process that a mock offers. */
export interface MockProcess {
  /**
   * As the server publishes it, except for `links`, which the mock adds. Inputs are validated against it. It also decides how
   * the process runs (`jobControlOptions`) and how results travel (`outputTransmission`, `contentMediaType` of an output).
   */
  readonly description: ProcessDescription
  /** How long a run takes on the mock's clock, in milliseconds. Default is no time at all. */
  readonly duration?: (inputs: MockInputs) => number
  /** Computes the outputs, when the job is made; they show once `duration` has passed. Throw to let the job fail. */
  readonly run: (inputs: MockInputs) => MockOutputs | Promise<MockOutputs>
}

/** Thrown by {@link MockProcess.run} to say how a job fails. Any other error fails at the end of the run, with status 500. */
export class ProcessFailure extends Error {
  override readonly name = 'ProcessFailure'
  /** Percent of the duration after which the job fails. Default is 100. */
  readonly progress: number
  /** HTTP status that a synchronous run and the job's results answer. Default is 500. */
  readonly status: number
  constructor(message: string, options: { readonly progress?: number; readonly status?: number } = {}) {
    super(message)
    this.progress = options.progress ?? 100
    this.status = options.status ?? 500
  }
}
