import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testLoop } from '../testing/polling/poll-loop.ts'
import { pollScript, randomNumbers } from '../testing/polling/poll-script.ts'
import { waitUntilDone, watchChanges } from './wait-and-watch.ts'

const isDone = (value: string): boolean => value === 'done'
const minute = 60_000
const waiter = fc.record({
  after: fc.oneof(fc.constant(0), fc.nat({ max: 3 * minute })),
  timeout: fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 10 * minute })),
  abort: fc.option(fc.nat({ max: 5 * minute }), { nil: undefined })
})

test('a wait ends as it says, exactly at its bound where not before, and leaves nothing behind', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(waiter, { minLength: 1, maxLength: 5 }),
      pollScript,
      randomNumbers,
      async (waiters, script, random) => {
        let waiting = 0
        let polledForNobody = 0
        const { loop, clock, polls, most } = testLoop(
          (poll) => {
            if (waiting === 0) polledForNobody++
            return script[poll] ?? { value: 'done' }
          },
          { random: () => random.next().value ?? 0 }
        )
        const ends: Promise<void>[] = []
        for (const { after, timeout, abort } of waiters) {
          clock.setTimeout(() => {
            const start = clock.now()
            const controller = new AbortController()
            const timer = abort === undefined ? undefined : clock.setTimeout(() => controller.abort(), abort)
            const values: string[] = []
            waiting++
            // Counted off where the wait itself ends, not where its promise is heard of.
            const ended = <T>(value: T): T => {
              waiting--
              return value
            }
            const options = { isDone, clock, timeout, signal: controller.signal }
            const end = waitUntilDone(loop, {
              ...options,
              onValue: (value) => {
                values.push(value)
                if (isDone(value)) ended(value)
              },
              onTimeout: () => ended(new Error('timeout')),
              onAbort: () => ended(new Error('abort'))
            })
            const told = end.then(
              (value) => expect([value, values.at(-1)]).toEqual(['done', 'done']),
              ({ message }: Error) => {
                expect(['timeout', 'abort', 'cut']).toContain(message)
                if (message === 'timeout') {
                  expect(clock.now()).toBeCloseTo(start + timeout, 3)
                  // It asked once more, or was still asking.
                  const lastAsked = Math.max(...polls.map(({ end = Number.POSITIVE_INFINITY }) => end))
                  expect(lastAsked).toBeGreaterThan(clock.now() - Math.min(500, timeout / 4) - 0.001)
                }
                if (message === 'abort') expect(clock.now()).toBe(start + (abort ?? Number.NaN))
                if (message === 'cut') ended(message)
              }
            )
            ends.push(
              told.then(() => {
                clock.clearTimeout(timer)
                expect(clock.now()).toBeLessThanOrEqual(start + timeout + 0.001)
              })
            )
          }, after)
        }
        await clock.advance(20 * minute)
        await Promise.all(ends)
        expect(ends).toHaveLength(waiters.length)
        expect([waiting, polledForNobody, clock.pending]).toEqual([0, 0, 0])
        expect(most()).toBeLessThanOrEqual(1)
      }
    ),
    { seed: 1, numRuns: 300 }
  )
})

test('a watcher of any pace sees changes only, of what was served, up to the end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 5_000 }), { minLength: 1, maxLength: 4 }),
      pollScript,
      randomNumbers,
      async (paces, steps, random) => {
        const script = steps.filter((step) => 'value' in step)
        const { loop, clock, polls } = testLoop((poll) => script[poll] ?? { value: 'done' }, {
          random: () => random.next().value ?? 0
        })
        const served = [...script.map(({ value }) => value), 'done']
        const read = async (pace: number): Promise<void> => {
          const seen: string[] = []
          const options = { isDone, onAbort: () => new Error('abort') }
          const changes = watchChanges(
            loop,
            (value) => value,
            () => options
          )
          for await (const value of changes) {
            expect(value).not.toBe(seen.at(-1))
            seen.push(value)
            await new Promise<void>((resolve) => clock.setTimeout(resolve, pace))
          }
          expect(seen.at(-1)).toBe('done')
          let at = 0
          for (const value of seen) {
            at = served.indexOf(value, at) + 1
            expect(at).toBeGreaterThan(0)
          }
        }
        const readers = paces.map(read)
        await clock.advance(30 * 300_000)
        await Promise.all(readers)
        expect([polls.length, clock.pending]).toEqual([served.length, 0])
      }
    ),
    { seed: 1, numRuns: 150 }
  )
})
