import type { ErrorFactory } from '@geoclients/client-core'
import type { FetchReference, ReadOutput } from '../results/output.ts'

export interface ResultsSource {
  /** A 2xx answer. */
  readonly response: Response
  /** Its body. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly error: ErrorFactory
  readonly fetchReference: FetchReference
  /** The ids of the process's outputs; asked only where the body alone does not tell. Empty where nobody knows. */
  readonly outputIds: () => Promise<readonly string[]>
}

export type NamedOutput = [id: string, output: ReadOutput]

/** What an output is called whose name nobody knows. */
export const nameless = 'result'
