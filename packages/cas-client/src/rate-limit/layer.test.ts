import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { CasClient } from '../client/cas-client.ts'
import type { CasClientOptions } from '../client/options.ts'
import { points, refusal } from '../testing/batch-service.ts'
import { baseUrl, fakeService, hangs, json } from '../testing/fake-service.ts'
import { collect, rejection, settle } from '../testing/outcome.ts'
import { extraction, point } from '../testing/samples.ts'
import { passing, streaming } from '../testing/streaming.ts'

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
  expect(await rejection(cas.health())).toMatchObject({ status: 429 })
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

test('a repeated try that must wait long for its turn does not time out meanwhile', async () => {
  const down = json({}, { status: 502 })
  const busy = json({}, { status: 429, headers: { 'Retry-After': '150' } })
  const { clock, cas, seconds } = limited({ [health]: [down, busy, json({})] }, { requestsPerMinute: 60 })
  const calls = Promise.all([cas.health(), cas.health()])
  expect(await passing(clock, calls)).toEqual([{}, {}])
  expect(seconds().slice(0, 2)).toEqual([0, 0])
  expect(Math.min(...seconds().slice(2))).toBe(151)
})

test.each([
  [10, 4],
  [10, 32]
])(
  '%i requests a minute, %i at once, every tenth of which fails in passing: no row is lost',
  async (perMinute, concurrency) => {
    const trouble = (_: unknown, turn: number) => (turn % 10 === 9 ? refusal(502) : undefined)
    const { clock, cas } = streaming(trouble, { requestsPerMinute: perMinute })
    const run = collect(cas.extractAll(points(100), { datasetIds }, { batchSize: 1, concurrency }))
    expect((await passing(clock, run)).filter(({ ok }) => !ok)).toEqual([])
    expect(clock.pending).toBe(0)
  }
)

test.each(['header', 'message'])('a pause of years that the %s asks for is told, not waited for', async (where) => {
  const message = where === 'message' ? 'Rate limit exceeded; retry after 999999s' : 'no'
  const headers: Record<string, string> = where === 'header' ? { 'Retry-After': '1000000000' } : {}
  const busy = json({ error: { type: 'rate_limited', message } }, { status: 429, headers })
  const { clock, cas, seconds } = limited({ [health]: [busy, json({})] }, { requestsPerMinute: 60 })
  const error = rejection(cas.health())
  await clock.advance(0)
  expect(await error).toMatchObject({ status: 429, retryAfter: where === 'header' ? 1e12 : 999_999_000 })
  await passing(clock, cas.health()) // others are let in after ten minutes
  expect(seconds()).toEqual([0, 601])
})
