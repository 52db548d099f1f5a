import { expect, test } from 'vitest'
import { patternsIn, slowness } from './main.ts'

test.each(['/^\\s*bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*$/i', '/\\/+$/', '/^(?:a+)+$/', '/^(\\w+\\s?)*$/'])(
  '%s takes more work than the text is long',
  (pattern) => expect(slowness(pattern)).toMatch(/degree polynomial|exponential/)
)

test.each(['/^bytes=(\\d*)-(\\d*)$/i', '/\\p{Cc}+/gu', '/#.*/s'])('%s does not', (pattern) => {
  expect(slowness(pattern)).toBeUndefined()
})

test('what cannot be checked is no pass', () => {
  expect(slowness('/(?<=x/')).toMatch('cannot be checked')
})

test('patterns are found with their lines, and one that is made at run time is refused', () => {
  expect(patternsIn('const a = 1\nconst b = /[/]x/giu.test("/y/")', 'a.ts')).toEqual([
    { pattern: '/[/]x/giu', place: 'a.ts:2' }
  ])
  expect(() => patternsIn('\nnew RegExp(text)', 'a.ts')).toThrow('a.ts:2 makes a pattern at run time')
})
