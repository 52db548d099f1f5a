import { expect, test } from 'vitest'
import { differences } from './differences.ts'

const document = {
  info: { version: '1' },
  paths: { '/a': { get: { tags: ['x'] } }, '/b': {} },
  required: ['one', 'two']
}

test('equal documents have none, whatever the order of their keys', () => {
  const { info, ...rest } = structuredClone(document)
  expect(differences(document, { ...rest, info })).toEqual([])
})

test('each difference is named by its place', () => {
  const live = { info: { version: '2' }, paths: { '/a': { get: { tags: ['y'] } }, '/c': {} }, required: ['one'] }
  expect(differences(document, live)).toEqual([
    'info.version: is "2", was "1"',
    'paths./a.get.tags.0: is "y", was "x"',
    'paths./b: is gone',
    'paths./c: is new',
    'required: is ["one"], was ["one","two"]'
  ])
})

test.each([
  [{}, [], 'the document: is [], was {}'],
  [null, 0, 'the document: is 0, was null']
])('%j is not %j', (kept, live, difference) => {
  expect(differences(kept, live)).toEqual([difference])
})
