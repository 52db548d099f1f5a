import { type Clock, type Route, type RouteContext, sleep } from '@geoclients/mock-core'
import type { JobInfo } from '../../generated/types.ts'
import { JSON_TYPE, jsonAnswer, requireAccepted } from '../answers/json-answer.ts'
import { chooseMode, type ExecutionMode, preferenceApplied, readPrefer } from '../answers/prefer.ts'
import { badRequest, Problem } from '../answers/problems.ts'
import { readExecution } from '../inputs/execution-request.ts'
import { resultsMediaType } from '../jobs/delivery.ts'
import { endOf, type Job, toJobInfo } from '../jobs/job.ts'
import { runProcess } from '../jobs/run-process.ts'
import { findProcess, type World } from '../world.ts'
import { answerJobResults } from './results.ts'

/** Synchronous and asynchronous execution. Every run keeps a job; a synchronous response links to it with the relation `monitor`. */
export function executionRoutes(world: World): Route[] {
  return [
    { method: 'POST', template: '/processes/{processID}/execution', handle: (context) => execute(world, context) }
  ]
}

async function execute(world: World, { request, baseUrl, param }: RouteContext): Promise<Response> {
  const { clock, jobs, callbacks, queueTime } = world
  const process = findProcess(world, param('processID'))
  const { inputs, delivery, subscriber } = await readExecution(request, process.description, world.resolveReferences)
  const refusal = subscriber && callbacks.refusal({ ...subscriber }, request)
  if (refusal) throw badRequest(refusal)
  const prefer = readPrefer(request.headers.get('Prefer'))
  const mode = chooseMode(process.description, prefer)
  requireAnswerable(request, mode, resultsMediaType(delivery))

  const duration = process.duration?.(inputs) ?? 0
  const outcome = await runProcess(process, inputs)
  const created = clock.now()
  const started = created + queueTime
  const job = jobs.add({ processId: process.description.id, created, started, duration, outcome, delivery })
  if (subscriber !== undefined) callbacks.plan(job, subscriber, baseUrl)

  if (mode !== 'async') {
    await waitFor(world, job, mode, request.signal)
    if (clock.now() >= endOf(job)) {
      const applied = preferenceApplied(prefer, 'sync', endOf(job) - created)
      return answerSync(world, job.id, request, baseUrl, applied)
    }
  }
  const headers = new Headers(preferenceApplied(prefer, 'async', duration))
  headers.set('Location', `${baseUrl}/jobs/${job.id}`)
  return jsonAnswer<JobInfo>(request, toJobInfo(job, clock.now(), baseUrl), { status: 201, headers })
}

/** Checks before the run that the response will be acceptable, so a refused request leaves no job behind. */
function requireAnswerable(request: Request, mode: ExecutionMode, mediaType: string | undefined): void {
  if (mode !== 'sync') requireAccepted(request, JSON_TYPE)
  if (mode !== 'async' && mediaType !== undefined) requireAccepted(request, mediaType)
}

/** Waits for a synchronous run. If the caller disconnects, the run is cancelled. */
export async function waitFor(
  { clock, jobs, callbacks }: World,
  job: Job,
  mode: ExecutionMode,
  signal: AbortSignal
): Promise<void> {
  const end = endOf(job)
  try {
    await sleepUntil(clock, typeof mode === 'object' ? Math.min(end, job.created + mode.within) : end, signal)
  } catch (error) {
    callbacks.cancel(job.id)
    if (jobs.has(job.id)) jobs.dismiss(job.id)
    throw error
  }
}

export async function sleepUntil(clock: Clock, time: number, signal: AbortSignal): Promise<void> {
  while (clock.now() < time) await sleep(clock, time - clock.now(), signal)
}

function answerSync(world: World, jobId: string, request: Request, baseUrl: string, applied: HeadersInit): Response {
  const headers = new Headers(applied)
  headers.set('Link', `<${baseUrl}/jobs/${jobId}>; rel="monitor"`)
  try {
    return answerJobResults(world, jobId, request, baseUrl, headers)
  } catch (error) {
    if (error instanceof Problem) return error.toResponse(request, headers)
    throw error
  }
}
