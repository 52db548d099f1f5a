import { essence } from '@geoclients/mock-core'
import type { ProcessDescription, ResponseType, TransmissionMode } from '../../generated/types.ts'
import { isBbox, ownMediaType } from '../../schema/validate/traits.ts'
import type { JsonValue } from '../../types/json.ts'
import { isJsonObject } from '../answers/json-answer.ts'
import { badRequest } from '../answers/problems.ts'

/** How one output is sent. */
export interface DeliveredOutput {
  readonly id: string
  readonly mode: TransmissionMode
  readonly mediaType: string
  readonly bbox: boolean
}

/** How the results of one execution are sent. */
export interface Delivery {
  readonly response: ResponseType
  readonly outputs: readonly DeliveredOutput[]
}

/**
 * Reads `response` and `outputs` of an execution. Missing or empty `outputs` mean all outputs by value.
 * @throws Problem 400
 */
export function readDelivery(
  { response, outputs }: Readonly<Record<string, JsonValue>>,
  description: ProcessDescription
): Delivery {
  if (response !== undefined && response !== 'raw' && response !== 'document') {
    throw badRequest(`'response' is ${JSON.stringify(response)}. Expected: raw or document.`)
  }
  if (outputs !== undefined && !isJsonObject(outputs)) {
    throw badRequest("'outputs' is not valid. Expected: an object of wishes by output id.")
  }
  const described = description.outputs ?? {}
  const all = Object.keys(described)
  const wanted = outputs === undefined || Object.keys(outputs).length === 0 ? all : Object.keys(outputs)
  const delivered = wanted.map((id): DeliveredOutput => {
    const schema = Object.hasOwn(described, id) ? described[id]?.schema : undefined
    if (schema === undefined)
      throw badRequest(`Output '${id}' is unknown. Expected: ${all.join(', ') || 'no outputs'}.`)
    const wish = outputs?.[id] ?? {}
    if (!isJsonObject(wish)) throw badRequest(`Output '${id}' is not valid. Expected: an object.`)
    const mediaType = ownMediaType(schema)
    checkFormat(id, wish.format, mediaType)
    return { id, mode: readMode(id, wish.transmissionMode, description), mediaType, bbox: isBbox(schema) }
  })
  return { response: response ?? 'raw', outputs: delivered }
}

/** The media type of a response with these results; undefined if it has no body. */
export function resultsMediaType({ response, outputs }: Delivery): string | undefined {
  if (response === 'document') return 'application/json'
  if (outputs.every(({ mode }) => mode === 'reference')) return undefined
  const [first, second] = outputs
  return second === undefined ? first?.mediaType : 'multipart/related'
}

function readMode(
  id: string,
  mode: JsonValue | undefined,
  { outputTransmission = ['value'] }: ProcessDescription
): TransmissionMode {
  if (mode === undefined) return outputTransmission.includes('value') ? 'value' : 'reference'
  const offered = outputTransmission.find((offer) => offer === mode)
  if (offered === undefined) {
    const expected = outputTransmission.join(' or ')
    throw badRequest(`Output '${id}': transmissionMode is ${JSON.stringify(mode)}. Expected: ${expected}.`)
  }
  return offered
}

function checkFormat(id: string, format: JsonValue | undefined, offered: string): void {
  if (format === undefined) return
  if (!isJsonObject(format)) throw badRequest(`Output '${id}': format is not valid. Expected: an object.`)
  const { mediaType } = format
  if (mediaType === undefined || (typeof mediaType === 'string' && essence(mediaType) === offered)) return
  throw badRequest(`Output '${id}': the media type is ${JSON.stringify(mediaType)}. Expected: ${offered}.`)
}
