import { expect, test } from 'vitest'
import { countedSignal } from '../testing/counted-signal.ts'
import { settle } from '../testing/virtual-clock.ts'
import { linkSignals, raceAbort } from './abort-signals.ts'

test('follows whichever parent is aborted first, with its reason', () => {
  const [a, b] = [countedSignal(), countedSignal()]
  const link = linkSignals(a.signal, undefined, null, b.signal)
  expect(link.signal.aborted).toBe(false)
  b.abort('b')
  a.abort('a')
  expect(link.signal.reason).toBe('b')
})

test('takes its listeners off every parent when one is aborted', () => {
  const [a, b] = [countedSignal(), countedSignal()]
  linkSignals(a.signal, b.signal)
  expect([a.left(), b.left()]).toEqual([1, 1])
  b.abort()
  expect(a.left()).toBe(0)
})

test('takes its listeners off when it is unlinked and hears no more', () => {
  const parent = countedSignal()
  const link = linkSignals(parent.signal)
  link.unlink()
  expect(parent.left()).toBe(0)
  parent.abort()
  expect(link.signal.aborted).toBe(false)
})

test('can be aborted itself, which unlinks it and leaves the parents alone', () => {
  const parent = countedSignal()
  const link = linkSignals(parent.signal)
  link.abort('own')
  expect(link.signal.reason).toBe('own')
  expect([parent.left(), parent.signal.aborted]).toEqual([0, false])
})

test('is aborted from the start where a parent is, without listening to the others', () => {
  const before = countedSignal()
  const after = countedSignal()
  const link = linkSignals(before.signal, AbortSignal.abort('already'), after.signal)
  expect(link.signal.reason).toBe('already')
  expect([before.left(), after.added()]).toEqual([0, 0])
})

test('a race settles as its promise does and takes its listener off', async () => {
  const { signal, left } = countedSignal()
  await expect(raceAbort(Promise.resolve(1), signal)).resolves.toBe(1)
  await expect(raceAbort(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
  await settle()
  expect(left()).toBe(0)
})

test('a race ends at once when the signal is aborted, though the promise never settles', async () => {
  const controller = new AbortController()
  const race = raceAbort(new Promise(() => {}), controller.signal)
  controller.abort('enough')
  await expect(race).rejects.toBe('enough')
})

test('a race with an aborted signal rejects, and a promise that fails later is no unhandled rejection', async () => {
  let fail = (_: Error): void => {}
  const late = new Promise<never>((_, reject) => {
    fail = reject
  })
  await expect(raceAbort(late, AbortSignal.abort('before'))).rejects.toBe('before')
  fail(new Error('late'))
  await settle()
})
