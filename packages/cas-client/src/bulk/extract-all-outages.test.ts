import { describe, expect, test } from 'vitest'
import { culprits, markOf, points, refusal, silence, type Trouble } from '../testing/batch-service.ts'
import { collect } from '../testing/outcome.ts'
import { passing, streaming } from '../testing/streaming.ts'

const request = { datasetIds: ['a:b'] }
const networkFault = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'))
const firsts = (count: number, from = 0): number[] => Array.from({ length: count }, (_, i) => (from + i) / 1_000)

async function run(trouble: Trouble, count: number, options: object = {}) {
  const { clock, service, cas } = streaming(trouble)
  const begun = clock.now()
  const rows = await passing(clock, collect(cas.extractAll(points(count), request, options)))
  expect(rows.map(({ index }) => index)).toEqual(points(count).map((_, i) => i))
  const errors = rows.flatMap((row) => (row.ok ? [] : [row.error]))
  const failed = rows.flatMap((row) => (row.ok ? [] : [row.index]))
  return { failed, errors, requests: service.seen.length, took: clock.now() - begun, clock }
}

describe('culprits beside each other take no good neighbour with them', () => {
  test.each([0, 400, 980])('20 that a gateway gives up, from %i on', async (from) => {
    const marks = firsts(20, from)
    for (const retry of [false, undefined] as const) {
      const { failed, errors, requests } = await run(
        culprits(() => refusal(504), ...marks),
        1_000,
        { retry }
      )
      expect(failed).toEqual(marks.map((mark) => Math.round(mark * 1_000)))
      for (const { message } of errors) expect(message).not.toContain('not tried alone')
      expect(requests).toBeLessThan(120)
    }
  })

  test('20 that take too long', async () => {
    const slow: Trouble = (seen) => (seen.body.geometries.some((one) => markOf(one) < 0.02) ? silence(seen) : undefined)
    expect((await run(slow, 1_000, { timeout: 1_000 })).failed).toHaveLength(20)
  })

  test('one that breaks the connection', async () => {
    const trouble: Trouble = ({ body }) =>
      body.geometries.some((one) => markOf(one) === 0.5) ? networkFault() : undefined
    const { failed, errors, requests } = await run(trouble, 1_000)
    expect(failed).toEqual([500])
    expect(errors).toMatchObject([{ code: 'network' }])
    expect(requests).toBeLessThan(40)
  })
})

describe('a service that fails whatever it is sent is not asked for every item', () => {
  test.each<[what: string, answer: () => Response, error: object]>([
    ['500', () => refusal(500), { code: 'http-status', status: 500, errorType: 'some_error' }],
    ['422', () => refusal(422), { code: 'http-status', status: 422, errorType: 'some_error' }],
    ['502', () => refusal(502), { code: 'http-status', status: 502, errorType: 'some_error' }]
  ])('%s', async (_, answer, error) => {
    const { failed, errors, requests } = await run(answer, 1_000, { retry: false })
    expect(failed).toHaveLength(1_000)
    for (const one of errors) expect(one).toMatchObject(error)
    expect(requests).toBeLessThanOrEqual(20)
    const untried = errors.filter(({ message }) => message.startsWith('not tried alone, because other items failed'))
    expect(untried.length).toBeGreaterThan(980)
    expect(untried[0]?.cause).toMatchObject(error)
  })

  test('what one batch learned holds for those that follow, until something gets through', async () => {
    const systemic = await run(() => refusal(500), 10_000, { concurrency: 1 })
    expect(systemic.failed).toHaveLength(10_000)
    expect(systemic.requests).toBeLessThan(20 + 9 * 7) // a batch of which nothing is hoped: three tries, three items
    // Broken for the first two batches, then well but for one item.
    const trouble: Trouble = ({ body: { geometries } }) =>
      geometries.some((one) => markOf(one) < 2 || markOf(one) === 2.5) ? refusal(500) : undefined
    const { failed } = await run(trouble, 4_000, { concurrency: 1 })
    expect(failed).toEqual([...firsts(2_000).keys(), 2_500])
  })

  test('a 500 is not repeated while the culprit is searched for', async () => {
    const { failed, requests } = await run(
      culprits(() => refusal(500), 0.3),
      1_000
    )
    expect(failed).toEqual([300])
    expect(requests).toBeLessThan(2 + 2 * 11)
  })
})

