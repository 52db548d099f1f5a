import type { Route, RouteContext } from '@geoclients/mock-core'
import type { JobInfo } from '../../../generated/types.ts'
import { JSON_TYPE, jsonAnswer, requireAccepted } from '../../answers/json-answer.ts'
import { chooseMode, preferenceApplied, readPrefer } from '../../answers/prefer.ts'
import { Problem } from '../../answers/problems.ts'
import { readJsonObject } from '../../inputs/execution-request.ts'
import { endOf } from '../../jobs/job.ts'
import { waitFor } from '../../routes/execution.ts'
import { findProcess } from '../../world.ts'
import { readRequest } from './execution-request.ts'
import { answerResults, readAsked } from './results.ts'
import { lengthOf, run } from './run.ts'
import type { State } from './state.ts'
import { toStatusInfo } from './status-info.ts'

/** Synchronous and asynchronous execution. Every run keeps a job. */
export function executionRoutes(state: State): Route[] {
  return [
    { method: 'POST', template: '/processes/{processID}/execution', handle: (context) => execute(state, context) }
  ]
}

async function execute(state: State, { request, url, baseUrl, param }: RouteContext): Promise<Response> {
  const process = findProcess(state, param('processID'))
  const body = await readJsonObject(request)
  const execution = await readRequest(state, body, process.description, request)
  const prefer = readPrefer(request.headers.get('Prefer'))
  const mode = chooseMode(process.description, prefer)
  const asked = readAsked(request, url)
  if (mode !== 'sync') requireAccepted(request, JSON_TYPE)

  const job = await run(state, process, execution, body, baseUrl)
  if (mode !== 'async') {
    await waitFor(state, job, mode, request.signal)
    if (state.clock.now() >= endOf(job)) {
      const headers = new Headers(preferenceApplied(prefer, 'sync', lengthOf(job)))
      headers.append('Link', `<${baseUrl}/jobs/${job.id}>; rel="monitor"`)
      try {
        return answerResults(state, job, { request, baseUrl, asked, isSync: true }, headers)
      } catch (error) {
        if (error instanceof Problem) return error.toResponse(request, headers)
        throw error
      }
    }
  }
  const headers = new Headers(preferenceApplied(prefer, 'async', job.duration))
  headers.set('Location', `${baseUrl}/jobs/${job.id}`)
  return jsonAnswer<JobInfo>(request, toStatusInfo(state, job, baseUrl), { status: 201, headers })
}
