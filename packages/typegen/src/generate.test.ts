import { OgcClient, type ProcessDescription } from '@geoclients/ogc-client'
import { createOgcMock } from '@geoclients/ogc-client/mock'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generateProcessTypes } from './generate.ts'
import { readDescriptions } from './read-descriptions.ts'
import { errorsOf, statementsOf } from './testing/compile-program.ts'
import { corpusProcesses } from './testing/corpus/index.ts'

const describe = (id: string, inputs: object, rest: object = {}): ProcessDescription =>
  ({ id, version: '1', inputs, ...rest }) as ProcessDescription

/** Types and comments, without an error: nothing that runs. */
function expectHarmless(text: string): void {
  expect([...errorsOf(text)]).toEqual([])
  const harmless = ['InterfaceDeclaration', 'TypeAliasDeclaration']
  expect([...statementsOf(text)].filter((kind) => !harmless.includes(kind))).toEqual([])
}

test('the processes of the mock', async () => {
  const mock = createOgcMock()
  using ogc = new OgcClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
  const text = await generateProcessTypes(await readDescriptions(ogc), { source: 'a test' })
  await expect(text).toMatchFileSnapshot('testing/generated/mock-processes.ts')
})

test('the corpus', async () => {
  const text = await generateProcessTypes(corpusProcesses)
  expectHarmless(text)
  await expect(text).toMatchFileSnapshot('testing/generated/corpus.ts')
})

test('the order of a list changes nothing, and one process changes its own lines only', async () => {
  const [first, ...rest] = corpusProcesses
  if (!first) throw new Error('no corpus')
  const all = await generateProcessTypes(corpusProcesses)
  expect(await generateProcessTypes([...rest, first].reverse())).toBe(all)
  const fewer = (await generateProcessTypes(rest)).split('\n')
  expect(all.split('\n').length - fewer.length).toBeLessThan(20)
  expect(fewer.every((line) => all.includes(line))).toBe(true)
})

test('words are on hover, and say what types cannot', async () => {
  const size = {
    title: 'Size',
    description: 'Of a side.',
    schema: { type: 'number', minimum: 1, default: 5, format: 'metres' }
  }
  const text = await generateProcessTypes([describe('p', { size }, { title: 'Draw', description: 'Draws.' })])
  expect(text).toContain('  /**\n   * Draw\n   *\n   * Draws.\n   */\n  p: {')
  expect(text).toContain(
    '      /**\n       * Size\n       *\n       * Of a side.\n       *\n       * At least 1, of the format metres.\n       *\n       * Default: 5\n       */\n      size?: number'
  )
})

test('a process that is there twice is there once, the first of them', async () => {
  const text = await generateProcessTypes([describe('p', { a: { schema: {} } }), describe('p', { b: { schema: {} } })])
  expect(text.match(/^ {2}p: /gm)).toHaveLength(1)
  expect(text).toContain('a: unknown')
})

test('no processes, no inputs, a summary', async () => {
  expectHarmless(await generateProcessTypes([]))
  const text = await generateProcessTypes([describe('none', {}, { outputs: {} }), { id: 'summary', version: '1' }])
  expectHarmless(text)
  expect(text).toContain('none: {\n    inputs: { [k: string]: never }\n    outputs: { [k: string]: never }')
  expect(text).toContain('summary: {\n    inputs: { [k: string]: unknown }\n    outputs: { [k: string]: unknown }')
})

const hostile = '*/ process.exit(1) /* ` \u0024{evil()} \'"\\ \n\u2028 \u202e @deprecated {@link x} <script>'

