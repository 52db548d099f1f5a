import { createVirtualClock } from '@geoclients/mock-core'
import { expect, test } from 'vitest'
import { Memo } from './memo.ts'

test('one load serves all who ask meanwhile and for its lifetime', async () => {
  const clock = createVirtualClock()
  const memo = new Memo<number>(clock, 1_000)
  let loads = 0
  const load = async (): Promise<number> => ++loads
  expect(await Promise.all([memo.get('a', load), memo.get('a', load)])).toEqual([1, 1])
  expect(await memo.get('b', load)).toBe(2)
  await clock.advance(999)
  expect(await memo.get('a', load)).toBe(1)
  await clock.advance(1)
  expect(await memo.get('a', load)).toBe(3)
})

test('a failure is told to all who asked and is not remembered', async () => {
  const memo = new Memo<number>(createVirtualClock(), 1_000)
  const fault = new Error('busy')
  const calls = [memo.get('a', () => Promise.reject(fault)), memo.get('a', async () => 0)]
  expect(await Promise.allSettled(calls)).toEqual([
    { status: 'rejected', reason: fault },
    { status: 'rejected', reason: fault }
  ])
  expect(await memo.get('a', async () => 5)).toBe(5)
})

test('a late failure does not take what was loaded after it', async () => {
  const clock = createVirtualClock()
  const memo = new Memo<number>(clock, 1_000)
  let fail = (_: Error): void => {}
  const old = memo.get('a', () => new Promise((_, reject) => (fail = reject)))
  await clock.advance(1_000)
  expect(await memo.get('a', async () => 5)).toBe(5)
  fail(new Error('late'))
  await expect(old).rejects.toThrow('late')
  expect(await memo.get('a', async () => 6)).toBe(5)
})

test('a lifetime of 0 remembers nothing', async () => {
  const memo = new Memo<number>(createVirtualClock(), 0)
  let loads = 0
  await memo.get('a', async () => ++loads)
  expect(await memo.get('a', async () => ++loads)).toBe(2)
})
