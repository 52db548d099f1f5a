import type { Clock } from '@geoclients/client-core'
import type { JobInfo } from '../../types/wire.ts'

/** The states in the list of the wanted jobs. */
export interface Listed {
  readonly found: ReadonlyMap<string, JobInfo>
  readonly retryAfter?: number | undefined
}

const firstPause = 10_000
const longestPause = 600_000

/**
 * Decides whether many jobs are polled with one request for the job list. The list may be missing, leave out jobs, or have many
 * more jobs than are watched, because some servers ignore filters. In these cases it is not used for a while, longer each
 * time, and then tried again.
 */
export class ListBackoff {
  readonly clock: Clock
  #tryAgainAt = 0
  #pause = firstPause
  /** Number of wanted jobs when the list was too long. For more jobs it may be worth it. */
  #tooLongFor: number | undefined
  /** Which of its filters the server takes, as far as is known. */
  filter = 0

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** Whether the list is worth a request for that many jobs. */
  pays(jobs: number): boolean {
    return this.clock.now() >= this.#tryAgainAt || jobs > 2 * (this.#tooLongFor ?? Number.POSITIVE_INFINITY)
  }

  works(): void {
    this.#pause = firstPause
    this.#tooLongFor = undefined
    this.#tryAgainAt = 0
  }

  leaveAlone(tooLongFor?: number): void {
    this.#tryAgainAt = this.clock.now() + this.#pause
    this.#pause = Math.min(longestPause, 2 * this.#pause)
    this.#tooLongFor = tooLongFor
  }
}
