import { expect, test } from 'vitest'
import { collectionAt } from './collection-at.ts'

test.each([
  ['https://h/collections/a', 'https://h', 'a'],
  ['https://h/base/collections/a%20b/items?f=json&limit=1', 'https://h/base', 'a b'],
  ['http://h:80/x/collections/y/collections/a/items/7#top', 'http://h:80/x/collections/y', 'a'],
  ['https://h/collections/a/', 'https://h', 'a']
])('%s', (url, baseUrl, collectionId) => {
  expect(collectionAt(url)).toEqual({ baseUrl, collectionId })
  expect(collectionAt(new URL(url)).collectionId).toBe(collectionId)
})

test.each([
  '',
  '/collections/a',
  'https://h/collections',
  'https://h/collections/',
  'https://h/collections/%E0',
  'ftp://h/collections/a'
])('%j is no collection', (url) => expect(() => collectionAt(url)).toThrow('url must be the URL of a collection'))
