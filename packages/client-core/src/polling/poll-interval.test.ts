import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultPace as pace, pollPause } from './poll-interval.ts'

test('the bound is 1.3 times the shortest pause, a share of the age, 3 s up to a minute, and grows on to 10 s', () => {
  const ages = [0, 800, 1_000, 10_000, 20_000, 60_000, 120_000, 200_000, 10 ** 9]
  const bounds = ages.map((age) => pollPause(pace, age, () => 1))
  expect(bounds).toEqual([130, 130, 150, 1_500, 3_000, 3_000, 6_000, 10_000, 10_000])
})

test('the jitter spans everything from the shortest pause to the bound', () => {
  expect([0, 0.5].map((random) => pollPause(pace, 10_000, () => random))).toEqual([100, 800])
})

test('a longest pause below the shortest one wins', () => {
  expect(pollPause({ ...pace, max: 50 }, 0, () => 0.9)).toBe(50)
})

const unit = fc.double({ min: 0, max: 1, noNaN: true })
const numbers = fc.infiniteStream(unit).map((stream) => () => stream.next().value ?? 0)

/** The polls of a job that is answered at once: how many, and how late its end is heard of. */
function follow(duration: number, random: () => number): { readonly polls: number; readonly lateness: number } {
  let [at, polls] = [50, 1]
  for (; at < duration; polls++) at += pollPause(pace, at, random)
  return { polls, lateness: at - duration }
}

test('a job of a second takes twelve polls at the most, and no end is heard of later than the bound', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 50, max: 300_000 }), (random, duration) => {
      expect(follow(1_000, random).polls).toBeLessThanOrEqual(12)
      const bound = pollPause(pace, duration, () => 1)
      expect(follow(duration, random).lateness).toBeLessThanOrEqual(bound)
    }),
    { seed: 1 }
  )
})

/** Even random numbers, the same in every run (the generator of Park and Miller); those of fast-check prefer the corners. */
function evenRandom(): () => number {
  let seed = 1
  return () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
}

test.each([
  { duration: 1_000, polls: 11, lateness: 90 },
  { duration: 5_000, polls: 27, lateness: 300 },
  { duration: 30_000, polls: 52, lateness: 1_050 },
  { duration: 60_000, polls: 72, lateness: 1_100 },
  { duration: 3_600_000, polls: 550, lateness: 5_500 }
])(
  'a job of $duration ms: on average less than $polls polls and $lateness ms late',
  ({ duration, polls, lateness }) => {
    const random = evenRandom()
    const runs = Array.from({ length: 400 }, (_, i) => follow(duration * (0.9 + i / 2_000), random))
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(runs.map((run) => run.polls))).toBeLessThan(polls)
    expect(mean(runs.map((run) => run.lateness))).toBeLessThan(lateness)
  }
)

test('no age and no random number leads out of the bounds', () => {
  const duration = fc.integer({ min: 1, max: 2 ** 31 })
  fc.assert(
    fc.property(duration, duration, duration, unit, fc.nat(), unit, (a, b, early, share, age, random) => {
      const [min, max] = [Math.min(a, b), Math.max(a, b)]
      const pause = pollPause({ min, early, max, share }, age, () => random)
      expect(pause).toBeGreaterThanOrEqual(min)
      expect(pause).toBeLessThanOrEqual(max)
    }),
    { seed: 1 }
  )
})
