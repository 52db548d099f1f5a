import { byDataset, type CasClient, type Point } from '@geoclients/cas-client'
import { describe, expect, inject, test } from 'vitest'
import { casClient, casFailure, sending } from './fixtures/cas/clients.ts'
import { circle } from './fixtures/cas/raw-request.ts'
import { casRequestsPerMinute } from './servers/cas.ts'

const point: Point = { type: 'Point', coordinates: [7.5, 46.9] }
const datasetIds = ['demo_terrain:elevation']
const unauthorized = { code: 'http-status', status: 401, errorType: 'unauthorized' }
const methods: Readonly<Record<string, (cas: CasClient) => Promise<unknown>>> = {
  extract: (cas) => cas.extract({ geometry: point, datasetIds }),
  batchExtract: (cas) => cas.batchExtract({ geometries: [point], datasetIds }),
  providers: (cas) => cas.providers(),
  provider: (cas) => cas.provider('demo_soil'),
  datasets: (cas) => cas.datasets(),
  iterProviders: (cas) => cas.iterProviders().next(),
  iterDatasets: (cas) => cas.iterDatasets().next()
}

describe('behind API keys', () => {
  test.each(Object.entries(methods))('%s needs a key', async (_name, call) => {
    expect(await casFailure(call(casClient('cas-keys')))).toMatchObject(unauthorized)
    await call(casClient('cas-keys', { apiKey: 'key-one' }))
  })

  test('a wrong key is refused, and not told', async () => {
    const error = await casFailure(casClient('cas-keys', { apiKey: 'wrong-secret' }).providers())
    expect(error).toMatchObject(unauthorized)
    expect(error.requestId).toMatch(/^[0-9a-f]{12}$/)
    expect(JSON.stringify([error, error.message])).not.toContain('wrong-secret')
  })

  test('a key that changes is asked for anew', async () => {
    const keys = ['key-one', 'wrong', 'key-two']
    const cas = casClient('cas-keys', { apiKey: async () => keys.shift() ?? '' })
    expect((await cas.providers()).total).toBe(5)
    expect((await casFailure(cas.providers())).status).toBe(401)
    expect((await cas.providers()).total).toBe(5)
  })

  test('health is open', async () => {
    expect((await casClient('cas-keys').health()).status).toBe('ok')
  })

  test('the key is looked at before the request, but for JSON and paths', async () => {
    const baseUrl = inject('baseUrls')['cas-keys']
    const instead = (request: object) => casClient('cas-keys', { fetch: sending(baseUrl, request) })
    expect((await casFailure(instead({ path: '/api/v1/providers?limit=0' }).providers())).status).toBe(401)
    expect((await casFailure(instead({ path: '/api/v1/nope' }).providers())).status).toBe(404)
    const extract = instead({ body: '{' }).extract({ geometry: point, datasetIds })
    expect((await casFailure(extract)).errorType).toBe('validation_error')
  })

  test('a server may have lower limits than its clients know', async () => {
    const cas = casClient('cas-keys', { apiKey: 'key-one' })
    const error = await casFailure(cas.extract({ geometry: circle(51), datasetIds }))
    expect(error).toMatchObject({ status: 422, errorType: 'request_limit' })
    const { responses, total_results } = await cas.batchExtract({ geometries: [circle(51), circle(50)], datasetIds })
    expect(responses.map(({ geometry_hash }) => geometry_hash === 'error')).toEqual([true, false])
    expect(total_results).toBe(1)
  })
})

describe('behind a rate limit', () => {
  /** Uses up what one key may send. */
  async function exhausted(apiKey: string, options: object = {}): Promise<CasClient> {
    const cas = casClient('cas-limit', { apiKey, ...options })
    for (let count = 0; count < casRequestsPerMinute; count += 1) await cas.providers({ limit: 1 })
    return cas
  }

  test('the pause is read from the header', async () => {
    const error = await casFailure((await exhausted('key-one')).providers())
    expect(error).toMatchObject({ code: 'http-status', status: 429, errorType: 'rate_limited' })
    expect(error.retryAfter).toBeGreaterThan(30_000)
    expect(error.retryAfter).toBeLessThanOrEqual(60_000)
  })

  test('where no header can be read, as in a browser, the pause and the id are read from the body', async () => {
    const hidden: typeof globalThis.fetch = async (input, init) => {
      const { body, status, headers } = await fetch(input, init)
      const type = headers.get('content-type') ?? ''
      return new Response(body, { status, headers: { 'Content-Type': type } })
    }
    const error = await casFailure((await exhausted('key-two', { fetch: hidden })).providers())
    expect(error).toMatchObject({ status: 429, errorType: 'rate_limited' })
    expect(error.retryAfter).toBeGreaterThan(30_000)
    expect(error.retryAfter).toBeLessThanOrEqual(60_000)
    expect(error.requestId).toMatch(/^[0-9a-f]{12}$/)
  })

  test('each key has its own window; without a key it is counted before the key is missed', async () => {
    const cas = casClient('cas-limit')
    const statuses: (number | undefined)[] = []
    for (let count = 0; count <= casRequestsPerMinute; count += 1)
      statuses.push((await casFailure(cas.datasets())).status)
    expect(statuses).toEqual([...Array<number>(casRequestsPerMinute).fill(401), 429])
    const extract = casClient('cas-limit', { apiKey: 'key-three' }).extract({ geometry: point, datasetIds })
    expect(byDataset(await extract, 'demo_terrain:elevation')?.value).toBe(548.2)
    expect((await cas.health()).status).toBe('ok')
  })

  test('a longer pause than the client waits for is not waited for', async () => {
    const cas = casClient('cas-limit', { apiKey: 'key-four', retry: { limit: 1, maxDelay: 1_000 } })
    const started = Date.now()
    const call = async (): Promise<void> => {
      for (let count = 0; count <= casRequestsPerMinute; count += 1) await cas.datasets().catch(only401)
    }
    expect((await casFailure(call())).status).toBe(429)
    expect(Date.now() - started).toBeLessThan(5_000)
  })
})

function only401(error: { readonly status?: number }): void {
  if (error.status !== 401) throw error
}
