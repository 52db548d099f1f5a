import { expect, test } from 'vitest'
import { mapConcurrently } from './map-concurrently.ts'
import { collect } from './testing/collect.ts'
import { settle } from './testing/virtual-clock.ts'

/** Numbers from 0, with a log of how many were taken and whether the reader said goodbye. */
function numbers(count: number) {
  const log = { taken: 0, returned: false }
  async function* source() {
    try {
      for (; log.taken < count; ) yield log.taken++
    } finally {
      log.returned = true
    }
  }
  return { log, source: source() }
}

test('keeps the order, whichever call is done first', async () => {
  const done: Array<() => void> = []
  const results = collect(
    mapConcurrently(numbers(3).source, (n) => new Promise<string>((resolve) => done.push(() => resolve(`r${n}`))), 3)
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
  expect(await collect(mapConcurrently(numbers(12).source, map, concurrency))).toEqual(
    Array.from({ length: 12 }, (_, n) => n * 2)
  )
  expect(most).toBe(concurrency)
})

test('takes no more than it needs, and nothing after the reader left', async () => {
  const { log, source } = numbers(100)
  for await (const result of mapConcurrently(source, async (n) => n, 3)) {
    if (result === 1) break
  }
  expect(log).toEqual({ taken: 4, returned: true })
})

test('a failed call is told in its turn, ends the source, and the failures after it are not unhandled', async () => {
  const { log, source } = numbers(100)
  const map = async (n: number) => {
    if (n >= 2) throw new Error(`no ${n}`)
    return n
  }
  const seen: number[] = []
  const read = async () => {
    for await (const result of mapConcurrently(source, map, 4)) seen.push(result)
  }
  await expect(read()).rejects.toThrow('no 2')
  await settle()
  expect(seen).toEqual([0, 1])
  expect(log).toEqual({ taken: 6, returned: true })
})

test('a source that fails ends the iteration with its error', async () => {
  async function* broken() {
    yield 1
    throw new Error('no more')
  }
  await expect(collect(mapConcurrently(broken(), async (n) => n, 1))).rejects.toThrow('no more')
})

test('what came before a failure of the source is not lost', async () => {
  async function* source(): AsyncGenerator<number> {
    yield 1
    yield 2
    throw new Error('no third page')
  }
  const seen: number[] = []
  const all = async (): Promise<void> => {
    for await (const item of mapConcurrently(source(), async (n) => n * 10, 4)) seen.push(item)
  }
  await expect(all()).rejects.toThrow('no third page')
  expect(seen).toEqual([10, 20])
})
