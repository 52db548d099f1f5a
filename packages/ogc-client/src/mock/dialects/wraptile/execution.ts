import { parseText } from '@geoclients/client-core'
import { essence, json, type Route, type RouteContext } from '@geoclients/mock-core'
import type { Subscriber } from '../../../generated/types.ts'
import type { JsonValue } from '../../../types/json.ts'
import { isJsonObject, JSON_TYPE } from '../../answers/json-answer.ts'
import { Problem } from '../../answers/problems.ts'
import { readSubscriberUris } from '../../inputs/execution-request.ts'
import { readInputs } from '../../inputs/read-inputs.ts'
import { readDelivery } from '../../jobs/delivery.ts'
import { runProcess } from '../../jobs/run-process.ts'
import type { MockInputs, MockProcess } from '../../mock-process.ts'
import { loadValidator } from '../../validator.ts'
import type { World } from '../../world.ts'
import { findProcess } from './documents.ts'
import { ServiceError, UnprocessableError } from './errors.ts'
import { toState } from './jobs.ts'

interface Body {
  readonly inputs: Readonly<Record<string, JsonValue>>
  readonly subscriber: Partial<Subscriber> | undefined
}

/** Every run is a job, whatever `Prefer`, `response` and `outputs` say. There is no `Location` header. */
export function executionRoutes(world: World): Route[] {
  return [
    { method: 'POST', template: '/processes/{processID}/execution', handle: (context) => execute(world, context) }
  ]
}

async function execute(world: World, { request, baseUrl, param }: RouteContext): Promise<Response> {
  const { clock, jobs, callbacks, queueTime } = world
  const { subscriber, ...body } = readBody(await request.text(), request.headers.get('Content-Type'))
  const refusal = subscriber && callbacks.refusal({ ...subscriber }, request)
  if (refusal) throw new UnprocessableError(['body', 'subscriber'], refusal)
  const process = findProcess(world, param('processID'))
  await loadValidator()
  const inputs = checkInputs(body.inputs, process)
  const outcome = await runProcess(process, inputs)
  const created = clock.now()
  const job = jobs.add({
    processId: process.description.id,
    created,
    started: created + queueTime,
    duration: process.duration?.(inputs) ?? 0,
    outcome,
    delivery: readDelivery({}, process.description)
  })
  if (subscriber !== undefined) callbacks.plan(job, subscriber, baseUrl)
  return json(toState(job, created), { status: 201 })
}

/** @throws UnprocessableError if the framework cannot parse it */
function readBody(text: string, type: string | null): Body {
  let body: JsonValue
  // A body with another media type is not parsed.
  if (essence(type ?? '') !== JSON_TYPE) throw notAnObject()
  try {
    body = parseText(text) as JsonValue
  } catch {
    throw new UnprocessableError(['body', 0], 'JSON decode error')
  }
  if (!isJsonObject(body)) throw notAnObject()
  const { inputs = null, response = 'raw' } = body
  if (inputs !== null && !isJsonObject(inputs)) {
    throw new UnprocessableError(['body', 'inputs'], 'Input should be a valid dictionary')
  }
  if (response !== 'raw' && response !== 'document') {
    throw new UnprocessableError(['body', 'response'], "Input should be 'raw' or 'document'")
  }
  try {
    return { inputs: inputs ?? {}, subscriber: readSubscriberUris(body.subscriber) }
  } catch (error) {
    throw new UnprocessableError(['body', 'subscriber'], error instanceof Error ? error.message : String(error))
  }
}

function notAnObject(): UnprocessableError {
  return new UnprocessableError(['body'], 'Input should be a valid dictionary')
}

/** Unknown inputs are ignored. Values are plain JSON, never qualified. */
function checkInputs(inputs: Body['inputs'], { description }: MockProcess): MockInputs {
  const described = description.inputs ?? {}
  const known = Object.entries(inputs).filter(([id]) => Object.hasOwn(described, id))
  const formed = known.find(([, value]) => isJsonObject(value) && ('value' in value || 'href' in value))
  try {
    if (formed) throw new Problem(400, `${formed[0]}: Input should be a plain value`)
    return readInputs(Object.fromEntries(known), description)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const detail = `Invalid parameterization for process '${description.id}': ${error.message}`
    throw new ServiceError(400, 'bad-request', detail)
  }
}
