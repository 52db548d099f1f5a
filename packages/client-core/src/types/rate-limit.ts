import type { Layer, Reply } from './call.ts'

/** A client's limit on its requests. */
export interface Pace {
  /** Around each try of a call, to make it wait for its turn; what waits with `call.untimed` takes none of the call's time. */
  readonly attempt: Layer
  /**
   * How long to pause before a refused try is repeated, where that is not for the pipeline to say: 0 where `attempt`
   * makes the next one wait, infinite where that would be too long.
   */
  readonly pauseAfter: (reply: Reply) => number | undefined
}
