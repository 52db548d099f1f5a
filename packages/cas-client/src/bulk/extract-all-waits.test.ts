import { expect, test } from 'vitest'
import { markOf, points, refusal, silence, type Trouble } from '../testing/batch-service.ts'
import { collect, rejection } from '../testing/outcome.ts'
import { passing, streaming } from '../testing/streaming.ts'
import type { StreamWait } from './recovery/run-pause.ts'

const datasetIds = ['a:b']
const networkFault = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'))

async function waitsOf(trouble: Trouble, count: number, options: object = {}, client: object = {}) {
  const { clock, service, cas } = streaming(trouble, client)
  const begun = clock.now()
  const waits: StreamWait[] = []
  const onWait = (wait: StreamWait): void => void waits.push(wait)
  const rows = await passing(clock, collect(cas.extractAll(points(count), { datasetIds }, { onWait, ...options })))
  const failed = rows.filter(({ ok }) => !ok).length
  const told = waits.map(({ reason, since, until }) => [reason, since - begun, until - begun])
  return { waits, told, failed, service, took: clock.now() - begun }
}

test('a wait for a busy service is told as it begins: why, since when, until when', async () => {
  const busy = () => refusal(429, { 'Retry-After': '59' })
  const { waits, told, failed } = await waitsOf((_, turn) => (turn > 0 && turn < 3 ? busy() : undefined), 4, {
    batchSize: 2,
    concurrency: 1
  })
  expect(failed).toBe(0)
  expect(told).toEqual([
    ['busy', 0, 60_000],
    ['busy', 0, 120_000]
  ])
  expect(waits[0]?.error).toMatchObject({ status: 429, retryAfter: 59_000 })
})

test('an outage is told wait by wait, with the time since nothing got through', async () => {
  let start: number | undefined
  const { told, failed } = await waitsOf(
    ({ at }, turn) => {
      start ??= at
      return turn > 0 && at - start < 30_000 ? refusal(503) : undefined
    },
    20,
    { batchSize: 10, concurrency: 1 }
  )
  expect(failed).toBe(0)
  const outages = told.filter(([reason]) => reason === 'unreachable')
  expect(outages.length).toBeGreaterThan(3)
  for (const [, since] of told) expect(since).toBe(0)
  const ends = outages.map(([, , until]) => until)
  expect(ends).toEqual(ends.toSorted((a, b) => Number(a) - Number(b)))
})

test('a repeated request, and one that may hang again, are told, too', async () => {
  const passingBy = await waitsOf((_, turn) => (turn === 0 ? refusal(500) : undefined), 2)
  expect(passingBy.told).toEqual([['repeat', 0, 200]])
  const hung = await waitsOf((seen) => (seen.body.geometries.length > 1 ? silence(seen) : undefined), 2, {
    timeout: 5_000
  })
  expect(hung.told).toEqual([['timeout', 5_000, 10_000]])
  expect(hung.failed).toBe(0)
})

test('a turn that the own limit lets nobody have yet is told', async () => {
  const { told, service } = await waitsOf(
    () => undefined,
    3,
    { batchSize: 1, concurrency: 1 },
    { requestsPerMinute: 2 }
  )
  expect(told).toEqual([['rate-limit', 0, 61_000]])
  expect(service.seen).toHaveLength(3)
})

const page = (): Response => new Response('<html>', { headers: { 'Content-Type': 'text/html' } })

test.each<[what: string, answer: () => Response | Promise<Response>, code: string, batchSize: number]>([
  ['nobody', networkFault, 'network', 1_000],
  ['nobody', networkFault, 'network', 1],
  ['a site', page, 'media-type', 1_000],
  ['a site', page, 'media-type', 1]
])('an address where %s answers ends the run within seconds: %#', async (_, answer, code, batchSize) => {
  for (const retry of [undefined, false] as const) {
    const { clock, service, cas } = streaming(answer)
    const begun = clock.now()
    const run = collect(cas.extractAll(points(5_000), { datasetIds }, { batchSize, retry }))
    expect(await passing(clock, rejection(run))).toMatchObject({ code })
    expect(clock.now() - begun).toBeLessThan(10_000)
    expect(service.seen.length).toBeLessThan(60)
  }
})

test('later batches begin with the size that worked, and grow again', async () => {
  const most = 100
  const { failed, service } = await waitsOf(
    (seen) => (seen.body.geometries.length > most ? silence(seen) : undefined),
    12_000,
    { concurrency: 1, timeout: 1_000 }
  )
  expect(failed).toBe(0)
  const sent = service.seen.reduce((sum, { body }) => sum + body.geometries.length, 0)
  expect(sent).toBeLessThan(2 * 12_000)
  const sizes = service.seen
    .slice(-20)
    .flatMap(({ body: { geometries } }) => (geometries.length > 1 ? geometries.length : []))
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(40)

  const grown = await waitsOf((seen, turn) => (turn < 1 ? silence(seen) : undefined), 20_000, {
    concurrency: 1,
    timeout: 1_000
  })
  expect(Math.max(...grown.service.seen.slice(-5).map(({ body }) => body.geometries.length))).toBe(1_000)
})

test('a service that takes fewer geometries at once is sent fewer, and no row is lost', async () => {
  const { failed, service } = await waitsOf(
    ({ body }) => (body.geometries.length > 50 ? refusal(413) : undefined),
    1_000,
    { batchSize: 200, concurrency: 1 }
  )
  expect(failed).toBe(0)
  expect(service.seen.length).toBeLessThan(60)
})

test('a small batch that is repeated does not make later ones small', async () => {
  const large = { type: 'Polygon' as const, coordinates: [[[0, 0], [1, 0], ...Array(99_000).fill([1, 1]), [0, 0]]] }
  const { clock, service, cas } = streaming((_, turn) => (turn === 0 ? refusal(500) : undefined))
  const source = [large, large, ...points(1_500)]
  const rows = await passing(clock, collect(cas.extractAll(source as never, { datasetIds }, { concurrency: 1 })))
  expect(rows.filter(({ ok }) => !ok)).toEqual([])
  // The first one twice, then what fits: 99,003 vertices leave room for 997 points.
  expect(service.seen.map(({ body }) => body.geometries.length)).toEqual([1, 1, 998, 503])
})

test('a request that gets through meanwhile does not end the pause of the others', async () => {
  const delays = [5_000, 0]
  const { clock, service, cas } = streaming(
    (_, turn) => (turn === 1 ? refusal(429, { 'Retry-After': '59' }) : undefined),
    { latency: () => delays.shift() ?? 0 }
  )
  const begun = clock.now()
  await passing(clock, collect(cas.extractAll(points(6), { datasetIds }, { batchSize: 1, concurrency: 2 })))
  expect(service.seen.map(({ at }) => at - begun)).toEqual([0, 0, 60_000, 60_000, 60_000, 60_000, 60_000])
})

test('one slow item does not make later batches small', async () => {
  const slow: Trouble = (seen) => (seen.body.geometries.some((one) => markOf(one) === 0.01) ? silence(seen) : undefined)
  const { failed, service } = await waitsOf(slow, 400, { batchSize: 100, concurrency: 1, timeout: 1_000 })
  expect(failed).toBe(1)
  expect(service.seen.slice(-3).map(({ body }) => body.geometries.length)).toEqual([100, 100, 100])
})
