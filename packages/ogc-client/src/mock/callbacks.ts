import { type Clock, startTimer } from '@geoclients/mock-core'
import type { Subscriber } from '../generated/types.ts'
import { endOf, type Job, toJobInfo } from './job.ts'
import { toDocument } from './results.ts'

/** Tells subscribers how their jobs go on. Only a job that has a subscriber sets timers. */
export interface Callbacks {
  /** Plans the calls: in progress at the start of the run, then success or failure at its end. */
  plan(job: Job, subscriber: Partial<Subscriber>, baseUrl: string): void
  /** Calls off what is still planned. */
  cancel(jobId: string): void
  clear(): void
}

/** @param fetch reaches the subscribers; one that cannot be reached is not tried again */
export function createCallbacks(clock: Clock, fetch: typeof globalThis.fetch): Callbacks {
  const timers = new Map<string, Set<() => void>>()

  function at(jobId: string, time: number, uri: string | undefined, body: () => unknown): void {
    if (uri === undefined) return
    const planned = timers.get(jobId) ?? new Set()
    timers.set(jobId, planned)
    const cancelTimer = startTimer(clock, time - clock.now(), () => {
      planned.delete(cancelTimer)
      if (planned.size === 0) timers.delete(jobId)
      const headers = { 'Content-Type': 'application/json' }
      fetch(uri, { method: 'POST', headers, body: JSON.stringify(body()) }).catch(() => {})
    })
    planned.add(cancelTimer)
  }

  function cancel(jobId: string): void {
    for (const cancelTimer of timers.get(jobId) ?? []) cancelTimer()
    timers.delete(jobId)
  }

  return {
    plan(job, { inProgressUri, successUri, failedUri }, baseUrl) {
      const { id, outcome, delivery, started } = job
      const end = endOf(job)
      if (started < end) at(id, started, inProgressUri, () => toJobInfo(job, started, baseUrl))
      if ('failure' in outcome) at(id, end, failedUri, () => toJobInfo(job, end, baseUrl))
      else at(id, end, successUri, () => toDocument({ jobId: id, delivery, outputs: outcome.outputs, baseUrl }))
    },
    cancel,
    clear() {
      for (const jobId of [...timers.keys()]) cancel(jobId)
    }
  }
}
