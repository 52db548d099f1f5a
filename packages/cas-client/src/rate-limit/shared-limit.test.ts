import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { CasClient } from '../client/cas-client.ts'
import { createCasMock } from '../mock/cas-mock.ts'
import { points } from '../testing/batch-service.ts'

const datasetIds = ['demo_terrain:elevation']
const limit = 60
const count = 50

interface Answered {
  readonly id: number
  readonly at: number
  readonly status: number
}

/** Many clients of one service that bears 60 requests a minute, each of which believes that it may send so many. */
function crowd(requestsPerMinute: number) {
  const clock = createVirtualClock(0)
  const mock = createCasMock({ ratePerMinute: limit, clock, latency: () => 100 })
  const answers: Answered[] = []
  let seed = 7
  const random = (): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
    return seed / 2 ** 32
  }
  const ends = Array.from({ length: count }, () => new AbortController())
  const failed = new Set<number>()
  const runs = ends.map(async ({ signal }, id) => {
    const fetch: typeof globalThis.fetch = async (...args) => {
      const at = clock.now()
      const response = await mock.fetch(...args)
      answers.push({ id, at, status: response.status })
      return response
    }
    const cas = new CasClient({ baseUrl: mock.baseUrl, fetch, clock, random, requestsPerMinute })
    for await (const { ok } of cas.extractAll(points(20_000), { datasetIds }, { batchSize: 1, signal })) {
      if (!ok) failed.add(id)
    }
  })
  const settled = Promise.allSettled(runs)
  return {
    ...{ clock, answers, failed },
    async minutes(some: number): Promise<void> {
      for (let i = 0; i < some; i++) await clock.advance(60_000)
    },
    async leave(from: number): Promise<void> {
      for (const end of ends.slice(from)) end.abort()
      if (from === 0) await settled
    }
  }
}

test.each([60, 600])(
  '50 clients with a limit of %i of their own converge: nobody starves, few are refused, none stampede; the last one recovers',
  async (own) => {
    const { clock, answers, failed, minutes, leave } = crowd(own)
    await minutes(25)
    const late = answers.filter(({ at }) => at >= 10 * 60_000)
    const served = late.filter(({ status }) => status === 200).length
    expect(served / (15 * limit)).toBeGreaterThan(0.8) // of what the service allows
    expect(1 - served / late.length).toBeLessThan(0.1) // refused
    const perSecond = new Map<number, number>()
    for (const { at } of late) perSecond.set(Math.floor(at / 1_000), (perSecond.get(Math.floor(at / 1_000)) ?? 0) + 1)
    expect(Math.max(...perSecond.values())).toBeLessThan(25) // half of a stampede
    const counts = Array.from(
      { length: count },
      (_, i) => answers.filter(({ id, status }) => id === i && status === 200).length
    )
    expect(Math.min(...counts)).toBeGreaterThan((25 * limit) / count / 4) // a quarter of a fair share
    expect([...failed]).toEqual([])

    await leave(1)
    await minutes(10)
    const from = clock.now()
    await minutes(5)
    const alone = answers.filter(({ at, status }) => at >= from && status === 200)
    expect(alone.length / 5).toBeGreaterThan(limit / 2)
    await leave(0)
    expect(clock.pending).toBe(0)
  },
  120_000
)
