import { expect, test } from 'vitest'
import { settle } from '../testing/virtual-clock.ts'
import { Slots } from './slots.ts'

const { signal } = new AbortController()

test('no more calls are under way than there is room for, in the order in which they came', async () => {
  const slots = new Slots(2)
  const started: number[] = []
  const ends: Array<() => void> = []
  const calls = [0, 1, 2, 3].map((id) =>
    slots.run(
      () =>
        new Promise<number>((resolve) => {
          started.push(id)
          ends[id] = () => resolve(id)
        }),
      signal
    )
  )
  await settle()
  expect(started).toEqual([0, 1])
  ends[1]?.()
  await settle()
  expect(started).toEqual([0, 1, 2])
  for (const id of [0, 2]) ends[id]?.()
  await settle()
  ends[3]?.()
  expect(await Promise.all(calls)).toEqual([0, 1, 2, 3])
})

test('a call that fails makes room', async () => {
  const slots = new Slots(1)
  const failing = expect(slots.run(() => Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
  const next = slots.run(async () => 'yes', signal)
  await failing
  expect(await next).toBe('yes')
})

test('a call that is aborted before its turn is not made, and makes room', async () => {
  const slots = new Slots(1)
  let end = (): void => {}
  const first = slots.run(() => new Promise<void>((resolve) => (end = resolve)), signal)
  let made = 0
  const call = async (): Promise<number> => ++made
  const aborted = expect(slots.run(call, AbortSignal.abort('late'))).rejects.toBe('late')
  const last = slots.run(call, signal)
  end()
  await first
  await aborted
  expect([await last, made]).toEqual([1, 1])
})
