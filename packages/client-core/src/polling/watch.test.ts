import { describe, expect, test } from 'vitest'
import { collect } from '../testing/collect.ts'
import { countedSignal } from '../testing/counted-signal.ts'
import { passing, type TestLoop, testLoop } from '../testing/polling/poll-loop.ts'
import { type WatchChanges, watchChanges } from './wait-and-watch.ts'

const value = (text: string) => ({ value: text })
const steps = (...texts: string[]) => texts.map(value)

function watch({ loop }: TestLoop, options: Partial<WatchChanges<string>> = {}) {
  return watchChanges(
    loop,
    (text) => text,
    () => ({
      isDone: (text) => text === 'done',
      onAbort: (reason) => new Error('aborted', { cause: reason }),
      ...options
    })
  )
}

test('yields the changes only; the last one is the end', async () => {
  const server = testLoop(steps('a', 'a', 'b', 'b', 'b', 'a', 'done'))
  const all = collect(watch(server))
  await server.clock.advance(60_000)
  expect(await all).toEqual(['a', 'b', 'a', 'done'])
  expect(server.clock.pending).toBe(0)
})

test('what is known already comes first and is no change afterwards', async () => {
  const server = testLoop(steps('a', 'b', 'done'))
  const all = collect(watch(server, { known: 'a' }))
  await server.clock.advance(60_000)
  expect(await all).toEqual(['a', 'b', 'done'])
})

test('options that cannot be meant are its failure', async () => {
  const server = testLoop(steps('a'))
  const items = watchChanges(
    server.loop,
    (text) => text,
    () => {
      throw new Error('refused')
    }
  )
  await expect(items.next()).rejects.toThrow('refused')
  expect(await items.next()).toEqual({ done: true, value: undefined })
  expect(server.clock.delays).toEqual([])
})

test('what is known to be over is not polled', async () => {
  const server = testLoop(steps('a'))
  expect(await collect(watch(server, { known: 'done' }))).toEqual(['done'])
  expect([server.polls, server.clock.delays]).toEqual([[], []])
})

test('polls nothing before the first item is asked for', async () => {
  const server = testLoop(steps('a'))
  const items = watch(server)
  await server.clock.advance(60_000)
  expect(server.polls).toEqual([])
  const first = items.next()
  await server.clock.advance(50)
  expect(await first).toEqual({ done: false, value: 'a' })
  await items.return()
})

test('a slow reader gets the latest, and no value twice in a row', async () => {
  const server = testLoop(steps('a', 'b', 'c', 'a', 'a', 'd', 'done'))
  const items = watch(server)
  const first = items.next()
  await server.clock.advance(60)
  expect((await first).value).toBe('a')
  await server.clock.advance(200)
  expect((await items.next()).value).toBe('c')
  const next = items.next()
  await server.clock.advance(100)
  expect((await next).value).toBe('a')
  await server.clock.advance(60_000)
  expect((await items.next()).value).toBe('done')
  expect(await items.next()).toEqual({ done: true, value: undefined })
  expect(server.clock.pending).toBe(0)
})

test('a change that was taken back before the reader came is none', async () => {
  const server = testLoop(steps('a', 'b', 'a', 'a', 'done'))
  const items = watch(server)
  const first = items.next()
  await server.clock.advance(60)
  await first
  await server.clock.advance(200)
  const next = items.next()
  await server.clock.advance(60_000)
  expect((await next).value).toBe('done')
})

test('failed polls that pass are no items', async () => {
  const server = testLoop([value('a'), { fault: passing }, value('a'), { fault: passing }, value('done')])
  const all = collect(watch(server))
  await server.clock.advance(60_000)
  expect(await all).toEqual(['a', 'done'])
})

test('a failure comes after what was heard before it', async () => {
  const fault = new Error('broken')
  const server = testLoop([value('a'), value('b'), { fault }])
  const items = watch(server)
  const first = items.next()
  await server.clock.advance(60)
  await first
  await server.clock.advance(60_000)
  expect((await items.next()).value).toBe('b')
  await expect(items.next()).rejects.toBe(fault)
  expect(server.clock.pending).toBe(0)
})

