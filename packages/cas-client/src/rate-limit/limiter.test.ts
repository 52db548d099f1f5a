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
    for (let i = 0; i < count; i++) void limiter.enter(never).then((at) => entered.push(at / 1_000))
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

test('a refusal makes all wait as long as asked and a second more, then come evenly and half as often', async () => {
  const { clock, limiter, entered, join } = line(60)
  join(24)
  await clock.advance(5_000)
  limiter.refused(0, 30_000)
  join(3)
  await clock.advance(120_000)
  expect(entered.slice(24)).toEqual([36, 41, 46]) // twelve a minute: half of what was sent
})

test('several refusals of requests that were under way together are one', async () => {
  const { clock, limiter, entered, join } = line(60)
  join(24)
  await clock.advance(5_000)
  limiter.refused(0, 30_000)
  limiter.refused(0, 30_000)
  limiter.refused(3_000, 30_000)
  join(2)
  await clock.advance(120_000)
  expect(entered.slice(24)).toEqual([36, 41])
})

test('later refusals slow down further; without any for some minutes it goes faster and faster, up to the limit', async () => {
  const { clock, limiter, entered, join } = line(60)
  join(20)
  await clock.advance(1_000)
  limiter.refused(0, 1_000) // 10 a minute
  await clock.advance(10_000)
  limiter.refused(clock.now(), 0) // 5 a minute
  await clock.advance(60_000)
  join(2)
  await clock.advance(60_000)
  expect((entered.at(-1) ?? 0) - (entered.at(-2) ?? 0)).toBeCloseTo(60 / 5, 6)
  await clock.advance(15 * 60_000)
  join(5)
  await clock.advance(2_000)
  expect(entered.at(-1)).toBeLessThan(clock.now() / 1_000) // hardly any pace any more
  expect(entered).toHaveLength(27)
})

test('a refused try to go faster costs little of the rate that was borne before', async () => {
  const { clock, limiter, entered, join } = line(60)
  join(20)
  await clock.advance(1_000)
  limiter.refused(0, 0) // 10 a minute
  await clock.advance(12 * 60_000)
  limiter.refused(clock.now(), 0)
  await clock.advance(60_000)
  join(2)
  await clock.advance(60_000)
  expect((entered.at(-1) ?? 0) - (entered.at(-2) ?? 0)).toBeCloseTo(60 / 10, 6)
})

test('the pause ends at a random moment of the own interval', async () => {
  const { clock, limiter, entered, join } = line(60, () => 0.5)
  join(24)
  await clock.advance(0)
  limiter.refused(0, 30_000)
  join(1)
  await clock.advance(120_000)
  expect(entered.at(-1)).toBe(31 + 2.5)
})

test('who is refused at once, because others came before, goes on at an eighth of the limit', async () => {
  const { clock, limiter, entered, join } = line(80)
  join(1)
  await clock.advance(0)
  limiter.refused(0, 9_000)
  join(2)
  await clock.advance(60_000)
  expect(entered).toEqual([0, 10, 16])
})

test.each([100, 6_000])(
  'the rate never falls to nothing, and where many share a limit far below that of one (%i)',
  async (own) => {
    const { clock, limiter, entered, join } = line(own)
    join(1)
    for (let i = 0; i < 50; i++) {
      await clock.advance(1)
      limiter.refused(clock.now(), 0)
    }
    await clock.advance(60_000)
    join(2)
    await clock.advance(400_000)
    expect((entered.at(-1) ?? 0) - (entered.at(-2) ?? 0)).toBeCloseTo(300, 6)
  }
)

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
        void limiter.enter(never).then((at) => entered.push([turn, at]))
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
