import { expectRecord, malformed, type Received } from '@geoclients/client-core'
import type { AttributeResponse, BatchAttributeResponse } from '../generated/types.ts'
import { lackOf } from './attribute-response.ts'
import { readWith } from './parse.ts'

export function readExtract(received: Received): AttributeResponse {
  const expected = 'an extraction result'
  const lack = lackOf(expectRecord(received, expected))
  if (lack) throw malformed(received, `${expected} with ${lack.member}`, lack.got)
  return readWith<AttributeResponse>(received, expected)
}

/** A batch without checks of its responses, because an invalid one must not affect the others. */
export function readResponses(received: Received): BatchAttributeResponse {
  const body = expectRecord(received, 'a batch result')
  const { responses } = body
  if (Array.isArray(responses)) return body as BatchAttributeResponse // each response is checked when it is used
  throw malformed(received, 'a batch result with the array "responses"', responses)
}

export function readBatch(received: Received): BatchAttributeResponse {
  const batch = readWith<BatchAttributeResponse>(received, 'a batch result', 'responses')
  for (const [i, response] of batch.responses.entries()) {
    const lack = lackOf(response)
    if (lack) throw malformed(received, `a batch result with ${lack.member} in responses[${i}]`, lack.got)
  }
  return batch
}
