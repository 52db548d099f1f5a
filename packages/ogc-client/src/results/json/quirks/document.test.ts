import { expect, test } from 'vitest'
import { idAndValue, namedItems, outputsArray, unclosedReferences, withoutTwins, wrappedDocument } from './document.ts'
import { inlineValue, isLink, linkType, wrappedLink } from './value.ts'

test('idAndValue: pygeoapi’s raw result is an id and a value, and nothing else', () => {
  expect(idAndValue({ id: 'echo', value: null })).toEqual(['echo', null])
  expect(idAndValue({ id: 'echo', value: 1, other: 2 })).toBeUndefined()
  expect(idAndValue({ id: 5, value: 1 })).toBeUndefined()
  expect(idAndValue({ id: 'echo' })).toBeUndefined()
})

test('outputsArray: a list in place of the map of outputs, with nothing but links beside', () => {
  expect(outputsArray({ outputs: [1] })).toEqual([1])
  expect(outputsArray({ outputs: [] })).toEqual([])
  expect(outputsArray({ outputs: { a: 1 } })).toBeUndefined()
  expect(outputsArray({ outputs: [], links: [] })).toEqual([])
  expect(outputsArray({ outputs: [], other: [] })).toBeUndefined()
})

test('namedItems: all items name their output, or none does', () => {
  const items = [
    { id: 'a', value: 1 },
    { id: 'b', value: [2] }
  ]
  expect(namedItems(items)).toEqual([
    ['a', 1],
    ['b', [2]]
  ])
  const format = { mediaType: 'text/csv' }
  expect(
    namedItems([
      { id: 'a', value: 'x', format },
      { id: 'b', href: 'y', format }
    ])
  ).toEqual([
    ['a', { value: 'x', format }],
    ['b', { href: 'y', format }]
  ])
  expect(namedItems([])).toEqual([])
  expect(namedItems([...items, { id: 'c' }])).toBeUndefined()
  expect(namedItems([...items, 1])).toBeUndefined()
})

test('wrappedDocument: one item is what the processor gave, several are something else', () => {
  expect(wrappedDocument(['hello'])).toEqual({ document: 'hello' })
  expect(wrappedDocument([undefined])).toEqual({ document: undefined })
  expect(wrappedDocument([])).toBeUndefined()
  expect(wrappedDocument([1, 2])).toBeUndefined()
})

test('inlineValue: javaPS wraps each value', () => {
  expect(inlineValue({ inlineValue: { x: 1 } })).toEqual({ x: 1 })
  expect(inlineValue({ inlineValue: 1, unit: 'm' })).toEqual({ inlineValue: 1, unit: 'm' })
  expect(inlineValue('x')).toBe('x')
})

test.each<[yes: boolean, value: unknown]>([
  [true, { href: 'a' }],
  [true, { href: 'a', mediaType: 'a/b' }],
  [true, { href: 'a', type: 'a/b', format: { mediaType: 'a/b' }, digestMultibase: 'z' }],
  [true, { href: 'a', type: 'a/b', 'file:size': 5, 'file:checksum': 'x' }],
  [false, { href: 'a', size: 5 }],
  [false, { href: 5 }],
  [false, ['a']],
  [false, null]
])('isLink (%s): %j', (yes, value) => {
  expect(isLink(value)).toBe(yes)
})

test.each<[type: string | undefined, link: Record<string, unknown>]>([
  ['a/b', { type: 'a/b', mediaType: 'c/d' }],
  ['c/d', { type: null, mediaType: 'c/d', format: { mediaType: 'e/f' } }],
  ['e/f', { format: { mediaType: 'e/f' } }],
  [undefined, { type: 5, format: 'e/f' }]
])('linkType: %s of %j', (type, link) => {
  expect(linkType(link)).toBe(type)
})

test('wrappedLink: the Copernicus stores put an asset into a value', () => {
  const link = { href: 'https://s.example/a.grib', type: 'application/x-grib', 'file:size': 5 }
  expect(wrappedLink({ type: 'application/json', value: link })).toBe(link)
  const more = { value: link, unit: 'm' }
  expect(wrappedLink(more)).toBe(more)
  const value = { type: 'x', value: 5 }
  expect(wrappedLink(value)).toBe(value)
})

test('unclosedReferences: what GeoServer wrote into an open reference stands beside it', () => {
  const b = { mediaType: 'c/d', href: 'y', c: 3 }
  expect(unclosedReferences([['a', { mediaType: 'a/b', href: 'x', b }]], new Set(['a', 'b', 'c']))).toEqual([
    ['a', { mediaType: 'a/b', href: 'x' }],
    ['b', { mediaType: 'c/d', href: 'y' }],
    ['c', 3]
  ])
  const whole: [string, unknown][] = [
    ['a', { href: 'x', b: 1 }],
    ['title', { href: 'x', title: 'T' }],
    ['d', { b: 1 }]
  ]
  expect(unclosedReferences(whole, new Set(['a', 'title', 'd']))).toEqual(whole)
})

test('unclosedReferences: references nested without end cost no stack, and the deepest stay as they are', () => {
  const ids = Array.from({ length: 2_000 }, (_, i) => `o${i}`)
  let nested: Record<string, unknown> = {}
  for (const id of ids.toReversed()) nested = { [id]: { href: id, ...nested } }
  const read = unclosedReferences(Object.entries(nested), new Set(ids))
  expect(read.map(([id]) => id)).toEqual(ids.slice(0, 101))
  expect(read[99]).toEqual(['o99', { href: 'o99' }])
  expect(read[100]?.[1]).toMatchObject({ href: 'o100', o101: { href: 'o101' } })
})

test('unclosedReferences: no reference stands in itself, directly or in another', () => {
  const b = { href: 'y', a: 1, b: 2 }
  expect(unclosedReferences([['a', { href: 'x', b }]], new Set(['a', 'b']))).toEqual([
    ['a', { href: 'x' }],
    ['b', b]
  ])
})

test('withoutTwins: weaver’s second name of a linked output is none', () => {
  const links = [{ href: 'x', rel: 'a' }, { href: 'x', rel: 'output' }, { href: 'y', rel: 'output' }, { href: 'z' }]
  expect(withoutTwins(links)).toEqual([links[0], links[2], links[3]])
})
