import { describe, expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { listener, passing, testLoop } from '../testing/polling/poll-loop.ts'

const running = { value: 'running' }
const done = { value: 'done' }

describe('failed polls', () => {
  test('that pass change nothing: they are told as missed, and the loop goes on', async () => {
    const { loop, clock } = testLoop([running, { fault: passing }, { fault: passing }, running, done])
    const a = listener()
    loop.observe(a)
    loop.observe({ next: () => {}, fail: () => {} })
    await clock.advance(60_000)
    expect(a.heard).toEqual(['running', ['missed', passing], ['missed', passing], 'running', 'done'])
  })

  test('in a row are too many after two minutes; one answer between them forgives all', async () => {
    const fault = { fault: passing }
    const outage = Array(10).fill(fault)
    const forgiven = testLoop([...outage, running, ...outage, done], { random: () => 1 })
    const a = listener()
    forgiven.loop.observe(a)
    await forgiven.clock.advance(300_000)
    expect(a.heard.at(-1)).toBe('done')

    const { loop, clock, polls } = testLoop([running, fault], { random: () => 1 })
    const [b, c] = [listener(), listener()]
    loop.observe(b)
    loop.observe(c)
    await clock.advance(180 + 120_000 - 1)
    expect(b.heard.at(-1)).toEqual(['missed', passing])
    await clock.advance(10_001)
    const missed = polls.length - 2
    expect(b.heard).toEqual(['running', ...Array(missed).fill(['missed', passing]), ['fail', passing]])
    expect(c.heard).toEqual(b.heard)
    expect([missed < 20, clock.pending]).toEqual([true, 0])
  })

  test('in a row are not too many before the fifth, however rarely the server wants to be asked', async () => {
    const fault = makeError({ code: 'network', message: 'busy', retryAfter: 200_000 })
    const { loop, clock, polls } = testLoop([{ fault }])
    const a = listener()
    loop.observe(a)
    await clock.advance(700_000)
    expect([polls.length, a.heard.at(-1)]).toEqual([4, ['missed', fault]])
    await clock.advance(200_000)
    expect([polls.length, a.heard.at(-1), clock.pending]).toEqual([5, ['fail', fault], 0])
  })

  test('that do not pass end it at once, and a later observer starts it again', async () => {
    const fault = makeError({ code: 'http-status', message: 'gone', status: 404 })
    const { loop, clock, polls } = testLoop([{ fault }, done])
    const [a, b] = [listener(), listener()]
    loop.observe(a)
    await clock.advance(60_000)
    expect([a.heard, polls.length, clock.pending]).toEqual([[['fail', fault]], 1, 0])
    loop.observe(b)
    await clock.advance(60_000)
    expect(b.heard).toEqual(['done'])
  })

  test('that throw at once, and judges that throw, are failures as well', async () => {
    for (const part of ['poll', 'isDone', 'isPassing'] as const) {
      const thrown = new Error(part)
      const { loop, clock } = testLoop([part === 'isPassing' ? { fault: passing } : running], {
        [part]: () => {
          throw thrown
        }
      })
      const a = listener()
      loop.observe(a)
      await clock.advance(60_000)
      expect([a.heard, clock.pending]).toEqual([[['fail', thrown]], 0])
    }
  })
})

describe('the end of the client', () => {
  test.each([10, 60])('tells all who watch, after %i ms', async (when) => {
    const { loop, clock, polls, close } = testLoop([{ ...running, latency: 1_000 }])
    const [a, b] = [listener(), listener()]
    loop.observe(a)
    loop.observe(b)
    await clock.advance(when)
    const reason = close()
    await clock.advance(60_000)
    expect([a.heard, b.heard]).toEqual([[['fail', reason]], [['fail', reason]]])
    expect([polls.length, clock.pending]).toEqual([when === 10 ? 0 : 1, 0])
  })

  test('is told to those who come later, without a poll', async () => {
    const { loop, clock, polls, close } = testLoop([running])
    const reason = close()
    const a = listener()
    loop.observe(a)
    await clock.advance(60_000)
    expect([a.heard, polls.length, clock.pending]).toEqual([[['fail', reason]], 0, 0])
  })
})
