import { expect, test } from 'vitest'
import { sleep } from './clock.ts'
import { createVirtualClock } from './virtual-clock.ts'

const never = new AbortController().signal

test('stands still until it is advanced', () => {
  const clock = createVirtualClock(1000)
  expect(clock.now()).toBe(1000)
  expect(clock.now()).toBe(1000)
})

test('runs timers in the order in which they fall due, each at its own time', async () => {
  const clock = createVirtualClock(0)
  const ran: [string, number][] = []
  const note = (name: string) => () => ran.push([name, clock.now()])
  clock.setTimeout(note('late'), 30)
  clock.setTimeout(note('early'), 10)
  clock.setTimeout(note('early too'), 10)
  await clock.advance(29)
  expect(ran).toEqual([
    ['early', 10],
    ['early too', 10]
  ])
  clock.setTimeout(note('last'), 11)
  clock.setTimeout(note('before'), 0)
  await clock.advance(11)
  expect(ran.slice(2)).toEqual([
    ['before', 29],
    ['late', 30],
    ['last', 40]
  ])
})

test('runs timers that were set by others on the way', async () => {
  const clock = createVirtualClock(0)
  const naps = (async () => {
    await sleep(clock, 5, never)
    await sleep(clock, 5, never)
    return clock.now()
  })()
  await clock.advance(60_000)
  expect(await naps).toBe(10)
  expect(clock.now()).toBe(60_000)
})

test('forgets a timer that was cleared', async () => {
  const clock = createVirtualClock()
  let ran = false
  const timer = clock.setTimeout(() => {
    ran = true
  }, 5)
  clock.clearTimeout(timer)
  expect(clock.pending).toBe(0)
  await clock.advance(10)
  expect(ran).toBe(false)
})

test('a sleep that is aborted rejects with the reason and leaves no timer', async () => {
  const clock = createVirtualClock()
  const abort = new AbortController()
  const nap = sleep(clock, 1000, abort.signal)
  expect(clock.pending).toBe(1)
  abort.abort('enough')
  await expect(nap).rejects.toBe('enough')
  expect(clock.pending).toBe(0)
  await expect(sleep(clock, 1, abort.signal)).rejects.toBe('enough')
})

test('stands still until what holds it has settled', async () => {
  const clock = createVirtualClock(0)
  const log: string[] = []
  clock.hold(
    new Promise((_, reject) => setImmediate(() => setImmediate(() => reject(new Error('gone'))))).finally(() =>
      log.push(`settled at ${clock.now()}`)
    )
  )
  clock.setTimeout(() => log.push('fired'), 10)
  await clock.advance(10)
  expect(log).toEqual(['settled at 0', 'fired'])
})

test.each([Number.NaN, -1, Number.POSITIVE_INFINITY, undefined, '5'])(
  'refuses to advance by %s, and stays right',
  async (duration) => {
    const clock = createVirtualClock(0)
    await expect(clock.advance(duration as number)).rejects.toThrow(
      `the clock cannot advance by ${duration}: expected milliseconds, a finite number from 0`
    )
    await clock.advance(5)
    expect(clock.now()).toBe(5)
  }
)
