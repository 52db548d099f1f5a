import { expect, test } from 'vitest'
import { collect, settle } from '../testing/outcome.ts'
import { inOrder } from './ordered-map.ts'

/** Numbers from 0, with a log of how many were taken. */
function numbers(count: number) {
  const log = { taken: 0 }
  async function* source() {
    for (; log.taken < count; ) yield log.taken++
  }
  return { log, source: source() }
}

test('keeps the order, whichever call is done first', async () => {
  const done: Array<() => void> = []
  const results = collect(
    inOrder(numbers(3).source, (n) => new Promise<string>((resolve) => done.push(() => resolve(`r${n}`))), 3)
  )
  await settle()
  for (const finish of done.toReversed()) finish()
  expect(await results).toEqual(['r0', 'r1', 'r2'])
})

test.each([1, 2, 5])('never has more than %i calls under way', async (concurrency) => {
  let underWay = 0
  let most = 0
  const map = async (n: number) => {
    most = Math.max(most, ++underWay)
    await settle()
    underWay--
    return n * 2
  }
  expect(await collect(inOrder(numbers(12).source, map, concurrency))).toEqual(
    Array.from({ length: 12 }, (_, n) => n * 2)
  )
  expect(most).toBe(concurrency)
})

test('takes no more than it needs, and nothing after the reader left', async () => {
  const { log, source } = numbers(100)
  for await (const result of inOrder(source, async (n) => n, 3)) {
    if (result === 1) break
  }
  await settle()
  expect(log.taken).toBeLessThanOrEqual(4)
})

test('a failed call is told in its turn, nothing more is taken, and the failures after it are not unhandled', async () => {
  const { log, source } = numbers(100)
  const map = async (n: number) => {
    if (n >= 2) throw new Error(`no ${n}`)
    return n
  }
  const seen: number[] = []
  const read = async () => {
    for await (const result of inOrder(source, map, 4)) seen.push(result)
  }
  await expect(read()).rejects.toThrow('no 2')
  await settle()
  expect(seen).toEqual([0, 1])
  expect(log.taken).toBeLessThanOrEqual(6)
})

test('a source that fails ends the iteration with its error', async () => {
  async function* broken() {
    yield 1
    throw new Error('no more')
  }
  await expect(collect(inOrder(broken(), async (n) => n, 1))).rejects.toThrow('no more')
})

test('what came before a failure of the source is not lost', async () => {
  async function* source(): AsyncGenerator<number> {
    yield 1
    yield 2
    throw new Error('no third page')
  }
  const seen: number[] = []
  const all = async (): Promise<void> => {
    for await (const item of inOrder(source(), async (n) => n * 10, 4)) seen.push(item)
  }
  await expect(all()).rejects.toThrow('no third page')
  expect(seen).toEqual([10, 20])
})

test('a result that is due does not wait for a slow source', async () => {
  async function* slow(): AsyncGenerator<number> {
    yield 1
    await new Promise(() => {})
  }
  expect(await inOrder(slow(), async (n) => n, 4).next()).toEqual({ done: false, value: 1 })
})

test('an abort ends it at once, though source and calls hang', async () => {
  const controller = new AbortController()
  const next = inOrder(numbers(3).source, () => new Promise(() => {}), 2, controller.signal).next()
  controller.abort('enough')
  await expect(next).rejects.toBe('enough')
})
