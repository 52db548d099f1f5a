import { type Clock, startTimer } from '@geoclients/mock-core'
import type { Subscriber } from '../../generated/types.ts'
import { toDocument } from '../answers/results.ts'
import { isOnThisMachine } from '../this-machine.ts'
import { endOf, type Job, toJobInfo } from './job.ts'

/** Time limit of a subscriber's response, in real milliseconds. */
const timeout = 30_000

/** Where a mock may send requests to. */
export type Reach = 'loopback' | 'anywhere'

/** How subscribers are called. */
export interface CallbackOptions {
  /** A failed call is not repeated. */
  readonly fetch: typeof globalThis.fetch
  readonly reach: Reach
}

/** Notifies subscribers about their jobs. Only a job with a subscriber sets timers. */
export interface Callbacks {
  /** The reason why these subscribers may not be called; undefined if they may. */
  refusal(subscriber: Readonly<Record<string, unknown>>, request: Request): string | undefined
  /** Plans the calls: in progress at the start of the run, then success or failure at its end. */
  plan(job: Job, subscriber: Partial<Subscriber>, baseUrl: string): void
  /** Cancels the planned calls. */
  cancel(jobId: string): void
  clear(): void
}

export function createCallbacks(clock: Clock, { fetch, reach }: CallbackOptions): Callbacks {
  const timers = new Map<string, Set<() => void>>()

  function at(jobId: string, time: number, uri: string | undefined, body: () => unknown): void {
    // A dialect may accept an invalid URI.
    if (typeof uri !== 'string') return
    const planned = timers.get(jobId) ?? new Set()
    timers.set(jobId, planned)
    const cancelTimer = startTimer(clock, time - clock.now(), () => {
      planned.delete(cancelTimer)
      if (planned.size === 0) timers.delete(jobId)
      const headers = { 'Content-Type': 'application/json' }
      const signal = AbortSignal.timeout(timeout)
      // Redirects are not followed, because they could lead anywhere. The response is ignored.
      fetch(uri, { method: 'POST', headers, body: JSON.stringify(body()), redirect: 'manual', signal })
        .then((response) => response.body?.cancel())
        .catch(() => {})
    })
    planned.add(cancelTimer)
  }

  function cancel(jobId: string): void {
    for (const cancelTimer of timers.get(jobId) ?? []) cancelTimer()
    timers.delete(jobId)
  }

  return {
    refusal(subscriber, request) {
      if (reach === 'anywhere') return undefined
      const origin = request.headers.get('Origin')
      if (origin !== null && !isOnThisMachine(origin)) return `A page of ${origin} may not name a subscriber.`
      const [name, uri] =
        Object.entries(subscriber).find(([, uri]) => typeof uri === 'string' && !isOnThisMachine(uri)) ?? []
      return name && `'subscriber': ${name} is '${uri}'. Expected: an address of this machine (reach: 'loopback').`
    },
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
