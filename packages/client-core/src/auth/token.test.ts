import { expect, test } from 'vitest'
import { findToken } from './token.ts'

const found = (body: unknown, now = 0) => findToken(typeof body === 'string' ? body : JSON.stringify(body), now)

test.each(['token', 'authToken', 'auth_token', 'accessToken', 'access_token', 'apiToken', 'api_token'])(
  'a token is found under %s',
  (name) => {
    expect(found({ [name]: 'abc', user: 'ann' })).toEqual({ accessToken: 'abc' })
  }
)

test.each([
  ['in an object within it', { status: 'ok', data: { token: 'abc' } }],
  ['in an object of that name', { token: { access_token: 'abc' } }],
  ['the outermost', { data: { access_token: 'inner' }, api_token: 'abc' }],
  ["OAuth's own name before others", { token: 'other', access_token: 'abc' }],
  ['beside one that is none', { token: '', data: { token: 'abc' } }],
  ["OAuth's own name in one object before others in another", { user: { token: 'x' }, result: { access_token: 'abc' } }]
])('%s', (_, body) => {
  expect(found(body)?.accessToken).toBe('abc')
})

test.each(['"abc1"', ' abc1\n'])('a text that is the whole answer: %s', (body) => {
  expect(found(body)?.accessToken).toBe('abc1')
})

test.each([
  ['nothing', ''],
  ['a page', '<html><body>log in</body></html>'],
  ['a page without spaces', '<html></html>'],
  ['a page with a digit', '<h1>Login</h1>2026'],
  ['a word', 'Forbidden'],
  ['a word as JSON', '"undefined"'],
  ['a sentence', 'wrong password'],
  ['an empty object', {}],
  ['a list', { tokens: [{ token: 'abc' }] }],
  ['null', 'null'],
  ['a number', '42'],
  ['a token of several lines', { token: 'a\nb' }],
  ['one that is hidden deep down', { a: { b: { c: { d: { token: 'abc' } } } } }],
  ['a member of the prototype', '{"__proto__": 5}']
])('%s has no token', (_, body) => {
  expect(found(body)).toBeUndefined()
})

test('what stands beside it: refresh token, and life in seconds, also as text', () => {
  const expected = { accessToken: 'abc', refreshToken: 'r', lifetime: 60_000, expiresAt: 61_000 }
  expect(found({ access_token: 'abc', refresh_token: 'r', expires_in: 60 }, 1_000)).toEqual(expected)
  expect(found({ data: { token: 'abc', refreshToken: 'r', expiresIn: '60' } }, 1_000)).toEqual(expected)
})

test.each<unknown>([1e308, '1e308', Number.MAX_VALUE])(
  'a life of %j seconds is ten years: its end is a number that JSON can hold',
  (expires_in) => {
    const { lifetime, expiresAt } = found({ access_token: 'abc', expires_in }, 1_000) ?? {}
    expect([lifetime, expiresAt]).toEqual([315_360_000_000, 315_360_001_000])
  }
)

test.each<unknown>([0, -1, null, 'soon', '1e999', {}, true, [60], { toString: 1, valueOf: 1 }])(
  'a life of %j says nothing',
  (expires_in) => {
    expect(found({ access_token: 'abc', expires_in })).toEqual({ accessToken: 'abc' })
  }
)

test('a hostile answer is searched only so far', () => {
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`n${i}`, {}]))
  const wide = { ...many, late: { token: 'abc' } }
  expect(found({ wide })).toBeUndefined()
  const deep = `${'{"a":'.repeat(5_000)}{"token":"abc"}${'}'.repeat(5_000)}`
  expect(found(deep)).toBeUndefined()
})

test('of all objects, on whatever level, the first thousand are searched', () => {
  // The body itself, 600 objects in it, and so 399 of those in these.
  const withTokenIn = (chosen: number) =>
    Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [`n${i}`, { inner: i === chosen ? { token: 'abc' } : {} }])
    )
  expect(found(withTokenIn(398))?.accessToken).toBe('abc')
  expect(found(withTokenIn(399))).toBeUndefined()
})
