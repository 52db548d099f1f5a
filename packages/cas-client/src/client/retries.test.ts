import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { type Answer, clientOf, fakeService, hangs, json, networkFault } from '../testing/fake-service.ts'
import { rejection } from '../testing/outcome.ts'
import { batchOf, envelope, extraction, point } from '../testing/samples.ts'
import type { CasClient } from './cas-client.ts'

const request = { geometry: point, datasetIds: ['a:b'] }
const batch = { geometries: [point], datasetIds: ['a:b'] }
const extract = 'POST /attributes/api/v1/extract'
const operations: readonly (readonly [line: string, call: (cas: CasClient) => Promise<unknown>, answer: object])[] = [
  [extract, (cas) => cas.extract(request), extraction(['a:b'])],
  [`${extract}/batch`, (cas) => cas.batchExtract(batch), batchOf()],
  ['GET /attributes/api/v1/providers', (cas) => cas.providers(), { providers: [] }],
  ['GET /attributes/api/v1/providers/a', (cas) => cas.provider('a'), { datasets: [] }],
  ['GET /attributes/api/v1/datasets', (cas) => cas.datasets(), { datasets: [] }],
  ['GET /attributes/health', (cas) => cas.health(), {}]
]

const failing = (status: number, headers: Record<string, string> = {}): Answer =>
  json(envelope('upstream_error', 'busy'), { status, headers })

/** A client with the default policy, whose pauses have no jitter. */
function patientClient(line: string, ...answers: readonly Answer[]) {
  const clock = createVirtualClock()
  const service = fakeService({ [line]: answers }, clock)
  return { clock, service, cas: clientOf(service, { clock, random: () => 0, retry: undefined }) }
}

test.each(operations)('%s is repeated when the network fails or the service is busy', async (line, call, answer) => {
  const { clock, service, cas } = patientClient(line, networkFault, failing(503), json(answer))
  const result = call(cas)
  await clock.advance(1_000)
  expect(await result).toEqual(answer)
  expect(service.lines()).toEqual([line, line, line])
  expect(new Set(service.seen.map(({ body }) => body)).size).toBe(1) // the same body each time
})

test.each([408, 429, 500, 502, 503, 504])('an extraction is repeated after a %i, twice', async (status) => {
  const { clock, service, cas } = patientClient(extract, failing(status))
  const error = rejection(cas.extract(request))
  await clock.advance(1_000)
  expect(await error).toMatchObject({ code: 'http-status', status })
  expect(service.seen).toHaveLength(3)
})

test.each([400, 401, 403, 404, 405, 422, 501])('a %i is told at once', async (status) => {
  const { service, cas } = patientClient(extract, failing(status))
  expect(await rejection(cas.extract(request))).toMatchObject({ code: 'http-status', status })
  expect(service.seen).toHaveLength(1)
})

test('a 429 is repeated after the pause that the service asks for', async () => {
  const ok = json(extraction(['a:b']))
  const { clock, service, cas } = patientClient(extract, failing(429, { 'Retry-After': '20' }), ok)
  const result = cas.extract(request)
  await clock.advance(20_000)
  expect((await result).results).toHaveLength(1)
  const [first, second] = service.seen.map(({ at }) => at) as [number, number]
  expect(second - first).toBe(20_000)
})

test('a pause that is too long is not waited for, and the error names it', async () => {
  const { service, cas } = patientClient(extract, failing(429, { 'Retry-After': '59' }))
  expect(await rejection(cas.extract(request))).toMatchObject({ status: 429, retryAfter: 59_000 })
  expect(service.seen).toHaveLength(1)
})

test('the policy of one call is kept beside the patience of an extraction', async () => {
  const ok = json(extraction(['a:b']))
  const { clock, service, cas } = patientClient(extract, failing(429, { 'Retry-After': '59' }), ok)
  const result = cas.extract(request, { retry: { limit: 1, maxDelay: 60_000 } })
  await clock.advance(59_000)
  expect((await result).results).toHaveLength(1)
  expect(service.seen).toHaveLength(2)
})

test.each([false, { limit: 0 }] as const)('with retry %j there is one try', async (retry) => {
  const { service, cas } = patientClient(extract, networkFault)
  expect(await rejection(cas.extract(request, { retry }))).toMatchObject({ code: 'network', name: 'CasError' })
  expect(service.seen).toHaveLength(1)
})

test.each([false, { limit: 0 }] as const)('the policy %j of the client holds for extractions, too', async (retry) => {
  const service = fakeService({ [extract]: networkFault })
  expect(await rejection(clientOf(service, { retry }).extract(request))).toMatchObject({ code: 'network' })
  expect(service.seen).toHaveLength(1)
})

test('a try of an extraction is given up only where the caller says so', async () => {
  const { clock, service, cas } = patientClient(extract, hangs, json(extraction(['a:b'])))
  const result = cas.extract(request, { retry: { tryTimeout: 10_000 } })
  await clock.advance(10_200)
  expect((await result).results).toHaveLength(1)
  expect(service.seen).toHaveLength(2)
})
