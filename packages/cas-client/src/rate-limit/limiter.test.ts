import { createVirtualClock } from '@geoclients/mock-core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settle } from '../testing/outcome.ts'
import { RateLimiter } from './limiter.ts'

const never = new AbortController().signal

/** Requests that wait to be let in, with the seconds at which they are. */
function line(perMinute: number, random = () => 0) {
  const clock = createVirtualClock(0)
  const limiter = new RateLimiter(perMinute, clock, random)
  const entered: number[] = []
  const join = (count: number): void => {
    for (let i = 0; i < count; i++) void limiter.enter(never).then(() => entered.push(clock.now() / 1_000))
  }
  return { clock, limiter, entered, join }
}

test('lets as many in at once as a minute may have, then as earlier ones become old', async () => {
  const { clock, entered, join } = line(3)
  join(2)
  await clock.advance(10_000)
  join(5)
  await clock.advance(200_000)
  expect(entered).toEqual([0, 0, 10, 61, 61, 71, 122])
  expect(clock.pending).toBe(0)
})

test('a refusal makes all wait as long as asked and a second more, and then go on within the limit', async () => {
  const { clock, limiter, entered, join } = line(3)
  join(3)
  await clock.advance(5_000)
  limiter.refused(80_000)
  limiter.refused(10_000)
  expect(limiter.opensAt()).toBe(86_000)
  join(4)
  await clock.advance(200_000)
  expect(entered.slice(3)).toEqual([86, 86, 86, 147])
})

test('the pause ends at a random moment of a second, which keeps callers apart', async () => {
  const { clock, limiter, entered, join } = line(60, () => 0.5)
  limiter.refused(30_000)
  join(1)
  await clock.advance(120_000)
  expect(entered).toEqual([31.5])
})

test('tells when the next request may begin', async () => {
  const { clock, limiter, join } = line(2)
  expect(limiter.opensAt()).toBe(0)
  join(1)
  await clock.advance(1_000)
  expect(limiter.opensAt()).toBe(1_000)
  join(1)
  await clock.advance(1_000)
  expect(limiter.opensAt()).toBe(61_000)
})

test('who gives up waiting leaves no timer and takes nobody’s turn', async () => {
  const { clock, limiter, entered, join } = line(1)
  join(1)
  const controller = new AbortController()
  const gone = limiter.enter(controller.signal).catch((reason: unknown) => reason)
  await settle()
  expect(clock.pending).toBe(1)
  controller.abort('enough')
  expect(await gone).toBe('enough')
  expect(clock.pending).toBe(0)
  join(1)
  await clock.advance(61_000)
  expect(entered).toEqual([0, 61])
  await expect(limiter.enter(controller.signal)).rejects.toBe('enough')
})

test('whatever comes when: never more than the limit in any 60 seconds, in turn, and all in the end', async () => {
  const gaps = fc.array(fc.nat({ max: 30_000 }), { maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(gaps, fc.integer({ min: 1, max: 8 }), async (pauses, perMinute) => {
      const { clock, limiter } = line(perMinute)
      const entered: (readonly [turn: number, at: number])[] = []
      for (const [turn, pause] of pauses.entries()) {
        await clock.advance(pause)
        void limiter.enter(never).then(() => entered.push([turn, clock.now()]))
      }
      await clock.advance(61_000 * (pauses.length + 1))
      expect(entered.map(([turn]) => turn)).toEqual(pauses.map((_, turn) => turn))
      for (const [, at] of entered) {
        const within = entered.filter(([, other]) => other >= at && other < at + 60_000)
        expect(within.length).toBeLessThanOrEqual(perMinute)
      }
      expect(clock.pending).toBe(0)
    }),
    { numRuns: 50 }
  )
})
