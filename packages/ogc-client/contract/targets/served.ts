import { setTimeout } from 'node:timers/promises'
import type { Target } from '@geoclients/contract-core'
import { type OgcContext, openContext } from '../context.ts'

/** A running server that belongs to the contract alone: after each feature all of its jobs are removed. */
export function openServed(baseUrl: string): Target<OgcContext>['open'] {
  return async (watch) => openContext({ baseUrl, fetch: watch(globalThis.fetch), cleanUp: () => removeJobs(baseUrl) })
}

const headers = { Accept: 'application/json' }
const bound = 10_000
const pause = 20

interface ListedJob {
  readonly jobID: string
  readonly started?: string | null
  readonly finished?: string | null
}

/**
 * Dismisses all jobs, waits until their work has stopped, and only then removes them: wraptile gives the id of a removed job
 * to the next one, together with the results of work that was still going on.
 */
async function removeJobs(baseUrl: string): Promise<void> {
  for (const job of await listJobs(baseUrl)) if (!hasStopped(job)) await remove(baseUrl, job)
  await untilNone(baseUrl, async () => (await listJobs(baseUrl)).filter((job) => !hasStopped(job)))
  await untilNone(baseUrl, async () => {
    const jobs = await listJobs(baseUrl)
    for (const job of jobs) await remove(baseUrl, job)
    return jobs
  })
}

async function untilNone(baseUrl: string, left: () => Promise<readonly ListedJob[]>): Promise<void> {
  const end = Date.now() + bound
  for (let jobs = await left(); jobs.length > 0; jobs = await left()) {
    if (Date.now() > end) throw new Error(`${baseUrl} still has ${jobs.map(({ jobID }) => jobID).join(', ')}`)
    await setTimeout(pause)
  }
}

/** One that never started was taken from the queue. */
function hasStopped({ started, finished }: ListedJob): boolean {
  return started == null || finished != null
}

async function listJobs(baseUrl: string): Promise<ListedJob[]> {
  const answer = await fetch(`${baseUrl}/jobs?limit=50`, { headers })
  const { jobs } = (await answer.json()) as { jobs?: ListedJob[] }
  return answer.ok && jobs ? jobs : []
}

async function remove(baseUrl: string, { jobID }: ListedJob): Promise<void> {
  const answer = await fetch(`${baseUrl}/jobs/${jobID}`, { method: 'DELETE', headers })
  await answer.arrayBuffer()
}
