import { afterEach, expect, test, vi } from 'vitest'
import { countedSignal } from '../testing/counted-signal.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { sleep, startTimer, systemClock } from './clock.ts'

afterEach(() => vi.useRealTimers())

const longest = 2 ** 31 - 1

test('a delay longer than a platform timer takes is waited for in full', async () => {
  const clock = new VirtualClock()
  const fired = vi.fn()
  startTimer(clock, 3 * longest + 5, fired)
  await clock.advance(3 * longest + 4)
  expect(fired).not.toHaveBeenCalled()
  await clock.advance(1)
  expect(fired).toHaveBeenCalledOnce()
  expect(clock.delays).toEqual([longest, longest, longest, 5])
  expect(clock.pending).toBe(0)
})

test('a delay of exactly the longest timer needs one timer', async () => {
  const clock = new VirtualClock()
  const fired = vi.fn()
  startTimer(clock, longest, fired)
  await clock.advance(longest)
  expect(fired).toHaveBeenCalledOnce()
  expect(clock.delays).toEqual([longest])
})

test('a long delay can be cancelled after its first timer', async () => {
  const clock = new VirtualClock()
  const fired = vi.fn()
  const cancel = startTimer(clock, 2 * longest, fired)
  await clock.advance(longest + 1)
  cancel()
  expect(clock.pending).toBe(0)
  await clock.advance(longest)
  expect(fired).not.toHaveBeenCalled()
})

test('an infinite delay sets no timer and can be cancelled all the same', () => {
  const clock = new VirtualClock()
  const cancel = startTimer(clock, Number.POSITIVE_INFINITY, () => {})
  expect(clock.delays).toEqual([])
  expect(cancel).not.toThrow()
})

test('a negative delay fires as soon as it can', async () => {
  const clock = new VirtualClock()
  const fired = vi.fn()
  startTimer(clock, -50, fired)
  expect(clock.delays).toEqual([0])
  await clock.advance(0)
  expect(fired).toHaveBeenCalledOnce()
})

test('sleep resolves after its delay and takes its listener off', async () => {
  const clock = new VirtualClock()
  const { signal, added, left } = countedSignal()
  const done = vi.fn()
  sleep(clock, 100, signal).then(done)
  await clock.advance(99)
  expect(done).not.toHaveBeenCalled()
  await clock.advance(1)
  expect(done).toHaveBeenCalledOnce()
  expect([added(), left(), clock.pending]).toEqual([1, 0, 0])
})

test('sleep ends at once with the reason of an abort and leaves no timer', async () => {
  const clock = new VirtualClock()
  const controller = new AbortController()
  const sleeping = sleep(clock, 100, controller.signal)
  controller.abort('enough')
  expect(clock.pending).toBe(0)
  await expect(sleeping).rejects.toBe('enough')
})

test('sleep with an aborted signal starts no timer', async () => {
  const clock = new VirtualClock()
  await expect(sleep(clock, 100, AbortSignal.abort('before'))).rejects.toBe('before')
  expect(clock.delays).toEqual([])
})

test('the system clock looks timers up when it is called, so that fake ones are seen', () => {
  vi.useFakeTimers({ now: 5_000 })
  const fired = vi.fn()
  systemClock.setTimeout(fired, 10)
  const timer = systemClock.setTimeout(fired, 10)
  systemClock.clearTimeout(timer)
  expect(systemClock.now()).toBe(5_000)
  vi.advanceTimersByTime(10)
  expect(fired).toHaveBeenCalledOnce()
})
