import { expect, test } from 'vitest'
import { collect } from '../testing/collect.ts'
import { leavable } from './leavable.ts'

const over = { done: true, value: undefined }

async function* letters(): AsyncGenerator<string, undefined, undefined> {
  yield 'a'
  yield 'b'
}

test('the first step opens the iterator, which is then read to its end', async () => {
  let opened = 0
  const walk = leavable(async () => {
    opened++
    return letters()
  })
  expect(opened).toBe(0)
  expect(await collect(walk)).toEqual(['a', 'b'])
  expect([opened, await walk.next()]).toEqual([1, over])
})

test('leaving it does not wait for an iterator that is still being opened', async () => {
  let left: AbortSignal | undefined
  const walk = leavable((signal) => {
    left = signal
    return new Promise(() => {})
  })
  const next = walk.next()
  expect(await walk.return(undefined)).toEqual(over)
  expect([await next, await walk.next(), left?.aborted]).toEqual([over, over, true])
})

test('leaving it before the first step opens nothing', async () => {
  const walk = leavable(() => Promise.reject(new Error('opened')))
  expect([await walk.return(undefined), await walk.next()]).toEqual([over, over])
})

test('a failure to open the iterator is reported once', async () => {
  const walk = leavable(() => Promise.reject(new Error('no')))
  await expect(walk.next()).rejects.toThrow('no')
  expect(await walk.next()).toEqual(over)
})

test('an error that is thrown into it ends it', async () => {
  const walk = leavable(async () => letters())
  expect(await walk.next()).toEqual({ done: false, value: 'a' })
  await expect(walk.throw(new Error('mine'))).rejects.toThrow('mine')
  expect(await walk.next()).toEqual(over)
})

test('a step that fails because it was left is the end', async () => {
  const walk = leavable(async (left) => ({
    next: () => new Promise<never>((_, reject) => left.addEventListener('abort', () => reject(new Error('aborted'))))
  }))
  const next = walk.next()
  await new Promise((resolve) => setTimeout(resolve))
  expect(await walk.return(undefined)).toEqual(over)
  expect(await next).toEqual(over)
})

test('leaving ends the step under way', async () => {
  let isClosed = false
  const walk = leavable(async (left) => ({
    next: () => new Promise<never>((_, reject) => left.addEventListener('abort', () => reject(new Error('aborted')))),
    return: async () => {
      isClosed = true
      return { done: true, value: undefined }
    }
  }))
  const next = walk.next()
  await new Promise((resolve) => setTimeout(resolve))
  await expect(walk.throw(new Error('mine'))).rejects.toThrow('mine')
  expect([await next, isClosed]).toEqual([over, true])
})

async function* thrownInto(): AsyncGenerator<string, undefined, undefined> {
  try {
    yield* letters()
  } finally {
    closed.push('closed')
  }
}
let closed: string[] = []

test.each([0, 1, 2, 3])('after %i steps, throw and return do what they do to a generator', async (steps) => {
  const seen = async (walk: AsyncGenerator<string, undefined, undefined>, how: 'throw' | 'return') => {
    closed = []
    for (let i = 0; i < steps; i++) await walk.next()
    const left = how === 'throw' ? walk.throw(new Error('mine')) : walk.return(undefined)
    const outcome = await left.catch((error: Error) => error.message)
    return [outcome, await walk.next(), closed]
  }
  for (const how of ['throw', 'return'] as const) {
    expect(
      await seen(
        leavable(async () => thrownInto()),
        how
      )
    ).toEqual(await seen(thrownInto(), how))
  }
})
