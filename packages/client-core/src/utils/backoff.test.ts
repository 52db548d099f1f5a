import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Backoff, backoffDelay } from './backoff.ts'

const backoff: Backoff = { min: 200, max: 30_000, factor: 2 }

test('the bound grows from twice the shortest delay up to the longest', () => {
  const bounds = [0, 1, 2, 6, 7, 8, 5_000].map((round) => backoffDelay(backoff, round, () => 1))
  expect(bounds).toEqual([400, 800, 1_600, 25_600, 30_000, 30_000, 30_000])
})

test('the jitter spans everything from the shortest delay to the bound', () => {
  expect(backoffDelay(backoff, 3, () => 0)).toBe(200)
  expect(backoffDelay(backoff, 3, () => 0.5)).toBe(200 + (3_200 - 200) / 2)
})

test('a longest delay below the shortest one wins', () => {
  expect(backoffDelay({ ...backoff, max: 50 }, 0, () => 0.9)).toBe(50)
})

test('no round and no random number leads out of the bounds', () => {
  const duration = fc.integer({ min: 1, max: 2 ** 31 })
  const factor = fc.double({ min: 1, max: 10, noNaN: true })
  fc.assert(
    fc.property(
      duration,
      duration,
      factor,
      fc.nat(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (a, b, f, round, r) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)]
        const delay = backoffDelay({ min, max, factor: f }, round, () => r)
        expect(delay).toBeGreaterThanOrEqual(min)
        expect(delay).toBeLessThanOrEqual(max)
      }
    ),
    { seed: 1 }
  )
})
