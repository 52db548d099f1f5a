import { json } from '@geoclients/mock-core'
import type { InlineOrRefValue, JobResults } from '../../generated/types.ts'
import { type DeliveredOutput, type Delivery, resultsMediaType } from '../jobs/delivery.ts'
import type { MockOutputs, MockValue } from '../mock-process.ts'
import { multipartRelated, type Part } from './multipart.ts'
import { toBytes, toContentType, toInline } from './output-value.ts'

/** Results, ready to be sent. */
export interface ReadyResults {
  readonly jobId: string
  readonly delivery: Delivery
  readonly outputs: MockOutputs
  readonly baseUrl: string
}

/** The response for results in any form of the standard: raw or document, by value or reference, one or several. */
export function answerResults(ready: ReadyResults, extra?: HeadersInit): Response {
  const headers = new Headers(extra)
  const { response, outputs } = ready.delivery
  if (response === 'document') return json(toDocument(ready), { headers })

  const mediaType = resultsMediaType(ready.delivery)
  if (mediaType === undefined) {
    for (const output of outputs) {
      headers.append('Link', `<${referenceOf(ready, output)}>; rel="${output.id}"; type="${output.mediaType}"`)
    }
    return new Response(null, { status: 204, headers })
  }
  const [only, second] = outputs
  if (only !== undefined && second === undefined) {
    headers.set('Content-Type', toContentType(mediaType))
    return new Response(toBytes(outputValue(ready, only), only), { headers })
  }
  const multipart = multipartRelated(outputs.map((output) => toPart(ready, output)))
  headers.set('Content-Type', multipart.mediaType)
  return new Response(multipart.body, { headers })
}

/** The map of all outputs, which subscribers receive too. */
export function toDocument(ready: ReadyResults): JobResults {
  return Object.fromEntries(
    ready.delivery.outputs.map((output): [string, InlineOrRefValue] => [
      output.id,
      output.mode === 'reference'
        ? { href: referenceOf(ready, output), type: output.mediaType }
        : toInline(outputValue(ready, output), output)
    ])
  )
}

function toPart(ready: ReadyResults, output: DeliveredOutput): Part {
  const headers = { 'Content-Type': toContentType(output.mediaType), 'Content-ID': output.id }
  return output.mode === 'reference'
    ? { headers: { ...headers, 'Content-Location': referenceOf(ready, output) }, body: new Uint8Array() }
    : { headers, body: toBytes(outputValue(ready, output), output) }
}

function referenceOf({ baseUrl, jobId }: ReadyResults, { id }: DeliveredOutput): string {
  return `${baseUrl}/results-store/${jobId}/${encodeURIComponent(id)}`
}

function outputValue({ outputs }: ReadyResults, { id }: DeliveredOutput): MockValue {
  const value = outputs[id]
  if (value === undefined) throw new Error(`There is no output '${id}'.`)
  return value
}
