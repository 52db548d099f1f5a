import { expect, test } from 'vitest'
import { countedSignal } from '../testing/counted-signal.ts'
import { makeError } from '../testing/make-error.ts'
import { rejection } from '../testing/rejection.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { Memo } from './memo.ts'

const what = 'the answer'
const lifetime = 1_000

function world<T = number>(maxEntries = 10) {
  const clock = new VirtualClock()
  const memo = new Memo<T>(clock, makeError, maxEntries)
  const get = (key: string, load: () => Promise<T>, maxAge = lifetime) => memo.get(key, maxAge, load, { what })
  return { clock, memo, get }
}

test('one load serves all who ask meanwhile and for its lifetime', async () => {
  const { clock, get } = world()
  let loads = 0
  const load = async (): Promise<number> => ++loads
  expect(await Promise.all([get('a', load), get('a', load)])).toEqual([1, 1])
  expect(await get('b', load)).toBe(2)
  await clock.advance(999)
  expect(await get('a', load)).toBe(1)
  expect(await get('a', load, 999)).toBe(3)
  expect(await get('a', load)).toBe(3)
  await clock.advance(lifetime)
  expect(await get('a', load)).toBe(4)
})

test('a failure is told to all who asked and is not remembered', async () => {
  const { get } = world()
  const fault = new Error('busy')
  const calls = [get('a', () => Promise.reject(fault)), get('a', async () => 0)]
  expect(await Promise.allSettled(calls)).toEqual([
    { status: 'rejected', reason: fault },
    { status: 'rejected', reason: fault }
  ])
  expect(await get('a', async () => 5)).toBe(5)
})

test('a late failure does not take what was loaded after it', async () => {
  const { clock, get } = world()
  let fail = (_: Error): void => {}
  const old = get('a', () => new Promise((_, reject) => (fail = reject)))
  await clock.advance(lifetime)
  expect(await get('a', async () => 5)).toBe(5)
  fail(new Error('late'))
  await expect(old).rejects.toThrow('late')
  expect(await get('a', async () => 6)).toBe(5)
})

test('a lifetime of 0 remembers nothing', async () => {
  const { get } = world()
  let loads = 0
  await get('a', async () => ++loads, 0)
  expect(await get('a', async () => ++loads, 0)).toBe(2)
})

test('what was used least recently gives way', async () => {
  const { get } = world(2)
  const load = async () => 1
  await get('a', load)
  await get('b', load)
  await get('a', load)
  await get('c', load)
  expect(await get('a', async () => 2)).toBe(1)
  expect(await get('b', async () => 2)).toBe(2)
})

test('signal and timeout end the own wait, not the load of the others', async () => {
  const { clock, memo } = world<string>()
  let answer = (_: string): void => {}
  let loads = 0
  const load = (): Promise<string> => {
    loads++
    return new Promise((resolve) => (answer = resolve))
  }
  const caller = countedSignal()
  const first = rejection(memo.get('a', lifetime, load, { what, signal: caller.signal }))
  const second = rejection(memo.get('a', lifetime, load, { what, timeout: 100 }))
  const third = memo.get('a', lifetime, load, { what })
  caller.abort('enough')
  const message = 'waiting for the answer was aborted'
  expect(await first).toMatchObject({ code: 'aborted', name: 'AbortError', message, cause: 'enough' })
  await clock.advance(100)
  expect(await second).toMatchObject({ code: 'timeout', message: 'the answer did not arrive within 100 ms' })
  answer('yes')
  expect(await third).toBe('yes')
  expect([loads, clock.pending, caller.left()]).toEqual([1, 0, 0])
})

test('who is aborted already loads nothing', async () => {
  const { memo } = world()
  let loads = 0
  const wait = { what, signal: AbortSignal.abort() }
  expect(await rejection(memo.get('a', lifetime, async () => ++loads, wait))).toMatchObject({ code: 'aborted' })
  expect(loads).toBe(0)
})
