import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JobServer, jobServer, type ListMode } from '../../testing/job-server.ts'

const minute = 60_000
const modes: readonly ListMode[] = ['works', 'pages', 'empty', 'broken', 'missing']

const scenario = fc.record({
  jobs: fc.array(
    fc.record({
      end: fc.oneof(fc.nat({ max: 2_000 }), fc.nat({ max: 30_000 })),
      join: fc.nat({ max: 20_000 }),
      leave: fc.option(fc.nat({ max: 40_000 }), { nil: undefined }),
      handles: fc.integer({ min: 1, max: 2 })
    }),
    { minLength: 1, maxLength: 8 }
  ),
  // What becomes of the list, and when.
  list: fc.array(fc.record({ mode: fc.constantFrom(...modes), after: fc.nat({ max: 20_000 }) }), {
    minLength: 1,
    maxLength: 4
  }),
  others: fc.nat({ max: 40 }),
  latencies: fc.infiniteStream(
    fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 400 }) }, { weight: 1, arbitrary: fc.nat({ max: 6_000 }) })
  ),
  random: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
  cuts: fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 4 })
})

/** The longest pause of a job so long after its start, a list and a poll of its own that are slow, and what a failed poll adds. */
const lateness = (age: number): number => Math.min(3_000, Math.max(150, 0.2 * age)) + 2_100 + 6_000 + 10_000

test('whatever the list does: no two polls of a job at once, none for nobody, no job forgotten, nothing left', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ jobs, list, others, latencies, random, cuts }) => {
      const ends = Object.fromEntries(jobs.map(({ end }, i) => [`j${i}`, end]))
      const server: JobServer = jobServer({
        ...{ ends, others, list: list[0]?.mode ?? 'works', cut: (request) => cuts.includes(request) },
        latency: () => latencies.next().value ?? 0,
        random: () => random.next().value ?? 0
      })
      const { clock, ogc, now, log, most } = server
      let after = 0
      for (const { mode, after: more } of list) {
        clock.setTimeout(() => {
          server.list = mode
        }, after)
        after += more
      }
      // How many handles of each job are waited on, and since when for those that nobody waits for.
      const waiting = new Map<string, number>()
      const idle: { readonly id: string; readonly from: number; to: number }[] = []
      const told: Promise<void>[] = []
      jobs.forEach(({ end, join, leave, handles }, i) => {
        const id = `j${i}`
        idle.push({ id, from: 0, to: join })
        for (let n = 0; n < handles; n++) {
          clock.setTimeout(() => {
            const user = new AbortController()
            const job = ogc.job(id)
            const timer = leave === undefined ? undefined : clock.setTimeout(() => user.abort(), leave)
            waiting.set(id, (waiting.get(id) ?? 0) + 1)
            const over = (): void => {
              clock.clearTimeout(timer)
              waiting.set(id, (waiting.get(id) ?? 0) - 1)
              if (waiting.get(id) === 0) idle.push({ id, from: now(), to: Number.POSITIVE_INFINITY })
            }
            const wait = job.wait({ signal: user.signal }).then(
              (info) => {
                over()
                expect(info.status).toBe('successful')
                expect(now()).toBeGreaterThanOrEqual(end)
                expect(now() - Math.max(end, join)).toBeLessThanOrEqual(lateness(Math.max(0, end - join)))
              },
              (error: { code: string }) => {
                over()
                expect([error.code, now()]).toEqual(['aborted', join + (leave ?? Number.NaN)])
                // What is known is what was served.
                expect(['accepted', 'running']).toContain(job.status)
              }
            )
            told.push(wait)
          }, join)
        }
      })
      await clock.advance(3 * minute)
      await Promise.all(told)
      expect(told).toHaveLength(jobs.reduce((sum, { handles }) => sum + handles, 0))
      expect(clock.pending).toBe(0)
      for (const [line, count] of most) if (line.startsWith('GET /jobs/')) expect(count).toBe(1)
      for (const { id, from, to } of idle) {
        const unwanted = log.filter(({ line, at }) => line === `GET /jobs/${id}` && at >= from && at < to)
        // At the very moment of the last one's leaving or the first one's coming a poll may be due.
        expect(unwanted.filter(({ at }) => at > from && at < to)).toEqual([])
      }
      for (const { over } of log) expect(over).toBeDefined()
    }),
    { seed: 7, numRuns: 100 }
  )
})
