import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jobServer, type ListMode } from '../testing/job-server.ts'

const minute = 60_000
const modes: readonly ListMode[] = ['works', 'pages', 'empty', 'broken', 'missing']

const reader = fc.record({
  from: fc.nat({ max: 20_000 }),
  /** What it takes over each change. */
  pace: fc.nat({ max: 3_000 }),
  /** After how many changes it leaves, or when it aborts. */
  leave: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
  abort: fc.option(fc.nat({ max: 30_000 }), { nil: undefined }),
  together: fc.boolean()
})

const scenario = fc.record({
  ends: fc.array(fc.nat({ max: 30_000 }), { minLength: 1, maxLength: 5 }),
  readers: fc.array(reader, { minLength: 1, maxLength: 4 }),
  list: fc.constantFrom(...modes),
  latencies: fc.infiniteStream(fc.nat({ max: 400 })),
  random: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
  cuts: fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 4 })
})

test('a watch tells of each job what was served, each change once, up to its end; who leaves is not polled for', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ ends: durations, readers, list, latencies, random, cuts }) => {
      const ends = Object.fromEntries(durations.map((end, i) => [`j${i}`, end]))
      const server = jobServer({
        ...{ ends, list, cut: (request) => cuts.includes(request) },
        latency: () => latencies.next().value ?? 0,
        random: () => random.next().value ?? 0
      })
      const { clock, ogc, now, log } = server
      let lastLeft = 0
      const read = async ({ from, pace, leave, abort, together }: (typeof readers)[number]): Promise<void> => {
        await new Promise<void>((resolve) => clock.setTimeout(resolve, from))
        const user = new AbortController()
        const timer = abort === undefined ? undefined : clock.setTimeout(() => user.abort(), abort)
        const { signal } = user
        const seen = new Map<string, string[]>()
        let count = 0
        let left = false
        const changes = together ? ogc.watchJobs(Object.keys(ends), { signal }) : ogc.job('j0').watch({ signal })
        try {
          for await (const { jobID, status } of changes) {
            expect(now()).toBeGreaterThanOrEqual(status === 'successful' ? (ends[jobID] ?? 0) : 0)
            seen.set(jobID, [...(seen.get(jobID) ?? []), status])
            left = ++count === leave
            if (left) break
            await new Promise<void>((resolve) => clock.setTimeout(resolve, pace))
          }
          if (!left) expect([...seen.keys()].toSorted()).toEqual(together ? Object.keys(ends) : ['j0'])
        } catch (error) {
          if (!user.signal.aborted) throw error
          expect(error).toMatchObject({ code: 'aborted' })
          left = true
        }
        for (const states of seen.values()) {
          // A slow reader may miss what was before the end.
          const last = left ? states.at(-1) : 'successful'
          expect(states).toEqual(states.length > 1 ? ['running', 'successful'] : [last])
        }
        clock.clearTimeout(timer)
        lastLeft = now()
      }
      const reading = readers.map(read)
      await clock.advance(5 * minute)
      await Promise.all(reading)
      expect(log.filter(({ at }) => at > lastLeft)).toEqual([])
      for (const { over } of log) expect(over).toBeLessThanOrEqual(lastLeft)
      expect(clock.pending).toBe(0)
    }),
    { seed: 3, numRuns: 100 }
  )
})
