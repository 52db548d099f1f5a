import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../generated/types.ts'
import { markOf, refusal, type SeenBatch } from '../testing/batch-service.ts'
import { settle } from '../testing/outcome.ts'
import { passing, streaming } from '../testing/streaming.ts'
import type { ExtractRow } from './rows.ts'

/** What becomes of an item: the service answers, refuses what it is in for ever, or it cannot be sent at all. */
const fate = fc.oneof(
  { weight: 12, arbitrary: fc.constant('good' as const) },
  { weight: 1, arbitrary: fc.constantFrom(400, 413, 422, 500) },
  { weight: 1, arbitrary: fc.constant('unsendable' as const) }
)

/** What passes: each request meets the next of these until they are used up. */
const setback = fc.oneof(
  { weight: 3, arbitrary: fc.constant('none' as const) },
  { weight: 1, arbitrary: fc.constantFrom('network', 'busy', 'busy without a word') },
  { weight: 1, arbitrary: fc.constantFrom(502, 503) }
)

const worlds = fc.record({
  fates: fc.array(fate, { maxLength: 60 }),
  setbacks: fc.array(setback, { maxLength: 40 }),
  latencies: fc.infiniteStream(fc.nat({ max: 5_000 })),
  random: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
  batchSize: fc.integer({ min: 1, max: 9 }),
  concurrency: fc.integer({ min: 1, max: 5 }),
  datasets: fc.integer({ min: 1, max: 130 }),
  startAt: fc.oneof(fc.constant(0), fc.nat({ max: 10 })),
  leaveAfter: fc.oneof({ weight: 2, arbitrary: fc.constant(Number.POSITIVE_INFINITY) }, fc.nat({ max: 30 })),
  inTime: fc.boolean()
})

type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never

function play(world: World) {
  const items = world.fates.map((one, i): Point => {
    // On purpose: types forbid what cannot be sent.
    return one === 'unsendable' ? (null as unknown as Point) : { type: 'Point', coordinates: [i / 1_000, 0] }
  })
  const left = [...world.setbacks]
  /** A request is set back no more often than it is repeated. */
  const tries = new Map<string, number>()
  const trouble = ({ body }: SeenBatch): Response | Promise<Response> | undefined => {
    const key = JSON.stringify(body)
    const turn = tries.get(key) ?? 0
    tries.set(key, turn + 1)
    const next = turn < 2 ? left.shift() : undefined
    if (next === 'network') return Promise.reject(new TypeError('fetch failed'))
    if (next === 'busy') return refusal(429, { 'Retry-After': '3' })
    if (next === 'busy without a word') return refusal(429)
    if (next === 502 || next === 503) return refusal(next)
    const marked = body.geometries.map((geometry) => world.fates[Math.round(markOf(geometry) * 1_000)])
    const status = marked.find((one) => typeof one === 'number')
    return typeof status === 'number' ? refusal(status) : undefined
  }
  const { clock, service, cas } = streaming(trouble, {
    latency: () => world.latencies.next().value ?? 0,
    random: () => world.random.next().value ?? 0
  })
  const log = { taken: 0, ended: false, mostAhead: 0 }
  const rows: ExtractRow<Point>[] = []
  function* now() {
    try {
      for (const item of items) {
        log.taken++
        log.mostAhead = Math.max(log.mostAhead, log.taken - rows.length - world.startAt)
        yield item
      }
    } finally {
      log.ended = true
    }
  }
  async function* later() {
    for (const item of now()) {
      await clock.advance(0)
      yield item
    }
  }
  const datasetIds = Array.from({ length: world.datasets }, (_, i) => `p:d${i}`)
  const run = async (): Promise<void> => {
    const { batchSize, concurrency, startAt } = world
    const options = { batchSize, concurrency, startAt }
    for await (const row of cas.extractAll(world.inTime ? later() : now(), { datasetIds }, options)) {
      rows.push(row)
      if (rows.length > world.leaveAfter) break
    }
  }
  return { items, datasetIds, rows, log, clock, service, run }
}

test('whatever happens: one row an item, in order, complete, within all limits, and nothing is left', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      const { items, datasetIds, rows, log, clock, service, run } = play(world)
      await passing(clock, run())
      await settle()

      const due = items.map((_, i) => i).slice(world.startAt)
      expect(rows.map(({ index }) => index)).toEqual(due.slice(0, world.leaveAfter + 1))
      for (const row of rows) {
        expect(row.input).toBe(items[row.index])
        const isGood = world.fates[row.index] === 'good'
        expect(row.ok).toBe(isGood)
        if (!row.ok) continue
        const found = row.response.results.map(({ dataset_id, value }) => [dataset_id, value])
        expect(found).toEqual(datasetIds.map((id) => [id, row.index / 1_000]))
      }
      for (const { body } of service.seen) {
        expect(body.geometries.length).toBeLessThanOrEqual(world.batchSize)
        expect(body.dataset_ids.length).toBeLessThanOrEqual(50)
        expect(body.geometries).not.toContain(null)
      }
      expect(service.most()).toBeLessThanOrEqual(world.concurrency)
      expect(log.mostAhead).toBeLessThanOrEqual(world.concurrency * world.batchSize)
      expect(log.ended || log.taken === 0).toBe(true)
      expect([service.underWay(), clock.pending]).toEqual([0, 0])
    }),
    { numRuns: 150 }
  )
})
