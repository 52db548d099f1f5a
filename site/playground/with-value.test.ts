import { expect, test } from 'vitest'
import { withValue } from './with-value.ts'

test('the last statement is shown, if it is an expression', () => {
  expect(withValue('const a = 1\nawait f(a); // so\n')).toBe('const a = 1\n$value((await f(a))) // so\n')
  expect(withValue('f()\nconst a = 1')).toBe('f()\nconst a = 1')
  expect(withValue('if (a) { b() }')).toBe('if (a) { b() }')
})

test('of several values with commas the last is shown, as everywhere', () => {
  expect(withValue('1, 2')).toBe('$value((1, 2))')
  expect(withValue('f(1), g(2);')).toBe('$value((f(1), g(2)))')
})
