import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worked } from '../../../../client-core/src/testing/growth.ts'
import { longestText } from './pattern-bound.ts'

test.each([
  ['^[a-z0-9_-]+$', 4_472],
  ['^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$', 3_162],
  ['^[^@]+@[^@]+\\.[^@]+$', 66],
  ['[a-z]+', 271],
  ['^(a|b|c)$', 100_000],
  ['^\\p{L}{1,3}\\u{1F600}\\u0041[^\\]*+]$', 100_000],
  ['^(?<year>\\d{4})\\k<year>(?:x)(?=y)(?!z)(?<=y)$', 100_000]
])('%s is applied to texts of up to about %i characters', (pattern, length) => {
  const longest = longestText(pattern) ?? 0
  expect(longest).toBeGreaterThanOrEqual(length * 0.7)
  expect(longest).toBeLessThanOrEqual(length * 1.5)
})

test.each([
  ...['(a+)+$', '(a*)*$', '(a|a)*$', '(a|aa)+$', '(?:a?){40}a{40}', '(.*a){20}', 'a?'.repeat(40) + 'a'.repeat(40)],
  ...[
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '([a-zA-Z]+)*',
    '(a|a?)+$',
    '.*.*.*.*.*.*x',
    'x*'.repeat(20),
    '((a{0,9}){0,9}){0,9}b'
  ],
  ...['(', '[', '(?P<a>x)', '\\']
])('%s is not applied at all', (pattern) => {
  expect(longestText(pattern)).toBeUndefined()
})

describe('whatever a server sends', () => {
  const atom = fc.constantFrom('a', 'b', '.', '\\w', '[ab]', '\\d', '[^b]')
  const sign = fc.constantFrom('', '*', '+', '?', '{2}', '{0,3}', '{2,}', '*?')
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { depthSize: 'small' },
      fc.tuple(atom, sign).map((parts) => parts.join('')),
      fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('')),
      fc.tuple(tie('pattern'), tie('pattern'), sign).map(([one, other, times]) => `(?:${one}|${other})${times}`),
      fc.tuple(tie('pattern'), sign).map(([inner, times]) => `(${inner})${times}`)
    )
  }))

  test('a pattern that is applied ends soon, on texts that make engines go back', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(pattern, fc.constantFrom('^', ''), (inner, start) => {
        const source = `${start}${inner}!$`
        const most = longestText(source)
        if (most === undefined) return
        const expression = new RegExp(source, 'u')
        const before = worked()
        for (const unit of ['a', 'ab', 'aab']) expression.test(unit.repeat(most / unit.length))
        expect(worked() - before).toBeLessThan(10_000)
      }),
      { seed: 18, numRuns: 400 }
    )
  })
})
