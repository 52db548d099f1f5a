import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOf } from '../response/body.ts'
import { httpFailure } from '../response/http-failure.ts'
import { makeError } from '../testing/make-error.ts'
import { openBody } from '../testing/network/bodies.ts'
import { networkFault } from '../testing/network/fake-fetch.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')
const busy = (retryAfter: string) => () => new Response('why', { status: 503, headers: { 'Retry-After': retryAfter } })
const start = new VirtualClock().now()
const httpDate = (ms: number) => new Date(start + ms).toUTCString()

describe('Retry-After', () => {
  test.each([
    ['seconds', '7', 7_000],
    ['a date', httpDate(9_000), 9_000],
    ['a date that has passed', httpDate(-9_000), 0],
    ['zero', '0', 0]
  ])('%s: the next try comes exactly then', async (_, header, pause) => {
    const { send, sent, clock } = testPipeline([busy(header), ok])
    const call = send(url, {})
    if (pause > 0) {
      await clock.advance(pause - 1)
      expect(sent).toHaveLength(1)
      await clock.advance(1)
    } else await clock.advance(0)
    expect(sent).toHaveLength(2)
    expect((await call).ok).toBe(true)
  })

  test.each(['5 minutes', '1.5', httpDate(9_000).replace('GMT', 'UTC')])(
    '%j is none: the usual pause',
    async (header) => {
      const { send, sent, clock } = testPipeline([busy(header), ok])
      const call = send(url, {})
      await clock.advance(199)
      expect(sent).toHaveLength(1)
      await clock.advance(1)
      expect((await call).ok).toBe(true)
    }
  )

  test.each([
    ['the longest pause', '31', { retry: {} }],
    ['the longest pause of the policy', '3', { retry: { maxDelay: 2_999 } }],
    ['the time that is left', '10', { timeout: 10_000 }],
    ['any timer', '4294968', { retry: { maxDelay: 2 ** 33 } }]
  ])('longer than %s: the error at once, with its wish kept', async (_, seconds, options) => {
    const { ask, sent, clock } = testPipeline([busy(seconds), ok], options)
    const reply = await ask(url)
    expect(httpFailure(reply, undefined, undefined, clock.now()).retryAfter).toBe(Number(seconds) * 1_000)
    expect(textOf(reply, makeError)).toBe('why')
    expect([reply.status, sent.length, clock.now(), clock.pending]).toEqual([503, 1, start, 0])
  })

  test('as long as the longest pause is waited for, beyond the longest timer too', async () => {
    const seconds = 4_294_968
    const { send, sent, clock } = testPipeline([busy(String(seconds)), ok], {
      timeout: 2 ** 40,
      retry: { maxDelay: seconds * 1_000 }
    })
    const call = send(url, {})
    await clock.advance(seconds * 1_000 - 1)
    expect(sent).toHaveLength(1)
    await clock.advance(1)
    expect((await call).ok).toBe(true)
    expect(Math.max(...clock.delays)).toBeLessThan(2 ** 31)
  })
})

describe('the usual pause', () => {
  test('grows, and comes to an end with the time of the call', async () => {
    const tries: number[] = []
    const failing = () => {
      tries.push(clock.now() - start)
      return Promise.reject(networkFault())
    }
    const { send, sent, clock } = testPipeline(Array(9).fill(failing), {
      retry: { limit: 8 },
      random: () => 1,
      timeout: 3_000
    })
    const failed = expect(send(url, {})).rejects.toMatchObject({ code: 'network' })
    await clock.advance(3_000)
    await failed
    // 400 and 800 fit; another 1600 ms would fit too, but 400 + 800 + 1600 + 3200 would not.
    expect(tries).toEqual([0, 400, 400 + 800, 400 + 800 + 1_600])
    expect([sent.length, clock.pending]).toEqual([4, 0])
  })

  test('lies between 200 ms and its bound, whatever the random numbers', async () => {
    const numbers = fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
      minLength: 6,
      maxLength: 6
    })
    await fc.assert(
      fc.asyncProperty(numbers, fc.integer({ min: 1, max: 40_000 }), async (random, maxDelay) => {
        let drawn = 0
        const { send, clock } = testPipeline(Array(7).fill(networkFault()), {
          retry: { limit: 6, maxDelay, tryTimeout: 1_000_000 },
          random: () => random[drawn++] ?? 0,
          timeout: 10_000_000
        })
        const failed = expect(send(url, {})).rejects.toMatchObject({ code: 'network' })
        await clock.advance(300_000)
        await failed
        const pauses = clock.delays.filter((delay) => delay < 1_000_000)
        expect(pauses).toHaveLength(6)
        pauses.forEach((pause, round) => {
          expect(pause).toBeGreaterThanOrEqual(Math.min(200, maxDelay))
          expect(pause).toBeLessThanOrEqual(Math.min(maxDelay, Math.max(200, 400 * 2 ** round)))
        })
      }),
      { seed: 1, numRuns: 30 }
    )
  })
})

test('the body of an answer that is not handed out is let go', async () => {
  const body = openBody()
  body.write('x'.repeat(70_000))
  const { send, clock } = testPipeline([() => new Response(body.stream, { status: 500 }), ok])
  const call = send(url, {})
  await clock.advance(200)
  await call
  expect(body.cancelled()).toBe(true)
})
