import { expect, test } from 'vitest'
import { heap, isOver, resident, startRatio, startTime } from './figures.ts'

const bare = { time: 40, resident: 45, heap: 4 }

test('what an import costs is held against bare Node', () => {
  const loaded = { time: 60, resident: 50.5, heap: 5 }
  expect(startRatio(loaded, bare)).toMatchObject({ value: 1.5, limit: 1.75 })
  expect(heap(loaded, bare)).toMatchObject({ value: 1, limit: 8 })
  expect(resident(loaded, bare)).toMatchObject({ value: 5.5, limit: 8 })
})

test('what is over its limit breaks, and what cannot be told too; milliseconds are shown only', () => {
  expect(isOver(startRatio({ ...bare, time: 80 }, bare))).toBe(true)
  expect(isOver(resident({ ...bare, resident: 54 }, bare))).toBe(true)
  expect(isOver(heap({ ...bare, heap: Number.NaN }, bare))).toBe(true)
  expect(isOver(startTime({ ...bare, time: 4000 }, bare))).toBe(false)
})
