import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patternsOf } from './spellings.ts'

const patternOf = (secret: string): string => patternsOf(secret).join('')

const found = (secret: string, text: string): string[] => text.match(new RegExp(patternOf(secret), 'gu')) ?? []
const secret = `k/1+ä😀&"<`
const isWhole = (secret: string, text: string): boolean => new RegExp(`^(?:${patternOf(secret)})$`, 'u').test(text)

const inForm = (text: string): string => new URLSearchParams({ k: text }).toString().slice(2)
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)
const inAscii = (text: string): string =>
  inJson(text).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const inMarkup = (text: string): string => [...text].map((char) => `&#x${char.codePointAt(0)?.toString(16)};`).join('')
const writers: [string, (text: string) => string][] = [
  ['as it is', (text) => text],
  ['as a URL', encodeURIComponent],
  ['as a URL within a URL', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['as a form', inForm],
  ['as JSON', inJson],
  ['as JSON in ASCII', inAscii],
  ['as JSON within JSON', (text) => inJson(inJson(text))],
  ['as markup', inMarkup],
  ['as markup within markup', (text) => inMarkup(text).replaceAll('&', '&amp;')]
]

describe.each(writers)('a secret %s', (_, write) => {
  test('is found whole', () => {
    expect(found(secret, `before ${write(secret)} after`)).toEqual([write(secret)])
  })

  test('is found whatever its characters are', () => {
    const printable = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 12 })
    fc.assert(
      fc.property(
        printable.filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
        (text) => {
          expect(isWhole(text, write(text))).toBe(true)
        }
      ),
      { seed: 1, numRuns: 50 }
    )
  })
})

test.each(['hunter', 'hunter3', 'unter2', 'hu nter2', 'HUNTER2', '%68unter', 'hunter&#51;'])(
  '%j is another text',
  (text) => {
    expect(found('hunter2', text)).toEqual([])
  }
)

test.each(['a.b*', '(a|b)', '[ab]c', '^a$b', 'a\\d+', 'a{2,}'])('%j means itself, not a pattern', (text) => {
  expect(found(text, `x${text}y`)).toEqual([text])
  expect(found(text, 'aab aabbcc 5555')).toEqual([])
})

test.each([
  ["a'b>c", 'a&apos;b&gt;c'],
  ['tab\there', 'tab%09here'],
  ['token-8chars-and-more', 'token-8chars\n-and-more']
])('%j is found as %j', (secret, text) => {
  expect(found(secret, `\n${text}\n`)).toEqual([text])
})

test.each(['hun\nter2', 'hun\r\n \tter2', 'hun\\nter2', 'hun\\r\\nter2'.replace('\\n', '')])(
  '%j is found over its lines',
  (text) => {
    expect(found('hunter2', text)).toEqual([text])
  }
)

test.each(['h', '\\', '&amp;', '%25', '\n ', '&#0', 'hunter', '\\u0068', '%68%75'])(
  'a text full of %j costs time in proportion to its length',
  (piece) => {
    const pattern = new RegExp(patternOf('hunter2'.repeat(20)), 'gu')
    const time = (length: number): number => {
      const text = piece.repeat(length / piece.length)
      const begun = performance.now()
      text.replace(pattern, '***')
      return performance.now() - begun
    }
    time(20_000)
    // Quadratic work on this much would take minutes.
    expect(time(500_000)).toBeLessThan(20_000)
  }
)

test.each([
  ['token-8chars&ampersand', 'token-8chars&amp;ampersand'],
  ['abcdefgh%2541ijklmnop', 'abcdefgh%252541ijklmnop'],
  ['!!!!!!&a$3:k', '!!!!!!&amp;a$3:k'],
  ['x'.repeat(2_000), 'x'.repeat(2_000)]
])('%s is found as %s, by parts that need nothing of one another', (secret, text) => {
  let end = 0
  for (const source of patternsOf(secret)) {
    const part = new RegExp(source, 'uy')
    part.lastIndex = end
    expect(part.test(text)).toBe(true)
    end = part.lastIndex
  }
  expect(end).toBe(text.length)
})
