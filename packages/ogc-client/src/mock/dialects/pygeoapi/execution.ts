import { parseText } from '@geoclients/client-core'
import { json, type Route, type RouteContext } from '@geoclients/mock-core'
import type { ProcessDescription, Subscriber } from '../../../generated/types.ts'
import type { JsonValue } from '../../../types/json.ts'
import { isJsonObject } from '../../answers/json-answer.ts'
import { endOf } from '../../jobs/job.ts'
import { sleepUntil } from '../../routes/execution.ts'
import { loadValidator } from '../../validator.ts'
import type { World } from '../../world.ts'
import { badParameter, exception, page } from './exceptions.ts'
import { results, run } from './processor.ts'

export function executionRoutes(world: World): Route[] {
  return [
    { method: 'POST', template: '/processes/{processID}/execution', handle: (context) => execute(world, context) }
  ]
}

async function execute(world: World, { request, baseUrl, param }: RouteContext): Promise<Response> {
  const { clock, jobs, callbacks } = world
  const process = world.processes.get(param('processID'))
  if (process === undefined) return exception(404, 'NoSuchProcess', 'identifier not found')
  const text = await request.text()
  if (text === '') return exception(400, 'MissingParameterValue', 'missing request data')
  const body = parse(text)
  if (body === undefined) return badParameter('invalid request data')
  if (!isJsonObject(body)) return page(500, 'Internal Server Error')
  const subscriber = isJsonObject(body.subscriber) ? body.subscriber : undefined
  if (subscriber && typeof subscriber.successUri !== 'string') {
    return exception(400, 'MissingParameterValue', 'Missing successUri')
  }
  const refusal = subscriber && callbacks.refusal(subscriber, request)
  if (refusal) return badParameter(refusal)

  await loadValidator()
  const created = clock.now()
  const ran = await run(process, body, (inputs) => world.resolveReferences(inputs, request))
  const job = jobs.add({ processId: process.description.id, created, started: created, ...ran })
  // pygeoapi does not check it further.
  if (subscriber) callbacks.plan(job, subscriber as unknown as Subscriber, baseUrl)

  const prefer = request.headers.get('Prefer')
  const headers = new Headers({ Location: `${baseUrl}/jobs/${job.id}` })
  if (runsAsync(process.description, prefer)) {
    headers.set('Preference-Applied', 'respond-async')
    return json({ jobID: job.id, type: 'process', status: 'accepted' }, { status: 201, headers })
  }
  if (prefer !== 'wait') headers.set('Preference-Applied', 'wait')
  await sleepUntil(clock, endOf(job), request.signal)
  if ('failure' in ran.outcome) {
    const code = 'InvalidParameterValue'
    const description = `Error executing process: ${ran.outcome.failure.message}`
    return json({ type: code, code, description }, { status: 400, headers })
  }
  const { mediaType, body: content } = results(ran.outcome.outputs, ran.delivery)
  headers.set('Content-Type', ran.delivery.response === 'raw' ? mediaType : 'application/json')
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), { headers })
}

/** Only a plain `respond-async` asks for a job. */
function runsAsync({ jobControlOptions = ['sync-execute'] }: ProcessDescription, prefer: string | null): boolean {
  if (prefer === 'respond-async') return jobControlOptions.includes('async-execute')
  return !jobControlOptions.includes('sync-execute')
}

function parse(text: string): JsonValue | undefined {
  try {
    return parseText(text) as JsonValue
  } catch {
    return undefined
  }
}
