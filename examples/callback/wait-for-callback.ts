import type { Clock, Job } from '@geoclients/ogc-client'
import type { Subscription } from './callback-receiver.ts'

export interface CallbackWait {
  /** Milliseconds after which the job is asked for without a callback, since one can be lost. Default 30 000. */
  readonly patience?: number
  /** Where time comes from; for tests. */
  readonly clock?: Pick<Clock, 'setTimeout' | 'clearTimeout'>
}

const ends: readonly string[] = ['successful', 'failed', 'dismissed']

/**
 * Waits for the end of a job by its callbacks: each one is turned into one poll at once, and nothing is asked in between.
 * `job.results()` afterwards needs no poll of its own; it rejects where the job failed.
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
