import { expectRecord, malformed, type Received } from '@geoclients/client-core'
import type { DatasetListResponse, HealthResponse, ProviderDetail, ProviderListResponse } from '../generated/types.ts'

/** Checks that a body has the arrays that users iterate over, without null. The rest is not checked. */
export function readWith<T>(received: Received, expected: string, ...arrays: readonly (keyof T & string)[]): T {
  const body = expectRecord(received, expected)
  for (const name of arrays) {
    const list = body[name]
    if (Array.isArray(list) && !list.includes(null)) continue
    throw malformed(received, `${expected} with the array "${name}"`, list)
  }
  return body as T // the contract suite validates the service's responses in full
}

export const readProviders = (received: Received): ProviderListResponse =>
  readWith<ProviderListResponse>(received, 'a list of providers', 'providers')

export const readProvider = (received: Received): ProviderDetail =>
  readWith<ProviderDetail>(received, 'a provider', 'datasets')

export const readDatasets = (received: Received): DatasetListResponse =>
  readWith<DatasetListResponse>(received, 'a list of datasets', 'datasets')

export const readHealth = (received: Received): HealthResponse => readWith<HealthResponse>(received, 'a health status')
