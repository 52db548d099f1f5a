import { expect, test } from 'vitest'
import { VirtualClock } from './virtual-clock.ts'

test('timers run in the order they are due, and only when their time has come', async () => {
  const clock = new VirtualClock(0)
  const log: string[] = []
  clock.setTimeout(() => log.push(`b at ${clock.now()}`), 20)
  clock.setTimeout(() => log.push(`a at ${clock.now()}`), 10)
  const cancelled = clock.setTimeout(() => log.push('never'), 15)
  clock.clearTimeout(cancelled)
  await clock.advance(15)
  expect(log).toEqual(['a at 10'])
  expect([clock.pending, clock.now()]).toEqual([1, 15])
  await clock.advance(5)
  expect(log).toEqual(['a at 10', 'b at 20'])
  expect(clock.pending).toBe(0)
})

test('what waits for a timer goes on before the next timer runs', async () => {
  const clock = new VirtualClock(0)
  const log: string[] = []
  const pause = (ms: number) => new Promise<void>((resolve) => clock.setTimeout(resolve, ms))
  const work = (async () => {
    await pause(10)
    log.push(`first at ${clock.now()}`)
    for (let i = 0; i < 50; i++) await Promise.resolve()
    await pause(10)
    log.push(`second at ${clock.now()}`)
  })()
  clock.setTimeout(() => log.push('other'), 20)
  await clock.advance(20)
  await work
  expect(log).toEqual(['first at 10', 'other', 'second at 20'])
})

test('a delay that is too long for a platform fires at once here too', async () => {
  const clock = new VirtualClock(0)
  let fired = false
  clock.setTimeout(() => {
    fired = true
  }, 2 ** 31)
  await clock.advance(1)
  expect(fired).toBe(true)
})
