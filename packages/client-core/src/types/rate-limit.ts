import type { Layer, Reply } from './call.ts'

/** A client's rate limit. */
export interface Pace {
  /** Wraps each attempt, to make it wait for its turn. A wait in `call.untimed` does not count towards the call's time. */
  readonly attempt: Layer
  /**
   * The pause before a refused attempt is repeated; undefined leaves it to the pipeline. 0 if `attempt` already makes the next
   * one wait, infinity if that wait would be too long.
   */
  readonly pauseAfter: (reply: Reply) => number | undefined
}
