import { expect, test } from 'vitest'
import { isToken, readCredentials } from './read-credentials.ts'

test.each([
  [undefined, { headers: {} }],
  ['hunter2', { headers: { authorization: 'Bearer hunter2' } }],
  [{}, { headers: {} }],
  [{ 'X-Key': ' k ', Accept: 'b' }, { headers: { accept: 'b', 'x-key': 'k' } }],
  [{ query: { key: 'a b' } }, { headers: {}, query: { key: 'a b' } }],
  [
    { headers: { 'X-Key': 'k' }, query: {} },
    { headers: { 'x-key': 'k' }, query: {} }
  ],
  [{ query: 'a header of this name' }, { headers: { query: 'a header of this name' } }]
])('%j is read as %j', (given, expected) => {
  expect(readCredentials(given)).toEqual(expected)
})

const noToken = 'a token must be a non-empty string of visible ASCII characters'
const noObject = 'auth must return a token or an object of headers'
const noHeader = 'a header of the credentials is not a valid HTTP header'

test.each([
  ['', noToken],
  ['hunter 2', noToken],
  ['hunter2\n', noToken],
  [' hunter2', noToken],
  ['hünter2', noToken],
  ['hunter2\x7f', noToken],
  [5, noObject],
  [null, noObject],
  [['hunter2'], noObject],
  [{ 'X-Key': 'hun\nter2' }, noHeader],
  [{ 'hunter 2': 'x' }, noHeader],
  [{ headers: 'hunter2', query: {} }, noHeader],
  [{ 'X-Key': 5 }, 'the header "X-Key" of the credentials must be a string'],
  [{ 'X-Key': ['hunter2'] }, 'the header "X-Key" of the credentials must be a string'],
  [{ query: { map: 5 } }, 'the query parameter "map" must be a string'],
  [{ query: { key: 'a', map: ['hunter2'] } }, 'the query parameter "map" must be a string']
])('%j is refused, and not shown: %s', (given, message) => {
  expect(() => readCredentials(given)).toThrow(new TypeError(message))
})

test('a token is what a header can carry as one', () => {
  expect(['!', '~', 'a-b._c=', '', ' ', 'a b', 'ä', 5, undefined].map(isToken)).toEqual([
    ...[true, true, true, false, false, false, false, false, false]
  ])
})
