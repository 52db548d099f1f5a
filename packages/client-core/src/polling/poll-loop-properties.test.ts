import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PollStep } from '../testing/polling/fake-poll.ts'
import { listener, passing, type TestLoop, testLoop } from '../testing/polling/poll-loop.ts'
import { pollScript, randomNumbers } from '../testing/polling/poll-script.ts'

type Act = { readonly join: true } | { readonly leave: number } | { readonly pass: number } | { readonly hurry: true }

const join = { weight: 3, arbitrary: fc.record({ join: fc.constant(true as const) }) }
const leave = { weight: 3, arbitrary: fc.record({ leave: fc.nat({ max: 8 }) }) }
const pass = { weight: 5, arbitrary: fc.record({ pass: fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 60_000 })) }) }
const hurry = { weight: 2, arbitrary: fc.record({ hurry: fc.constant(true as const) }) }
const acts = (...kinds: readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Act> }[]) =>
  fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 30 })

interface World extends TestLoop {
  /** For each poll: which run it belongs to, what it came to, and how many watched when it began. */
  readonly log: { readonly run: number; readonly step: PollStep<string>; readonly watching: number }[]
  readonly heard: (readonly unknown[])[]
  play(acts: readonly Act[]): Promise<void>
}

/** A server that is away for long. */
const outage = fc.array(fc.constant<PollStep<string>>({ fault: passing }), { minLength: 20, maxLength: 40 })

/** A loop that is joined and left, with a note of everything; in the end all leave. */
function world(script: readonly PollStep<string>[], random: fc.Stream<number>): World {
  let run = 0
  const watching = new Set<object>()
  const log: World['log'] = []
  const heard: unknown[][] = []
  const leaving: Array<() => void> = []
  const server = testLoop(
    (poll) => {
      const step = script[poll] ?? { value: 'done' }
      log.push({ run, step, watching: watching.size })
      return step
    },
    { random: () => random.next().value ?? 0 }
  )
  const joinIt = (): void => {
    const own = listener()
    if (watching.size === 0) run++
    watching.add(own)
    heard.push(own.heard)
    const leaveIt = server.loop.observe({
      ...own,
      next(value, isDone) {
        if (value === 'done') watching.delete(own)
        own.next(value, isDone)
      },
      fail(error) {
        watching.delete(own)
        own.fail(error)
      }
    })
    leaving.push(() => {
      watching.delete(own)
      leaveIt()
    })
  }
  const play = async (played: readonly Act[]): Promise<void> => {
    for (const act of played) {
      if ('join' in act) joinIt()
      else if ('leave' in act) leaving[act.leave]?.()
      else if ('pass' in act) await server.clock.advance(act.pass)
      else server.loop.hurry()
    }
    for (const leaveIt of leaving) leaveIt()
    await server.clock.advance(600_000)
  }
  return { ...server, log, heard, play }
}

test('never two polls at once, none for nobody, no timer left: whoever comes, goes and hurries', async () => {
  await fc.assert(
    fc.asyncProperty(acts(join, leave, pass, hurry), pollScript, randomNumbers, async (played, script, random) => {
      const { play, log, most, clock, polls } = world(script, random)
      await play(played)
      expect(most()).toBeLessThanOrEqual(1)
      expect(log.filter(({ watching }) => watching === 0)).toEqual([])
      expect(clock.pending).toBe(0)
      expect(polls.filter(({ end }) => end === undefined)).toEqual([])
    }),
    { seed: 1, numRuns: 300 }
  )
})

test('every pause is as the server asks, within 100 ms and 5 minutes, else within 100 ms and 10 s', async () => {
  await fc.assert(
    fc.asyncProperty(acts(join, leave, pass), pollScript, randomNumbers, async (played, script, random) => {
      const { play, log, polls } = world(script, random)
      await play([{ join: true }, ...played, { pass: 300_000 }])
      log.slice(1).forEach(({ run }, i) => {
        const [before, after, ended] = [log[i], polls[i + 1], polls[i]]
        if (before?.run !== run) return
        const pause = (after?.start ?? 0) - (ended?.end ?? 0)
        const { retryAfter } = before.step
        if (retryAfter !== undefined) expect(pause).toBeCloseTo(Math.min(300_000, Math.max(100, retryAfter)), 3)
        else {
          expect(pause).toBeGreaterThan(100 - 0.001)
          expect(pause).toBeLessThan(10_000 + 0.001)
        }
      })
    }),
    { seed: 1, numRuns: 300 }
  )
})

test('a failed poll changes no known value: all hear what was served, in order, and give up after five in a row in two minutes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(pollScript, outage), randomNumbers, async (steps, random) => {
      const script = steps.filter((step) => 'value' in step || 'fault' in step)
      const { play, heard, log, polls } = world(script, random)
      await play([{ join: true }, { join: true }, { pass: 40 * 300_000 }])

      const expected: unknown[] = []
      let faults = 0
      let since = 0
      let isOver = false
      log.forEach(({ step }, i) => {
        const at = polls[i]?.end ?? 0
        if ('fault' in step && faults++ === 0) since = at
        if ('value' in step) faults = 0
        isOver = faults >= 5 && at - since >= 120_000
        expected.push('value' in step ? step.value : [isOver ? 'fail' : 'missed', passing])
      })
      expect(heard).toEqual([expected, expected])
      expect(expected.at(-1)).toEqual(isOver ? ['fail', passing] : 'done')
    }),
    { seed: 1, numRuns: 150 }
  )
})
