import { expectRecord, malformed, type Received } from '@geoclients/client-core'
import type {
  AttributeResponse,
  BatchAttributeResponse,
  DatasetListResponse,
  HealthResponse,
  ProviderDetail,
  ProviderListResponse
} from '../generated/types.ts'
import { lackOf } from './attribute-response.ts'

/** Checks that a body has the arrays that users iterate over, without null. The rest is not checked. */
function readWith<T>(received: Received, expected: string, ...arrays: readonly (keyof T & string)[]): T {
  const body = expectRecord(received, expected)
  for (const name of arrays) {
    const list = body[name]
    if (Array.isArray(list) && !list.includes(null)) continue
    throw malformed(received, `${expected} with the array "${name}"`, list)
  }
  return body as T // the contract suite validates the service's responses in full
}

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

export const readProviders = (received: Received): ProviderListResponse =>
  readWith<ProviderListResponse>(received, 'a list of providers', 'providers')

export const readProvider = (received: Received): ProviderDetail =>
  readWith<ProviderDetail>(received, 'a provider', 'datasets')

export const readDatasets = (received: Received): DatasetListResponse =>
  readWith<DatasetListResponse>(received, 'a list of datasets', 'datasets')

export const readHealth = (received: Received): HealthResponse => readWith<HealthResponse>(received, 'a health status')
