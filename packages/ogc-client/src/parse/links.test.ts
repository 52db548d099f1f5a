import { expect, test } from 'vitest'
import { received } from '../testing/received.ts'
import { pageLinks, readLinks } from './links.ts'

test('readLinks: links without a target are left out, and nulls', () => {
  expect(readLinks([{ href: 'a', title: null, rel: 'x' }, { rel: 'y' }, null, 'z', { href: 5 }])).toEqual([
    { href: 'a', rel: 'x' }
  ])
  expect([readLinks({ href: 'a' }), readLinks(undefined)]).toEqual([[], []])
})

test('readLinks: a link of several relations is a link for each', () => {
  expect(readLinks([{ href: 'a', rel: ['next', 'last'], type: 't' }])).toEqual([
    { href: 'a', rel: 'next', type: 't' },
    { href: 'a', rel: 'last', type: 't' }
  ])
})

test('pageLinks: a next link may stand in the header, unless the body has one', () => {
  const header = received({}, { headers: { Link: '<?page=2>; rel="next last", </>; rel="self"' } })
  expect(pageLinks([{ href: 's', rel: 'self' }], header)).toEqual([
    { href: 's', rel: 'self' },
    { href: '?page=2', rel: 'next' }
  ])
  expect(pageLinks([{ href: 'n', rel: 'next' }], header)).toEqual([{ href: 'n', rel: 'next' }])
})
