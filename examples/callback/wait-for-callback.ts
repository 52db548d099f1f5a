import type { Clock, Job } from '@geoclients/ogc-client'
import type { Subscription } from './callback-receiver.ts'

export interface CallbackWait {
  /** Milliseconds after which the job is polled even without a callback, because callbacks can be lost. Default: 30,000. */
  readonly patience?: number
  /** A clock for tests. */
  readonly clock?: Pick<Clock, 'setTimeout' | 'clearTimeout'>
}

const ends: readonly string[] = ['successful', 'failed', 'dismissed']

/**
 * Waits for the end of a job by its callbacks: each callback causes one immediate poll, and there are no polls in between.
 * `job.results()` afterwards needs no more polls. It rejects if the job has failed.
 */
export async function waitForCallback(job: Job, subscription: Subscription, options: CallbackWait = {}): Promise<void> {
  const { patience = 30_000, clock = globalThis } = options
  while (!ends.includes(job.status)) {
    let timer: unknown
    const late = new Promise<void>((resolve) => {
      timer = clock.setTimeout(resolve, patience)
    })
    await subscription.next(late)
    clock.clearTimeout(timer as never)
    await job.refresh()
  }
}
