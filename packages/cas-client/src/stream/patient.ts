import { backoffDelay, type Clock, type RequestOptions, sleep } from '@geoclients/client-core'
import { isCasError } from '../cas-error.ts'

/** What waiting needs. */
export interface Waiting {
  readonly clock: Clock
  readonly random: () => number
  readonly signal: AbortSignal
}

/** A service that lets nobody in for longer than this many waits is given up. */
const maxWaits = 30

/**
 * Calls again as long as the service is only busy: a run must not lose a batch to a limit that is over within a minute.
 * The service rounds `Retry-After` down, so a second is added, and up to one more that keeps callers apart.
 */
export async function whileBusy<T>(
  call: () => Promise<T>,
  retry: RequestOptions['retry'],
  waiting: Waiting
): Promise<T> {
  const { clock, random, signal } = waiting
  for (let waits = 0; ; waits++) {
    try {
      return await call()
    } catch (error) {
      const isBusy = isCasError(error) && error.status === 429 && retry !== false && retry?.limit !== 0
      if (!isBusy || waits === maxWaits) throw error
      const asked = error.retryAfter ?? backoffDelay({ min: 1_000, max: 60_000, factor: 2 }, waits, random)
      await sleep(clock, asked + 1_000 + random() * 1_000, signal)
    }
  }
}
