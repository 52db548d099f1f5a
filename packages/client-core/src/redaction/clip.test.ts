import { describe, expect, test } from 'vitest'
import { clip, isPlain } from './clip.ts'

const same = (text: string): string => text
const hide = (text: string): string => text.replaceAll('hunter2', '***')

test('texts and names are shown as they may be, everything else as it is', () => {
  const date = new Date(0)
  const given = { a: 'key hunter2', hunter2: [1, null, true, 'hunter2', { b: date }], none: undefined }
  expect(clip(given, hide)).toEqual({ a: 'key ***', '***': [1, null, true, '***', { b: date }], none: undefined })
  expect(given.a).toBe('key hunter2')
  expect((clip(given, hide) as Record<string, { b: Date }[]>)['***']?.[4]?.b).toBe(date)
  expect([clip('hunter2', hide), clip(5, hide), clip(null, hide), clip(undefined, hide)]).toEqual([
    ...['***', 5, null, undefined]
  ])
})

test('what has a class is not looked into', () => {
  class Own {
    text = 'hunter2'
  }
  const own = new Own()
  expect(clip(own, hide)).toBe(own)
  expect([isPlain({}), isPlain([]), isPlain(Object.create(null)), isPlain(own), isPlain(new Map())]).toEqual([
    ...[true, true, true, false, false]
  ])
})

test('a name that means something to the language is a member like others', () => {
  const copy = clip(JSON.parse('{"__proto__":{"a":"hunter2"}}'), hide)
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":"***"}}')
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
})

describe('bounded', () => {
  test('in depth, also where a value holds itself', () => {
    const round: { self?: unknown } = {}
    round.self = round
    const depth = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + depth((value as { self?: unknown }).self) : 0
    expect(depth(clip(round, same))).toBe(21)
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)
    expect(JSON.stringify(clip(deep, same)).length).toBeLessThan(100)
  })

  test('in members, of a list, an object and all together', () => {
    const count = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? Object.values(value).reduce((sum: number, own) => sum + 1 + count(own), 0)
        : 0
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, i]))
    const wide = Array.from({ length: 3_000 }, () => Array.from({ length: 100 }, (_, i) => i))
    expect(Object.keys(clip(keys, same) as object)).toHaveLength(2_000)
    expect(clip(Array(100_000).fill(1), same)).toHaveLength(2_000)
    // A list that was begun is copied as far as the members went when it began.
    expect(count(clip(wide, same))).toBeLessThanOrEqual(2 * 2_000)
  })

  test('in characters: of one text, of many, and of names', () => {
    const room = 256 * 1024
    expect(clip('x'.repeat(1_000_000), same)).toHaveLength(64 * 1024)
    const texts = clip(Array(100).fill('x'.repeat(10_000)), same) as string[]
    expect(texts.join('')).toHaveLength(room)
    const long = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}-${'x'.repeat(10_000)}`, 'y']))
    const clipped = clip(long, same) as object
    const names = Object.entries(clipped).flat()
    expect(Object.keys(clipped)).not.toContain('')
    expect(names.join('').length).toBeLessThanOrEqual(room)
  })

  test('in work: what is left out is not looked at', () => {
    let looked = 0
    const note = (text: string): string => {
      looked++
      return text
    }
    clip(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, 'text'])), note)
    expect(looked).toBeLessThanOrEqual(4_000)
    looked = 0
    clip(
      Array.from({ length: 300 }, () => Array(300).fill('text')),
      note
    )
    expect(looked).toBeLessThanOrEqual(4_000)
    looked = 0
    const tree = (depth: number): unknown => (depth === 0 ? 'leaf' : Array.from({ length: 5 }, () => tree(depth - 1)))
    clip(tree(7), note)
    expect(looked).toBeLessThanOrEqual(4_000)
  })

  test('in work: texts of which nothing remains count as well, and names do', () => {
    let looked = 0
    const hidden = (text: string): string => {
      looked += text.length
      return '***'
    }
    clip(Array(2_000).fill('x'.repeat(64 * 1024)), hidden)
    expect(looked).toBeLessThanOrEqual((256 + 64) * 1024)
    looked = 0
    clip(Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`${i}${'%41'.repeat(20_000)}`, 1])), hidden)
    expect(looked).toBeLessThanOrEqual((256 + 64) * 1024)
  })
})
