import { describe, expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { listener, testLoop } from '../testing/polling/poll-loop.ts'

const starts = (polls: readonly { readonly start: number }[]) => polls.map(({ start }) => start)
const running = { value: 'running' }
const done = { value: 'done' }

describe('when it polls', () => {
  test('first after the first delay, then with growing pauses, never after the end', async () => {
    const { loop, clock, polls } = testLoop([running, running, running, done], { random: () => 1 })
    loop.observe(listener())
    await clock.advance(60_000)
    // The bound is 1.3 times the shortest pause.
    expect(starts(polls)).toEqual([50, 180, 310, 440])
    expect(clock.pending).toBe(0)
  })

  test('at most every ten seconds', async () => {
    const { loop, clock, polls } = testLoop([running], { random: () => 1 })
    loop.observe(listener())
    await clock.advance(400_000)
    const gaps = starts(polls).map((start, i, all) => start - (all[i - 1] ?? start))
    expect(Math.max(...gaps)).toBeCloseTo(10_000)
  })

  test.each([
    ['as the server asks', 7_000, 7_000],
    ['no sooner than the shortest pause', 0, 100],
    ['no later than five minutes', 3_600_000, 300_000],
    ['and not at once for what no timer takes', 2 ** 40, 300_000]
  ])('%s: Retry-After of %i ms is a pause of %i ms', async (_, retryAfter, pause) => {
    const { loop, clock, polls } = testLoop([{ ...running, retryAfter }, done])
    loop.observe(listener())
    await clock.advance(50 + pause - 1)
    expect(polls).toHaveLength(1)
    await clock.advance(1)
    expect(polls).toHaveLength(2)
  })

  test('as a failed poll asks', async () => {
    const fault = makeError({ code: 'network', message: 'busy', retryAfter: 4_000 })
    const { loop, clock, polls } = testLoop([{ fault }, done])
    loop.observe(listener())
    await clock.advance(10_000)
    expect(starts(polls)).toEqual([50, 4_050])
  })

  test('a first delay is bounded as well', async () => {
    const { loop, clock, polls } = testLoop([done], { firstDelay: () => Number.POSITIVE_INFINITY })
    loop.observe(listener())
    await clock.advance(300_000)
    expect(starts(polls)).toEqual([300_000])
  })

  test('the pause begins when the answer is there', async () => {
    const { loop, clock, polls, most } = testLoop([{ ...running, latency: 3_000 }, done])
    loop.observe(listener())
    await clock.advance(10_000)
    expect([starts(polls), most()]).toEqual([[50, 3_150], 1])
  })

  test('when it is due after all, where a hurried poll came to nothing', async () => {
    const due: boolean[] = []
    const { loop, clock } = testLoop([], {
      firstDelay: () => 1_000,
      poll: async (_, isDue) => {
        due.push(isDue())
        return isDue() ? done : undefined
      }
    })
    const a = listener()
    loop.observe(a)
    await clock.advance(300)
    loop.hurry()
    await clock.advance(699)
    expect([due, a.heard]).toEqual([[false], []])
    await clock.advance(1)
    expect([due, a.heard, clock.pending]).toEqual([[false, true], ['done'], 0])
  })

  test('at once when it is hurried in a pause; while a poll is under way hurry changes nothing', async () => {
    const { loop, clock, polls, most } = testLoop([{ ...running, latency: 500 }, { ...running, latency: 500 }, done])
    loop.hurry()
    loop.observe(listener())
    await clock.advance(10)
    loop.hurry()
    await clock.advance(100)
    loop.hurry()
    loop.hurry()
    await clock.advance(390)
    expect(starts(polls)).toEqual([10])
    await clock.advance(20)
    loop.hurry()
    await clock.advance(10_000)
    expect([starts(polls), most()]).toEqual([[10, 520, 1_120], 1])
  })
})
