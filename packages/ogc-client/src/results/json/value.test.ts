import { expect, test } from 'vitest'
import { read } from '../../testing/read-results.ts'
import type { Output } from '../output/types.ts'

async function output(value: unknown): Promise<Output> {
  return (await read({ body: JSON.stringify({ a: value }), type: 'application/json', ids: ['a'] })).get('a')
}

test('a link may have all members of a link', async () => {
  const link = { href: 'https://s.example/a', rel: 'item', type: 'image/png', hreflang: 'en', title: 'A', length: 5 }
  expect(await output({ ...link, templated: false })).toMatchObject({
    kind: 'reference',
    href: link.href,
    mediaType: 'image/png'
  })
})

test('a type that is no text is no media type', async () => {
  expect(await output({ href: 'https://s.example/a', type: 5 })).toMatchObject({
    kind: 'reference',
    mediaType: undefined
  })
  expect(await output({ value: 1, mediaType: 5 })).toMatchObject({ kind: 'value', value: 1, mediaType: undefined })
})

test.each([
  ['a value with a schema', { value: { x: 1 }, schema: { type: 'object' } }, { x: 1 }],
  ['a value with a media type', { value: null, mediaType: 'application/json' }, null],
  ['text in another encoding', { value: 'YQ==', encoding: 'utf-8' }, 'YQ=='],
  ['base64 that is no text', { value: [1], encoding: 'base64' }, [1]],
  ['base64 that is none', { value: '%', encoding: 'base64' }, '%'],
  ['a value without its format', { value: 1 }, 1],
  ['an object in its wrapper', { value: { value: 1 } }, { value: 1 }],
  ['a list of links', [{ href: 'x' }, { href: 'y' }], [{ href: 'x' }, { href: 'y' }]],
  ['an object with a value and more', { value: 1, unit: 'm' }, { value: 1, unit: 'm' }],
  ['an object with a media type and no value', { mediaType: 'a', encoding: 'b' }, { mediaType: 'a', encoding: 'b' }],
  ['an object with an address and more', { href: 'x', size: 1 }, { href: 'x', size: 1 }]
])('%s', async (_, value, expected) => {
  expect(await output(value)).toMatchObject({ kind: 'value', value: expected })
})

test.each([
  ['at the value', { value: 'YQ==', encoding: 'base64', mediaType: 'a/b' }],
  ['at the value, in capitals', { value: 'YQ==', encoding: 'BASE64', mediaType: 'a/b' }],
  ['in a format', { value: 'YQ==', format: { encoding: 'base64', mediaType: 'a/b' } }],
  [
    'at the value before that in a format',
    { value: 'YQ==', encoding: 'base64', mediaType: 'a/b', format: { mediaType: 'c/d' } }
  ]
])('encoding and media type stand %s', async (_, value) => {
  const bytes = await output(value)
  expect(bytes).toMatchObject({ kind: 'bytes', mediaType: 'a/b' })
  expect(await bytes.text()).toBe('a')
})
