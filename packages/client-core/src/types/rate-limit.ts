import type { Layer } from './call.ts'

/** A client's limit on its requests. */
export interface Pace {
  /** Around each try of a call, to make it wait for its turn; with `context.deadline` on hold that takes none of its time. */
  readonly attempt: Layer
  /**
   * How long to pause before a refused try is repeated, where that is not for the pipeline to say: 0 where `attempt`
   * makes the next one wait, infinite where that would be too long.
   */
  readonly pauseAfter: (response: Response) => number | undefined
}