describe('leaving', () => {
  test('by break stops the polls', async () => {
    const server = testLoop(steps('a', 'b', 'c'))
    const caller = countedSignal()
    const reading = (async () => {
      for await (const item of watch(server, { signal: caller.signal })) if (item === 'b') break
    })()
    await server.clock.advance(200)
    await reading
    expect([server.polls.length, server.clock.pending, caller.left()]).toEqual([2, 0, 0])
  })

  test('by an error of the reader as well', async () => {
    const server = testLoop(steps('a'))
    const reading = expect(
      (async () => {
        for await (const item of watch(server)) throw new Error(item)
      })()
    ).rejects.toThrow('a')
    await server.clock.advance(60)
    await reading
    expect(server.clock.pending).toBe(0)
  })

  test('while the next item is awaited ends both at once', async () => {
    const server = testLoop(steps('a'))
    const caller = countedSignal()
    const items = watch(server, { signal: caller.signal })
    const first = items.next()
    await server.clock.advance(60)
    await first
    const pending = [items.next(), items.next()]
    expect(await items.return()).toEqual({ done: true, value: undefined })
    expect(await Promise.all(pending)).toEqual(Array(2).fill({ done: true, value: undefined }))
    expect([server.polls.length, server.clock.pending, caller.left()]).toEqual([1, 0, 0])
    expect(await items.next()).toEqual({ done: true, value: undefined })
  })

  test('before the first item was asked for polls nothing', async () => {
    const server = testLoop(steps('a'))
    const items = watch(server)
    await items.return()
    expect(await items.next()).toEqual({ done: true, value: undefined })
    expect([server.polls, server.clock.delays]).toEqual([[], []])
  })

  test('leaves the others alone', async () => {
    const server = testLoop(steps('a', 'b', 'done'))
    const all = collect(watch(server))
    const items = watch(server)
    const first = items.next()
    await server.clock.advance(60)
    await first
    await items.return()
    await server.clock.advance(60_000)
    expect(await all).toEqual(['a', 'b', 'done'])
  })
})

describe('abort', () => {
  test('before: throws without a poll', async () => {
    const server = testLoop(steps('a'))
    await expect(watch(server, { signal: AbortSignal.abort('before') }).next()).rejects.toMatchObject({
      message: 'aborted',
      cause: 'before'
    })
    expect([server.polls, server.clock.delays]).toEqual([[], []])
  })

  test('while waiting: throws at once and stops the polls', async () => {
    const server = testLoop(steps('a'))
    const caller = countedSignal()
    const items = watch(server, { signal: caller.signal })
    const first = items.next()
    await server.clock.advance(60)
    await first
    const next = expect(items.next()).rejects.toMatchObject({ message: 'aborted', cause: 'enough' })
    await server.clock.advance(200)
    caller.abort('enough')
    await next
    expect([server.clock.pending, caller.left()]).toEqual([0, 0])
    expect(await items.next()).toEqual({ done: true, value: undefined })
  })

  test('between two items: nothing is polled or yielded any more', async () => {
    const server = testLoop(steps('a', 'b', 'c'))
    const controller = new AbortController()
    const items = watch(server, { signal: controller.signal })
    const first = items.next()
    await server.clock.advance(60)
    await first
    await server.clock.advance(100)
    controller.abort()
    expect([server.polls.length, server.clock.pending]).toEqual([2, 0])
    await server.clock.advance(60_000)
    await expect(items.next()).rejects.toThrow('aborted')
    expect(server.polls).toHaveLength(2)
  })
})

test('a closed client ends it with the reason', async () => {
  const server = testLoop(steps('a'))
  const items = watch(server)
  const first = items.next()
  await server.clock.advance(60)
  await first
  const next = expect(items.next()).rejects.toMatchObject({ code: 'closed' })
  server.close()
  await next
  expect(server.clock.pending).toBe(0)
})
