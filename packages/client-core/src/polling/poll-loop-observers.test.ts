import { describe, expect, test } from 'vitest'
import { countListeners, type ListenerCount } from '../testing/counted-signal.ts'
import { listener, testLoop } from '../testing/polling/poll-loop.ts'

const starts = (polls: readonly { readonly start: number }[]) => polls.map(({ start }) => start)
const running = { value: 'running' }
const done = { value: 'done' }

describe('who is told', () => {
  test('all who watch share one loop and hear each value once', async () => {
    const { loop, clock, polls } = testLoop([running, done])
    const [a, b, late] = [listener(), listener(), listener()]
    loop.observe(a)
    loop.observe(b)
    await clock.advance(60)
    loop.observe(late)
    await clock.advance(60_000)
    expect([a.heard, b.heard, late.heard]).toEqual([['running', 'done'], ['running', 'done'], ['done']])
    expect(polls).toHaveLength(2)
  })

  test('the last one out stops it, in a pause and in the midst of a poll', async () => {
    for (const when of [10, 60]) {
      const { loop, clock, polls } = testLoop([{ ...running, latency: 1_000 }])
      const leave = [loop.observe(listener()), loop.observe(listener())]
      await clock.advance(when)
      leave[0]?.()
      leave[0]?.()
      expect(clock.pending).toBe(1)
      leave[1]?.()
      expect(clock.pending).toBe(0)
      await clock.advance(60_000)
      expect(polls.map(({ signal }) => signal.aborted)).toEqual(when === 10 ? [] : [true])
    }
  })

  test('who leaves hears nothing more', async () => {
    const { loop, clock } = testLoop([running, done])
    const [a, b] = [listener(), listener()]
    const leave = loop.observe(a)
    loop.observe(b)
    await clock.advance(60)
    leave()
    await clock.advance(60_000)
    expect([a.heard, b.heard]).toEqual([['running'], ['running', 'done']])
  })

  test('who leaves while others are told hears nothing more either', async () => {
    const { loop, clock } = testLoop([running, done])
    const b = listener()
    let leaveB = () => {}
    loop.observe({ ...listener(), next: () => leaveB() })
    leaveB = loop.observe(b)
    await clock.advance(60_000)
    expect(b.heard).toEqual([])
  })

  test('who joins later starts it again, from the first delay', async () => {
    const { loop, clock, polls } = testLoop([running])
    loop.observe(listener())()
    await clock.advance(1_000)
    const again = listener()
    loop.observe(again)
    await clock.advance(50)
    expect([starts(polls), again.heard]).toEqual([[1_050], ['running']])
  })

  test('who joins after the end is told by a new run', async () => {
    const { loop, clock, polls } = testLoop([done])
    loop.observe(listener())
    await clock.advance(1_000)
    const again = listener()
    loop.observe(again)
    await clock.advance(1_000)
    expect([starts(polls), again.heard, clock.pending]).toEqual([[50, 1_050], ['done'], 0])
  })

  test.each([
    ['at once', (join: () => void) => join()],
    ['as the next thing', (join: () => void) => void Promise.resolve().then(join)]
  ])('who joins when another hears the end, %s, is not forgotten', async (_, when) => {
    const { loop, clock, polls } = testLoop([done])
    const [other, joined] = [listener(), listener()]
    let hasJoined = false
    loop.observe({
      ...listener(),
      next: () =>
        when(() => {
          hasJoined = true
          loop.observe(joined)
        })
    })
    loop.observe(other)
    await clock.advance(60_000)
    expect([hasJoined, other.heard, joined.heard]).toEqual([true, ['done'], ['done']])
    expect([starts(polls), clock.pending]).toEqual([[50, 100], 0])
  })

  test('who throws hurts only itself', async () => {
    const { loop, clock } = testLoop([running, done])
    const [a, b] = [listener(), listener()]
    const thrown = new Error('mine')
    loop.observe({
      ...a,
      next: () => {
        throw thrown
      }
    })
    loop.observe(b)
    await clock.advance(60_000)
    expect(a.heard[0]).toEqual(['fail', thrown])
    expect(b.heard).toEqual(['running', 'done'])
  })
})

test('hurried and left at once it does not poll: nobody is there', async () => {
  const { loop, clock, polls } = testLoop([running])
  const leave = loop.observe(listener())
  loop.hurry()
  leave()
  await clock.advance(60_000)
  expect([polls.length, clock.pending]).toEqual([0, 0])
})

test('an answer that comes as the last one leaves is not told to those of the next run', async () => {
  const answers: Array<(value: string) => void> = []
  const poll = () => new Promise<{ value: string }>((resolve) => answers.push((value) => resolve({ value })))
  const { loop, clock } = testLoop([], { poll })
  const leave = loop.observe(listener())
  await clock.advance(50)
  const next = listener()
  answers[0]?.('done')
  // Between the answer and those who are told of it.
  queueMicrotask(() => {
    leave()
    loop.observe(next)
  })
  await clock.advance(60)
  expect([next.heard, answers.length]).toEqual([[], 2])
  answers[1]?.('done')
  await clock.advance(60_000)
  expect([next.heard, clock.pending]).toEqual([['done'], 0])
})

test('however long it runs, no listeners pile up; when it is over none is left', async () => {
  const closed = new AbortController().signal
  const onClosed = countListeners(closed)
  let onRun: ListenerCount | undefined
  const poll = async (signal: AbortSignal) => {
    onRun ??= countListeners(signal)
    return running
  }
  const { loop, clock } = testLoop([], { poll, closed })
  const leave = loop.observe(listener())
  await clock.advance(2_000)
  expect([onClosed.added(), onClosed.left()]).toEqual([1, 1])
  expect(onRun?.added()).toBeGreaterThan(20)
  expect(onRun?.left()).toBeLessThanOrEqual(2)
  leave()
  await clock.advance(0)
  expect([onClosed.left(), onRun?.left()]).toEqual([0, 0])
})

test('a run that came to its end lets go of the client', async () => {
  const closed = new AbortController().signal
  const onClosed = countListeners(closed)
  const { loop, clock } = testLoop([done], { closed })
  loop.observe(listener())
  await clock.advance(1_000)
  expect([onClosed.added(), onClosed.left()]).toEqual([1, 0])
})

test('a run is told of when it begins and, at once, when it ends', async () => {
  const told: string[] = []
  const onRun = () => {
    told.push('begins')
    return () => told.push('ends')
  }
  const { loop, clock } = testLoop([{ value: 'a' }, { value: 'done' }], { onRun })
  const leave = loop.observe(listener())
  loop.observe(listener())()
  expect(told).toEqual(['begins'])
  leave()
  expect(told).toEqual(['begins', 'ends'])
  loop.observe({ ...listener(), next: (value) => told.push(value) })
  await clock.advance(60_000)
  expect(told).toEqual(['begins', 'ends', 'begins', 'a', 'ends', 'done'])
})

test('it can be ended for all who watch, and joined again', async () => {
  const { loop, clock, polls } = testLoop([{ value: 'a' }, { value: 'done' }])
  const listeners = [listener(), listener()]
  for (const each of listeners) loop.observe(each)
  await clock.advance(60)
  loop.end('enough')
  expect(listeners.map(({ heard }) => heard)).toEqual(Array(2).fill(['a', ['fail', 'enough']]))
  await clock.advance(60_000)
  expect([polls.length, clock.pending]).toEqual([1, 0])
  const later = listener()
  loop.observe(later)
  await clock.advance(60_000)
  expect(later.heard).toEqual(['done'])
  loop.end('nobody is there')
})
