import type { ErrorFactory } from '@geoclients/client-core'
import type { BodyStart } from './body/read-head.ts'
import type { ReadOutput, References } from './output/types.ts'

/** What is known of the results of a run besides the answer itself. */
export interface ResultsContext {
  readonly references: References
  /** The form of results that was asked for; undefined where nobody knows. */
  readonly requested: 'raw' | 'document' | undefined
  /** The ids of the process's outputs; asked only where the body alone does not tell. Empty where nobody knows. */
  readonly outputIds: () => Promise<readonly string[]>
  /** Whether an output of this media type was asked for, or is described; asked only where it might be an error page. */
  readonly isOutputType: (mediaType: string) => Promise<boolean>
  /** The schema of an output as the process describes it; asked only where a body may be text or JSON. */
  readonly outputSchema: (outputId: string) => Promise<unknown>
  /** How many bytes of a body may be held in memory. */
  readonly maxBodyBytes: number
}

export interface ResultsSource extends ResultsContext {
  /** A 2xx answer, whose body is in `start`. */
  readonly response: Response
  readonly start: BodyStart
  readonly error: ErrorFactory
}

export type NamedOutput = [id: string, output: ReadOutput]

/** What an output is called whose name nobody knows. */
export const nameless = 'result'
