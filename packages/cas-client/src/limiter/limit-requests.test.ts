import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { CasClient } from '../cas-client.ts'
import { createCasMock } from '../mock/cas-mock.ts'
import type { CasClientOptions } from '../options.ts'
import { points } from '../testing/batch-service.ts'
import { baseUrl, fakeService, hangs, json } from '../testing/fake-service.ts'
import { rejection, settle } from '../testing/outcome.ts'
import { extraction, point } from '../testing/samples.ts'
import { passing } from '../testing/streaming.ts'

const datasetIds = ['demo_terrain:elevation']
const request = { geometry: point, datasetIds }
const extract = 'POST /attributes/api/v1/extract'
const health = 'GET /attributes/health'

function limited(routes: Parameters<typeof fakeService>[0], options: Partial<CasClientOptions>) {
  const clock = createVirtualClock(0)
  const service = fakeService(routes, clock)
  const cas = new CasClient({ baseUrl, fetch: service.fetch, clock, random: () => 0, ...options })
  return { clock, service, cas, seconds: () => service.seen.map(({ at }) => at / 1_000) }
}

test('all callers of a client share its limit, whatever they call', async () => {
  const up = { [extract]: json(extraction(datasetIds)), [health]: json({ status: 'ok' }) }
  const { clock, cas, seconds } = limited(up, { requestsPerMinute: 2 })
  const calls = [cas.extract(request), cas.health(), cas.api.GET('/health'), cas.extract(request), cas.health()]
  await passing(clock, Promise.all(calls))
  expect(seconds()).toEqual([0, 0, 61, 61, 122])
  expect(cas.config.requestsPerMinute).toBe(2)
})

test('waiting for its turn takes nothing from the time of a call', async () => {
  const { clock, cas, seconds } = limited({ [health]: [json({}), hangs] }, { requestsPerMinute: 1, retry: false })
  const calls = Promise.all([cas.health({ timeout: 5_000 }), rejection(cas.health({ timeout: 5_000 }))])
  const [, error] = await passing(clock, calls)
  expect(error).toMatchObject({ code: 'timeout' })
  expect(seconds()).toEqual([0, 61])
  expect(clock.pending).toBe(0)
})

test('a repeated try is one more request', async () => {
  const down = json({}, { status: 503 })
  const { clock, cas, seconds } = limited({ [health]: [down, json({})] }, { requestsPerMinute: 1, timeout: 100_000 })
  await passing(clock, cas.health())
  expect(seconds()).toEqual([0, 61])
})

test('an abort or close ends the wait for a turn', async () => {
  const { clock, service, cas } = limited({ [health]: json({}) }, { requestsPerMinute: 1 })
  await cas.health()
  const controller = new AbortController()
  const [aborted, closed] = [rejection(cas.health({ signal: controller.signal })), rejection(cas.health())]
  await settle()
  controller.abort('enough')
  expect(await aborted).toMatchObject({ code: 'aborted', cause: 'enough', name: 'AbortError' })
  cas.close()
  expect(await closed).toMatchObject({ code: 'closed' })
  expect(service.seen).toHaveLength(1)
  expect(clock.pending).toBe(0)
})

test('a call that is never sent costs nothing', async () => {
  const dies = { use: [() => () => Promise.reject(new Error('no'))] }
  const { cas, service } = limited({ [health]: json({}) }, { requestsPerMinute: 1, ...dies })
  for (let i = 0; i < 3; i++) await rejection(cas.health())
  expect(service.seen).toEqual([])
})

test.each(['header', 'message'])('a pause that the %s asks for holds for all callers', async (where) => {
  const message = where === 'message' ? 'Rate limit exceeded; retry after 20s' : 'no'
  const headers: Record<string, string> = where === 'header' ? { 'Retry-After': '20' } : {}
  const busy = json({ error: { type: 'rate_limited', message } }, { status: 429, headers })
  const { clock, cas, seconds } = limited({ [health]: [busy, json({})] }, { requestsPerMinute: 60, retry: false })
  const first = rejection(cas.health())
  await clock.advance(1_000)
  expect(await first).toMatchObject({ status: 429 })
  await passing(clock, cas.health())
  expect(seconds()).toEqual([0, 21])
})

test('who is refused with 429 waits for its turn again, however long, as often as retry says', async () => {
  const busy = json({}, { status: 429, headers: { 'Retry-After': '300' } })
  const { clock, cas, seconds } = limited({ [health]: busy }, { requestsPerMinute: 60 })
  expect(await passing(clock, rejection(cas.health()))).toMatchObject({ status: 429, retryAfter: 300_000 })
  expect(seconds()).toEqual([0, 301, 602])
  expect(await passing(clock, rejection(cas.health({ retry: { limit: 1 } })))).toMatchObject({ status: 429 })
  expect(seconds()).toHaveLength(5)
  expect(await passing(clock, rejection(cas.health({ retry: false })))).toMatchObject({ status: 429 })
  expect(seconds()).toHaveLength(6)
  expect(clock.pending).toBe(0)
})

test.each([0, 1.5, -1, Number.NaN, '60', null])('a limit of %s is refused', (requestsPerMinute) => {
  const options = { baseUrl, requestsPerMinute } as CasClientOptions
  expect(() => new CasClient(options)).toThrow('requestsPerMinute must be a whole number, 1 or more')
})

test('50 clients that share the limit of one service converge: nobody starves, few are refused, none stampede', async () => {
  const clock = createVirtualClock(0)
  const mock = createCasMock({ ratePerMinute: 60, clock, latency: () => 100 })
  const answers: { readonly at: number; readonly status: number }[] = []
  const fetch: typeof globalThis.fetch = async (...args) => {
    const at = clock.now()
    const response = await mock.fetch(...args)
    answers.push({ at, status: response.status })
    return response
  }
  let seed = 7
  const random = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
    return seed / 2 ** 32
  }
  const controller = new AbortController()
  const done = new Map<number, number>()
  const clients = Array.from({ length: 50 }, async (_, id) => {
    const cas = new CasClient({ baseUrl: mock.baseUrl, fetch, clock, random, requestsPerMinute: 60 })
    const rows = cas.extractAll(points(10_000), { datasetIds }, { batchSize: 1, signal: controller.signal })
    for await (const { ok } of rows) done.set(id, (done.get(id) ?? 0) + (ok ? 1 : Number.NaN))
  })
  const ends = Promise.allSettled(clients)
  const minutes = 25
  for (let i = 0; i < minutes; i++) await clock.advance(60_000)
  controller.abort()
  await ends

  const late = answers.filter(({ at }) => at >= 10 * 60_000)
  const served = late.filter(({ status }) => status === 200).length
  expect(served / ((minutes - 10) * 60)).toBeGreaterThan(0.8) // of what the service allows
  expect(1 - served / late.length).toBeLessThan(0.1) // refused
  const perSecond = new Map<number, number>()
  for (const { at } of late) perSecond.set(Math.floor(at / 1_000), (perSecond.get(Math.floor(at / 1_000)) ?? 0) + 1)
  expect(Math.max(...perSecond.values())).toBeLessThan(25) // half of a stampede
  const counts = [...done.values()]
  expect(counts).toHaveLength(50)
  expect(Math.min(...counts)).toBeGreaterThan((minutes * 60) / 50 / 4) // a quarter of a fair share
  expect(clock.pending).toBe(0)
}, 120_000)
