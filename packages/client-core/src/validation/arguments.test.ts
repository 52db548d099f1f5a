import { expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { invalidArgument, isRecord, show, showKind } from './arguments.ts'

test('the error names the argument, what was expected and what came', () => {
  const error = invalidArgument(makeError, 'limit', -1, 'a whole number of 1 or more')
  expect(error.code).toBe('invalid-argument')
  expect(error.message).toBe('limit must be a whole number of 1 or more, got -1')
})

test.each([
  ['a\nb', '"a\\nb"'],
  ['x'.repeat(81), `"${'x'.repeat(77)}..."`],
  ['x'.repeat(80), `"${'x'.repeat(80)}"`],
  [[1, -2, 3.5, Number.NaN, 5, 6], '[1, -2, 3.5, NaN, 5, 6]'],
  [[], '[]'],
  [[1, 2, 3, 4, 5, 6, 7], 'an array of 7'],
  [[1, 'hunter2'], 'an array of 2'],
  [new Array(3), 'an array of 3'],
  [() => 'hunter2', 'a function'],
  [{ password: 'hunter2' }, 'an object'],
  [new Date(0), 'a Date'],
  [new Map([['password', 'hunter2']]), 'a Map'],
  [Object.create(null), 'an object'],
  [null, 'null'],
  [undefined, 'undefined'],
  [Number.NaN, 'NaN'],
  [7n, '7n'],
  [Symbol('s'), 'Symbol(s)']
])('%o is shown as %s', (value, expected) => {
  expect(show(value)).toBe(expected)
})

test.each([
  ['hunter2', 'a string'],
  [20261124, 'a number'],
  [true, 'a boolean'],
  [7n, 'a bigint'],
  [Symbol('hunter2'), 'a symbol'],
  [['hunter2'], 'an array of 1'],
  [[20261124], 'an array of 1'],
  [null, 'null'],
  [undefined, 'undefined']
])('of %o, which may be a secret, is shown that it is %s', (value, expected) => {
  expect(showKind(value)).toBe(expected)
})

test('a record is an object with named members', () => {
  expect([{}, Object.create(null), new Date()].map(isRecord)).toEqual([true, true, true])
  expect([[], null, undefined, () => {}, 'text', 1].map(isRecord)).toEqual([false, false, false, false, false, false])
})
