import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { thrown } from '../../testing/rejection.ts'
import { parseConfig } from './document.ts'

const secret = 'hunter2'

test.each<[string, string, object]>([
  ['YAML', 'a: x\nb:\n  c: [1, y]\n', { a: 'x', b: { c: [1, 'y'] } }],
  ['JSON', '{\n\t"a": "x", "b": {"c": null}}', { a: 'x', b: { c: null } }],
  ['JSON with a mark of its encoding', '\uFEFF{"a": 1}', { a: 1 }],
  ['nothing', '', {}],
  ['comments', '# none yet\n---\n', {}],
  ['anchors and merged keys', 'a: &x {c: 1}\nb: {<<: *x, d: 2}\n', { a: { c: 1 }, b: { c: 1, d: 2 } }],
  [
    'YAML 1.1',
    'a: yes\nb: 0777\nc: .5\nd: 1.5e+3\ne: 0x1F\nf: off\n',
    { a: true, b: 511, c: 0.5, d: 1500, e: 31, f: false }
  ],
  [
    'what is text for Python',
    'a: y\nb: 12345e67\nc: 0812\nd: 1.5e3\ne: N\n',
    { a: 'y', b: '12345e67', c: '0812', d: '1.5e3', e: 'N' }
  ],
  ['Windows line ends', 'a: x\r\nb: y\r\n', { a: 'x', b: 'y' }]
])('%s is read', (_name, text, values) => {
  expect(parseConfig(text, '/f', makeError).values).toEqual(values)
})

test('knows the line of each key', () => {
  const { lineOf } = parseConfig('# why\na: x\nb:\n  c: 1\n  d:\n    - 1\ne: {f: 1,\n  g: 2}\n', '/f', makeError)
  expect([['a'], ['b'], ['b', 'c'], ['b', 'd'], ['e', 'f'], ['e', 'g']].map(lineOf)).toEqual([2, 3, 4, 5, 7, 8])
})

test.each<[string, string, string]>([
  ['a tab', `a:\n\tb: ${secret}\n`, '/f:2 is not valid YAML or JSON: tab as indent'],
  ['two values', `a: x\nb: ${secret}: y\n`, '/f:2 is not valid YAML or JSON: block as implicit key'],
  ['an open quote', `a: x\nb: "${secret}\n`, '/f:3 is not valid YAML or JSON: missing char'],
  ['a key twice', `${secret}: x\n\n${secret}: y\n`, '/f:3 is not valid YAML or JSON: duplicate key'],
  ['an open brace', `{"a": "${secret}"`, '/f:1 is not valid YAML or JSON: missing char'],
  ['two documents', `a: x\n---\nb: ${secret}\n`, '/f:2 is not valid YAML or JSON: multiple docs'],
  ['a name without an anchor', `a: *${secret}\n`, '/f cannot be read as YAML: expected a mapping of a few settings'],
  ['a list', `- ${secret}\n`, '/f:1 is not a mapping: expected settings as "name: value"'],
  ['a word', secret, '/f:1 is not a mapping: expected settings as "name: value"'],
  [
    'a bomb',
    `a: &a [${secret}]\n${[...'bcdefgh'].map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefg'[i]}`)}]`).join('\n')}\n`,
    '/f cannot be read as YAML: expected a mapping of a few settings'
  ],
  ['no end', '[{"a": '.repeat(50_000), '/f']
])('%s is refused where it stands, and not quoted', async (_name, text, message) => {
  const error = await thrown(() => parseConfig(text, '/f', makeError))
  expect(error.code).toBe('config')
  expect(error.message.startsWith(message)).toBe(true)
  expect(inspect(error, { showHidden: true, depth: null })).not.toContain(secret)
  expect(error.cause).toBeUndefined()
})

const many = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('')

test.each<[string, string, string]>([
  ['keys', many(5_000, (i) => `k${i}: ${secret}\n`), 'too many values'],
  ['members of a set', `a: !!set\n${many(5_000, (i) => `? ${secret}${i}\n`)}`, 'too many values'],
  ['anchors', many(200, (i) => `k${i}: &a${i} ${secret}\n`), 'more than 100 anchors and aliases'],
  ['aliases', `a: &a ${secret}\n${many(200, (i) => `k${i}: *a\n`)}`, 'more than 100 anchors and aliases'],
  ['merged keys', `a: &a {b: ${secret}}\nz:\n${many(200, () => '  <<: *a\n')}`, 'more than 100 anchors and aliases']
])('many %s are refused before anything is made of them', async (_name, text, message) => {
  const error = await thrown(() => parseConfig(text, '/f', makeError))
  expect([error.code, error.message]).toEqual(['config', expect.stringContaining(`/f has ${message}`)])
  expect(error.message).not.toContain(secret)
})

test('a few hundred settings and a long comment are read', () => {
  const text = many(500, (i) => `# ${'why '.repeat(10)}\nk${i}: ${i}\n`)
  expect(Object.keys(parseConfig(text, '/f', makeError).values)).toHaveLength(500)
})

test('a point alone is text for Python, too', () => {
  expect(parseConfig('a: .\nb: -.5\nc: -.inf\n', '/f', makeError).values).toEqual({
    a: '.',
    b: '-.5',
    c: Number.NEGATIVE_INFINITY
  })
})
