import { type CasMockOptions, createCasMock } from '@geoclients/cas-client/mock'
import { type MockServer, serve } from '@geoclients/cas-client/mock/node'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { catalogueRequests } from './fixtures/cas/catalogue-requests.ts'
import { extractionRequests } from './fixtures/cas/extraction-requests.ts'
import { guardedRequests } from './fixtures/cas/guarded-requests.ts'
import type { RawRequest, RawRequests } from './fixtures/cas/raw-request.ts'
import { refusedRequests } from './fixtures/cas/refused-requests.ts'
import { shapeOf } from './fixtures/cas/shape.ts'
import { type CasSetUp, casKeys, casRequestsPerMinute, casVertices } from './servers/cas.ts'

/* The mock and the real server get the same requests and must answer the same, but for sentences, times and random names. */

describe('catalogue', () => compare('cas', catalogueRequests))

describe('extractions', () => compare('cas', extractionRequests))

describe('refused extractions', () => compare('cas', refusedRequests))

describe('behind keys', () =>
  compare('cas-keys', guardedRequests, { apiKeys: casKeys, maxVertices: casVertices['cas-keys'] }))

describe('behind a rate limit', () => {
  const options = { apiKeys: casKeys, ratePerMinute: casRequestsPerMinute }
  const path = '/api/v1/providers'
  const asked: readonly RawRequest[] = [
    ...Array.from({ length: casRequestsPerMinute + 1 }, () => ({ path, headers: { 'X-API-Key': 'mock-test' } })),
    { path: '/health', headers: { 'X-API-Key': 'mock-test' } },
    { path: '/api/v1/nope', headers: { 'X-API-Key': 'mock-test' } }
  ]
  compare('cas-limit', Object.fromEntries(asked.map((request, index) => [`request ${index + 1}`, request])), options)
})

function compare(server: CasSetUp, requests: RawRequests, options: CasMockOptions = {}): void {
  let mock: MockServer
  beforeAll(async () => {
    mock = await serve(createCasMock(options))
  })
  afterAll(() => mock.close())

  test.each(Object.entries(requests))('%s', async (_name, request) => {
    const [real, ours] = await Promise.all([shapeOf(inject('baseUrls')[server], request), shapeOf(mock.url, request)])
    expect(ours).toEqual(real)
  })
}
