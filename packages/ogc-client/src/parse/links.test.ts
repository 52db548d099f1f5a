import { pageLinks, readLinks } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { received } from '../testing/received.ts'

test('readLinks: links without a target are left out, and nulls', () => {
  expect(readLinks([{ href: 'a', title: null, rel: 'x' }, { rel: 'y' }, null, 'z', { href: 5 }])).toEqual([
    { href: 'a', rel: 'x' }
  ])
  expect([readLinks({ href: 'a' }), readLinks(undefined)]).toEqual([[], []])
})

test('readLinks: a link without a relation whose title names a page has it', () => {
  const titles = ['next', 'Next page', 'previous', 'next of kin', 'the next', 5]
  expect(readLinks(titles.map((title) => ({ href: 'a', title }))).map(({ rel }) => rel)).toEqual([
    ...['next', 'next', 'prev', undefined, undefined, undefined]
  ])
})

test('readLinks: a link of several relations is a link for each', () => {
  expect(readLinks([{ href: 'a', rel: ['next', 'last'], type: 't' }])).toEqual([
    { href: 'a', rel: 'next', type: 't' },
    { href: 'a', rel: 'last', type: 't' }
  ])
})

test('readLinks: relations are texts, and no more than twenty of a link', () => {
  const rel = [1, null, { a: 1 }, ...Array.from({ length: 50 }, (_, i) => `r${i}`)]
  const read = readLinks([{ href: 'a', rel }])
  expect(read.map((link) => link.rel)).toEqual(Array.from({ length: 20 }, (_, i) => `r${i}`))
  expect(
    readLinks([
      { href: 'a', rel: [1, 2] },
      { href: 'b', rel: 5 }
    ])
  ).toEqual([])
})

test('readLinks: a link with members without end is given once, however many its relations', () => {
  const members = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`m${i}`, i]))
  expect(readLinks([{ ...members, href: 'a', rel: ['x', 'y'] }])).toEqual([{ ...members, href: 'a', rel: 'x' }])
})

test('pageLinks: a next link may stand in the header, unless the body has one', () => {
  const header = received({}, { headers: { Link: '<?page=2>; rel="next last", </>; rel="self"' } })
  expect(pageLinks([{ href: 's', rel: 'self' }], header)).toEqual([
    { href: 's', rel: 'self' },
    { href: '?page=2', rel: 'next' }
  ])
  expect(pageLinks([{ href: 'n', rel: 'next' }], header)).toEqual([{ href: 'n', rel: 'next' }])
})
