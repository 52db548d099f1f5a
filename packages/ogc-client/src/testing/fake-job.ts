import { createVirtualClock, type VirtualClock } from '@geoclients/mock-core'
import type { OgcClient } from '../client/ogc-client.ts'
import type { OgcClientOptions } from '../client/options.ts'
import type { Job } from '../types/job.ts'
import { type Answer, clientOf, type FakeServer, fakeServer, json } from './fake-server.ts'

export interface FakeJob {
  readonly ogc: OgcClient
  readonly job: Job
  readonly clock: VirtualClock
  readonly server: FakeServer
  /** When each request reached the server, in milliseconds from the start of the job. */
  readonly times: () => number[]
}

/** A state of the job `j` of process `p`. */
export function state(status: string, more: object = {}, headers: Readonly<Record<string, string>> = {}): Answer {
  return json({ jobID: 'j', status, ...more }, { headers })
}

/** A job that was just started, and the states that its server tells in turn; time stands still and has no jitter. */
export async function fakeJob(
  states: readonly Answer[],
  routes: Readonly<Record<string, Answer | readonly Answer[]>> = {},
  options: Partial<OgcClientOptions> = {}
): Promise<FakeJob> {
  const clock = createVirtualClock()
  const server = fakeServer(
    {
      'POST /processes/p/execution': json({ jobID: 'j', status: 'accepted' }, { status: 201 }),
      'GET /processes/p': json({ id: 'p', version: '1', outputs: { a: { schema: {} } } }),
      'GET /jobs/j': states,
      ...routes
    },
    clock
  )
  const ogc = clientOf(server, { clock, random: () => 0, ...options })
  const job = await ogc.submit('p', {}, { mode: 'async' })
  const start = clock.now()
  server.calls.length = 0
  return { ogc, job, clock, server, times: () => server.calls.map(({ at }) => at - start) }
}
