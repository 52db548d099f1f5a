import type { ProcessDescription, Subscriber } from '../../../generated/types.ts'
import { isJsonObject } from '../../answers/json-answer.ts'
import { badRequest } from '../../answers/problems.ts'
import { readSubscriberUris } from '../../inputs/execution-request.ts'
import { readInputs } from '../../inputs/read-inputs.ts'
import { type Delivery, readDelivery } from '../../jobs/delivery.ts'
import type { MockInputs } from '../../mock-process.ts'
import { loadValidator } from '../../validator.ts'
import type { Definition, State } from './state.ts'

export interface Execution {
  readonly inputs: MockInputs
  /** No outputs if `outputs` is an empty object. */
  readonly delivery: Delivery
  readonly subscriber: Partial<Subscriber> | undefined
}

/**
 * Checks an execution request. `response` and `transmissionMode` do not exist in version 2.0, so they are ignored.
 * @throws Problem 400
 */
export async function readRequest(
  { resolveReferences, callbacks }: State,
  body: Definition,
  description: ProcessDescription,
  request: Request
): Promise<Execution> {
  await loadValidator()
  const inputs = readInputs(await resolveReferences(body.inputs, request), description)
  const subscriber = readSubscriberUris(body.subscriber)
  const refusal = subscriber && callbacks.refusal({ ...subscriber }, request)
  if (refusal) throw badRequest(refusal)
  return { inputs, delivery: readOutputs(body.outputs, description), subscriber }
}

function readOutputs(outputs: Definition[string] | undefined, description: ProcessDescription): Delivery {
  if (isJsonObject(outputs) && Object.keys(outputs).length === 0) return { response: 'document', outputs: [] }
  const wanted = isJsonObject(outputs)
    ? Object.fromEntries(Object.entries(outputs).map(([id, wish]) => [id, withoutMode(wish)]))
    : outputs
  return readDelivery({ response: 'document', ...(wanted !== undefined && { outputs: wanted }) }, description)
}

function withoutMode(wish: Definition[string]): Definition[string] {
  if (!isJsonObject(wish)) return wish
  const { transmissionMode: _, ...rest } = wish
  return rest
}