describe('a service that is down for two minutes costs no item', () => {
  test.each<[what: string, answer: () => Response | Promise<Response>, most: number]>([
    ['503 with Retry-After', () => refusal(503, { 'Retry-After': '60' }), 30],
    ['503', () => refusal(503), 200],
    ['502', () => refusal(502), 200],
    ['504', () => refusal(504), 200],
    ['no connection', networkFault, 200]
  ])('%s', async (_, answer, most) => {
    let start: number | undefined
    const trouble: Trouble = ({ at }, turn) => {
      start ??= at
      return turn > 0 && at - start < 120_000 ? answer() : undefined
    }
    const { failed, requests, took, clock } = await run(trouble, 10_000)
    expect(failed).toEqual([])
    expect(requests).toBeLessThan(most)
    expect(took).toBeLessThan(300_000)
    expect(clock.pending).toBe(0)
  })

  test('nor where batches are single items, but for the few that show it', async () => {
    let start: number | undefined
    const trouble: Trouble = ({ at }, turn) => {
      start ??= at
      return turn > 0 && at - start < 120_000 ? networkFault() : undefined
    }
    const { failed } = await run(trouble, 100, { batchSize: 1, concurrency: 1 })
    expect(failed).toEqual([1, 2])
  })
})

test('one batch that must wait makes all of the run wait', async () => {
  const { clock, service, cas } = streaming((_, turn) =>
    turn === 1 ? refusal(503, { 'Retry-After': '60' }) : undefined
  )
  const rows = cas.extractAll(points(6), request, { batchSize: 1, concurrency: 2 })
  const begun = clock.now()
  await passing(clock, collect(rows))
  expect(service.seen.filter(({ at }) => at > begun && at < begun + 61_000)).toEqual([])
})

test('a service that stays down is given up after some minutes, for all batches', async () => {
  const { failed, took, requests } = await run(() => refusal(502), 10_000)
  expect(failed).toHaveLength(10_000)
  expect(took).toBeGreaterThan(150_000)
  expect(took).toBeLessThan(600_000)
  expect(requests).toBeLessThan(400)
})

describe('a service that hangs', () => {
  const minutes = 60_000

  test.each([
    [1, 2 * minutes, 1],
    [1_000, 8 * minutes, 4],
    [10_000, 24 * minutes, 40]
  ])('is not waited for: %i rows are given up after few timeouts', async (count, most, requests) => {
    const hung = await run(silence, count)
    expect(hung.failed).toHaveLength(count)
    for (const error of hung.errors) expect(error).toMatchObject({ code: 'timeout' })
    expect(hung.took).toBeLessThanOrEqual(most + 5_000) // time passes in steps
    expect(hung.requests).toBeLessThanOrEqual(requests)
    expect(hung.clock.pending).toBe(0)
  })

  test('and then cannot be reached is waited for', async () => {
    let start: number | undefined
    const { failed, requests } = await run((seen) => {
      start ??= seen.at
      if (seen.at === start) return silence(seen)
      return seen.at - start < 180_000 ? networkFault() : undefined
    }, 1_000)
    expect(failed).toEqual([])
    expect(requests).toBeGreaterThan(10)
  })
})

test.each([429, 503])('a %i that asks to wait for years is not waited for', async (status) => {
  const { errors, requests } = await run(() => refusal(status, { 'Retry-After': '1000000000' }), 2)
  expect(errors).toMatchObject(Array(2).fill({ status, retryAfter: 1e12 }))
  expect(requests).toBe(1)
})
