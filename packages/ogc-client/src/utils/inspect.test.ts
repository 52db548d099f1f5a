import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { read } from '../testing/read-results.ts'

const results = await read({
  body: JSON.stringify({
    mean: 0.5,
    where: { value: { type: 'Point' }, mediaType: 'application/geo+json' },
    image: { value: 'AAAA', encoding: 'base64', mediaType: 'image/png' },
    scene: { href: 'https://s.example/a.tif?sig=s3cret&page=1', type: 'image/tiff' }
  }),
  type: 'application/json'
})

test('results show their ids, kinds and media types, and nothing else', () => {
  expect(inspect(results)).toBe(
    [
      'Results {',
      "  mean: 'value',",
      "  where: 'value application/geo+json',",
      "  image: 'bytes image/png',",
      "  scene: 'reference image/tiff'",
      '}'
    ].join('\n')
  )
})

test.each([
  ['mean', "Output { kind: 'value', mediaType: undefined, value: 0.5 }"],
  ['image', "Output { kind: 'bytes', mediaType: 'image/png' }"]
])('%s shows what it is', (id, shown) => {
  expect(inspect(results.get(id))).toBe(shown)
})

test('a link shows no secret, whatever is asked for', () => {
  const shown = inspect([results.get('scene')], { depth: 9, showHidden: true })
  expect(shown).toContain("href: 'https://s.example/a.tif?sig=***&page=1'")
  expect(shown).not.toContain('s3cret')
})

test('a proxy of results, as a reactive view makes it, says that it is one', () => {
  expect(inspect(new Proxy(results, {}))).toBe('Results { proxy: true }')
})
