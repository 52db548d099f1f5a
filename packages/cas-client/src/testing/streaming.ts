import { createVirtualClock, type VirtualClock } from '@geoclients/mock-core'
import { CasClient } from '../client/cas-client.ts'
import type { CasClientOptions } from '../client/options.ts'
import { type BatchService, batchService, type Trouble } from './batch-service.ts'
import { baseUrl } from './fake-service.ts'

export interface Streaming {
  readonly clock: VirtualClock
  readonly service: BatchService
  readonly cas: CasClient
}

/** A client, with the default retries, of a service that answers batches. */
export function streaming(
  trouble?: Trouble,
  { latency, ...options }: Partial<CasClientOptions> & { latency?: () => number } = {}
): Streaming {
  const clock = createVirtualClock()
  const service = batchService(clock, trouble, latency)
  const cas = new CasClient({ baseUrl, fetch: service.fetch, clock, random: () => 0, ...options })
  return { clock, service, cas }
}

/** Lets time pass until a promise has settled; a promise that needs more than ten hours hangs. */
export async function passing<T>(clock: VirtualClock, promise: Promise<T>): Promise<T> {
  let settled = false
  const done = (): void => {
    settled = true
  }
  promise.then(done, done)
  for (let steps = 0; !settled; steps++) {
    if (steps > 36_000) throw new Error('this hangs')
    await clock.advance(1_000)
  }
  return promise
}
