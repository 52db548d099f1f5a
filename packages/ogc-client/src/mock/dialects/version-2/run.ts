import { endOf, type Job } from '../../jobs/job.ts'
import { runProcess } from '../../jobs/run-process.ts'
import type { MockProcess } from '../../mock-process.ts'
import type { Execution } from './execution-request.ts'
import type { Definition, State } from './state.ts'

/** Runs a process as a new job or as an existing one. */
export async function run(
  { clock, jobs, callbacks, queueTime, definitions, created }: State,
  process: MockProcess,
  { inputs, delivery, subscriber }: Execution,
  definition: Definition,
  baseUrl: string,
  prepared?: Job
): Promise<Job> {
  const duration = process.duration?.(inputs) ?? 0
  const outcome = await runProcess(process, inputs)
  const now = clock.now()
  const made = { processId: process.description.id, started: now + queueTime, duration, outcome, delivery }
  const job = prepared ? { ...prepared, ...made } : jobs.add({ ...made, created: now })
  jobs.put(job)
  created.delete(job.id)
  definitions.set(job.id, definition)
  if (subscriber) callbacks.plan(job, subscriber, baseUrl)
  return job
}

/** How long a run takes, in milliseconds. */
export function lengthOf(job: Job): number {
  return endOf(job) - job.created
}
