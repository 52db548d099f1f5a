import type { Job } from '../src/types/job.ts'
import type { JsonValue } from '../src/types/json.ts'
import type { ExecuteRequest } from '../src/types/process.ts'
import type { OgcContext } from './context.ts'
import { errorOf, expect, expectStatus, fail, lastAnswer } from './expectations.ts'

/** An execution of any process. */
export type AnyRequest = ExecuteRequest<Record<string, JsonValue>>

/** Sieves [2, 3, 5, 7]. */
export const primes: AnyRequest = { inputs: { min_val: 0, max_val: 10 } }

/** Two cells whose index is 0.5 exactly, at the default place. */
export const ndvi: AnyRequest = {
  inputs: { red: [[0.25, 0.25]], nir: [[0.75, 0.75]] }
}

/** Lasts longer than any feature: it is dismissed, never waited for. */
export const longSleep: AnyRequest = { inputs: { duration: 30 } }

/** Lasts long enough to be seen running. */
export const sleep: AnyRequest = { inputs: { duration: 2 } }

/** Fails on its way, with the message `Woke up too early`. */
export const failingSleep: AnyRequest = { inputs: { duration: 0.2, fail: true } }

/** A job that runs, or will. Fails at once where the server makes no jobs, instead of sleeping through. */
export async function startLong(context: OgcContext): Promise<Job> {
  await startShort(context)
  const job = await context.ogc.submit('sleep_a_while', longSleep, { mode: 'async' })
  expectStatus(lastAnswer(context, 'POST', '/execution'), 201)
  return job
}

/** A job that has no work to speak of. */
export async function startShort(context: OgcContext): Promise<Job> {
  const job = await context.ogc.submit('primes_between', primes, { mode: 'async' })
  expectStatus(lastAnswer(context, 'POST', '/execution'), 201)
  return job
}

export async function successfulJob(context: OgcContext): Promise<Job> {
  const job = await startShort(context)
  await job.wait()
  return job
}

export async function failedJob(context: OgcContext): Promise<Job> {
  await startShort(context)
  const job = await context.ogc.submit('sleep_a_while', failingSleep, { mode: 'async' })
  const { code } = await errorOf(job.wait())
  expect(code === 'job-failed', `waiting for a failing job ended with ${code}`)
  return job
}

export async function dismissedJob(context: OgcContext): Promise<Job> {
  const job = await startLong(context)
  await context.ogc.dismissJob(idOf(job))
  return job
}

/** Waits until the work of a dismissed job has ended too, which may take a moment after its dismissal. */
export async function untilStopped({ ogc }: OgcContext, job: Job): Promise<void> {
  for (let asked = 0; asked < 2_000; asked += 1) {
    const { started, finished } = await ogc.getJob(idOf(job))
    if (!started || finished) return
  }
  fail('the work of a dismissed job goes on')
}

export function idOf({ id }: Job): string {
  return id ?? fail('the server kept no job')
}