test('words, ids and values that look like code are words', async () => {
  const schema = {
    title: hostile,
    description: hostile,
    tsType: 'evil()',
    tsEnumNames: [hostile],
    $id: hostile,
    extends: hostile,
    enum: [hostile],
    default: hostile,
    pattern: hostile,
    format: hostile
  }
  const object = {
    type: 'object',
    properties: JSON.parse(
      `{"__proto__":{"type":"string"},"constructor":{"type":"number"},${JSON.stringify(hostile)}:{}}`
    ),
    $defs: { [hostile]: { type: 'object', properties: { again: { $ref: `#/$defs/${encodeURIComponent(hostile)}` } } } },
    additionalProperties: { $ref: `#/$defs/${encodeURIComponent(hostile)}` }
  }
  const inputs = { [hostile]: { title: hostile, description: hostile, schema }, o: { schema: object } }
  const text = await generateProcessTypes([describe(hostile, inputs, { title: hostile, description: hostile })], {
    source: hostile
  })
  expectHarmless(text)
  expect(text).not.toMatch(/[\u2028\u202e]/)
  const comments = text.split('\n').filter((line) => /^ *\/?\*/.test(line))
  expect(comments.join('\n')).not.toMatch(/(?<!\\)@(deprecated|link)/)
  expect(text).not.toContain('tsType')
  expect(text).toContain("'__proto__'?: string")
})

test('alternatives that multiply, and definitions without end, are cut off', async () => {
  const wide = Array.from({ length: 30 }).reduce<object>(
    (inner) => ({
      type: 'object',
      properties: { a: inner },
      oneOf: [{ required: ['a'] }, { properties: { b: { type: 'string' } } }, { properties: { c: { type: 'number' } } }]
    }),
    { type: 'string' }
  )
  const $defs = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [
      `D${i}`,
      { type: 'object', properties: { next: { $ref: `#/$defs/D${(i + 1) % 400}` } } }
    ])
  )
  const long = { schema: { $ref: '#/$defs/D0', $defs } }
  const text = await generateProcessTypes([describe('p', { wide: { schema: wide } }), describe('q', { long })])
  expect(text.length).toBeLessThan(2_000_000)
  expect(text).toContain('long: D0')
})

test('references to files and to the net are not followed', async () => {
  const refs = [
    'file:///etc/passwd',
    'https://schemas.example/a.json',
    './package.json',
    '/etc/passwd',
    '\\\\host\\share'
  ]
  const inputs = Object.fromEntries(refs.map(($ref, i) => [`a${i}`, { schema: { $ref } }]))
  const text = await generateProcessTypes([describe('p', inputs)])
  expect(text.match(/a\d: unknown/g)).toHaveLength(refs.length)
})

test('any text as an id, a word or a value gives harmless code', { timeout: 120_000 }, async () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '*/',
      '/*',
      '//',
      '`',
      '\u0024{x}',
      '\\',
      "'",
      '"',
      '\n',
      '\u2028',
      '__proto__',
      'constructor',
      'class',
      'Array',
      'Record',
      ''
    )
  )
  const words = fc.array(texts, { maxLength: 4 }).map((parts) => parts.join(''))
  const schemas = fc.oneof(
    words.map((text) => ({ type: 'string', enum: [text], description: text })),
    fc.tuple(words, words).map(([name, text]) => ({
      type: 'object',
      properties: { [name]: { title: text, const: text } },
      required: [name]
    })),
    words.map((text) => {
      const name = text.replace(/\p{Cs}/gu, '')
      return { $ref: `#/$defs/${encodeURIComponent(name)}`, $defs: { [name]: { type: 'object' } } }
    })
  )
  const property = fc.asyncProperty(words, words, schemas, async (id, word, schema) => {
    const inputs = Object.fromEntries([[id, { title: word, schema }]])
    expectHarmless(await generateProcessTypes([describe(id, inputs, { description: word })]))
  })
  await fc.assert(property, { numRuns: 30, seed: 7 })
})

test.each(['', 'a b', '1st', 'a-b', 'x; evil()'])('%j is no name of an interface', async (name) => {
  await expect(generateProcessTypes([], { name })).rejects.toThrow('name must be an identifier')
})

test('what is no process is refused', async () => {
  await expect(generateProcessTypes([null as never])).rejects.toThrow('descriptions must be processes with a string id')
})
