import { expect, test } from 'vitest'
import { collectionAt } from './collection-at.ts'

test.each([
  ['https://h/collections/a', 'https://h', 'a'],
  ['https://h/base/collections/a%20b/items?f=json&limit=1', 'https://h/base', 'a b'],
  ['http://h:80/x/collections/y/collections/a/items/7#top', 'http://h/x/collections/y', 'a'],
  ['HTTPS://H:8443/collections/a/', 'https://h:8443', 'a'],
  ['https://h/old/../base/collections/a/items', 'https://h/base', 'a'],
  ['https://h/collections/a/%2e%2e/b', 'https://h', 'b']
])('%s', (url, baseUrl, collectionId) => {
  expect(collectionAt(url)).toEqual({ baseUrl, collectionId })
  expect(collectionAt(new URL(url))).toEqual({ baseUrl, collectionId })
})

test.each([
  '',
  '/collections/a',
  'https://h/collections',
  'https://h/collections/',
  'https://h/collections/a/..',
  'https://h/collections/%E0',
  'ftp://h/collections/a'
])('%j is no collection', (url) => expect(() => collectionAt(url)).toThrow('url must be the URL of a collection'))

test('credentials are refused, and not shown', () => {
  const refused = (): unknown => collectionAt('https://ann:secret@h/collections/a')
  expect(refused).toThrow('a collection without credentials')
  expect(refused).not.toThrow('secret')
})
