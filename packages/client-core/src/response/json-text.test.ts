import { expect, test } from 'vitest'
import { parseText } from './json-text.ts'

const list = (size: number, item: (i: number) => string): string =>
  Array.from({ length: size }, (_, i) => item(i)).join()

const tooMany = 'too many objects, names or short strings to parse safely'

test.each([
  ['brackets', `${'['.repeat(600_000)}${']'.repeat(600_000)}`, 'nested more than 10000 levels deep'],
  ['empty objects', `[${list(2_500_000, () => '{}')}]`, tooMany],
  ['names', `{${list(800_000, (i) => `"k${i}":1`)}}`, tooMany],
  ['names with room', `{${list(800_000, (i) => `"k${i}"\n\t :1`)}}`, tooMany],
  ['short texts', `[${list(2_500_000, (i) => `"t${i}"`)}]`, tooMany],
  ['short texts, written with escapes', `[${list(2_500_000, (i) => `"\\u0041\\"${i}"`)}]`, tooMany]
])('a long text of %s is refused, without the seconds that parsing it takes', (_, text, message) => {
  expect(() => parseText(text)).toThrow(new SyntaxError(message))
})

test.each([
  ['positions', `[${list(500_000, (i) => `[${i},1.5]`)}]`],
  [
    'features',
    `[${list(100_000, (i) => `{"type":"Feature","properties":{"a":${i}},"geometry":{"coordinates":[1,2]}}`)}]`
  ],
  ['brackets in strings', JSON.stringify([`\\"${'['.repeat(600_000)}`, { '\\': '{"a":'.repeat(600_000) }])],
  ['short texts of a kind', `[${list(2_000_000, (i) => `"t${i % 50_000}"`)}]`],
  ['longer texts', `[${list(2_000_000, (i) => `"a text ${i}"`)}]`],
  ['strings, which are no names', `[${list(800_000, (i) => `"k${i}"`)}]`],
  ['many names', `{${list(200_000, (i) => `"k${i}":1`)}}`]
])('a long text of %s is read as it is', (_, text) => {
  // Compared as text, since a test library takes seconds for so many members.
  expect(JSON.stringify(parseText(text))).toBe(text)
})

test('what is no JSON is left to the parser', () => {
  const long = ' '.repeat(1_000_000)
  for (const text of ['', '{', '"', '"\\', ']'.repeat(20_000), '{"a"', '{"a" :']) {
    expect(() => parseText(text + long)).toThrow(SyntaxError)
    expect(() => parseText(long + text)).toThrow(SyntaxError)
  }
})

test.each([['NaN'], ['\0'], ['\ufffd'], ['X'], ['~']])(
  'what follows %j, where the parser stops, costs nothing',
  (invalid) => {
    const rest = `${'['.repeat(600_000)}${']'.repeat(600_000)}`
    expect(() => parseText(`[${invalid},${rest}]`)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('nested') })
    )
    expect(() => parseText(`[1E5,-2.5e+7,true,false,null,${rest}]`)).toThrow('nested')
  }
)

test('what follows a string with a line break, where the parser stops, costs nothing', () => {
  expect(() => parseText(`["a\n",${'['.repeat(1_200_000)}`)).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining('nested') })
  )
})
