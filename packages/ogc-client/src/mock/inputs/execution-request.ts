import { parseText } from '@geoclients/client-core'
import { essence } from '@geoclients/mock-core'
import type { ProcessDescription, Subscriber } from '../../generated/types.ts'
import type { JsonValue } from '../../types/json.ts'
import { isJsonObject, JSON_TYPE } from '../answers/json-answer.ts'
import { badRequest, Problem } from '../answers/problems.ts'
import { type Delivery, readDelivery } from '../jobs/delivery.ts'
import type { MockInputs } from '../mock-process.ts'
import { loadValidator } from '../validator.ts'
import { readInputs } from './read-inputs.ts'
import type { ResolveReferences } from './references.ts'

/** The checked body of an execution. */
export interface ExecutionRequest {
  readonly inputs: MockInputs
  readonly delivery: Delivery
  readonly subscriber: Subscriber | undefined
}

/** @throws Problem 415 if it is not labelled as JSON, 400 for any other fault */
export async function readExecution(
  request: Request,
  description: ProcessDescription,
  resolveReferences: ResolveReferences
): Promise<ExecutionRequest> {
  const body = await readJsonObject(request)
  await loadValidator()
  return {
    inputs: readInputs(await resolveReferences(body.inputs, request), description),
    delivery: readDelivery(body, description),
    subscriber: readSubscriber(body.subscriber)
  }
}

/** @throws Problem 415 if it is not labelled as JSON, 400 if it is not a JSON object */
export async function readJsonObject(request: Request): Promise<Readonly<Record<string, JsonValue>>> {
  const contentType = request.headers.get('Content-Type')
  if (contentType === null || essence(contentType) !== JSON_TYPE) {
    throw new Problem(415, `The body is ${contentType ?? 'of no media type'}. Expected: ${JSON_TYPE}.`)
  }
  const body = parse(await request.text())
  if (!isJsonObject(body)) throw badRequest('The body is not valid. Expected: an object.')
  return body
}

function parse(text: string): JsonValue {
  try {
    return parseText(text) as JsonValue
  } catch {
    throw badRequest('The body is not JSON.')
  }
}

/** @throws Problem 400 */
function readSubscriber(given: JsonValue | undefined): Subscriber | undefined {
  const subscriber = readSubscriberUris(given)
  if (subscriber === undefined) return undefined
  const { successUri } = subscriber
  if (successUri === undefined) throw badRequest("'subscriber' has no successUri. Expected: an http URL.")
  return { ...subscriber, successUri }
}

/** The subscriber URIs that are set. @throws Problem 400 */
export function readSubscriberUris(given: JsonValue | undefined): Partial<Subscriber> | undefined {
  if (given === undefined) return undefined
  if (!isJsonObject(given)) throw badRequest("'subscriber' is not valid. Expected: an object of URIs.")
  const names = ['successUri', 'inProgressUri', 'failedUri'] as const
  return Object.fromEntries(names.map((name) => [name, readUri(given, name)]).filter(([, uri]) => uri !== undefined))
}

function readUri(subscriber: Readonly<Record<string, JsonValue>>, name: string): string | undefined {
  const uri = subscriber[name]
  if (uri === undefined) return undefined
  if (typeof uri === 'string' && /^https?:$/.test(URL.parse(uri)?.protocol ?? '')) return uri
  throw badRequest(`'subscriber': ${name} is ${JSON.stringify(uri)}. Expected: an http URL.`)
}
