import { describe, expect, test } from 'vitest'
import { isClientError } from '../errors/client-error.ts'
import type { Auth, AuthContext } from '../request/credentials/read-credentials.ts'
import { thrown } from '../testing/rejection.ts'
import { apiKey, basic, bearer } from './static.ts'

const context: AuthContext = { origin: 'https://api.example', signal: new AbortController().signal }
const ask = async (auth: Auth) => auth(context)
const secretRule = 'a function or a non-empty string without spaces, line breaks or non-ASCII characters'

describe('basic', () => {
  test('is user and password in Base64 (the example of RFC 7617, 2)', async () => {
    const auth = basic({ userName: 'Aladdin', password: 'open sesame' })
    expect(await ask(auth)).toEqual({ Authorization: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==' })
  })

  test('in UTF-8 (the example of RFC 7617, 2.1)', async () => {
    expect(await ask(basic({ userName: 'test', password: '123£' }))).toEqual({
      Authorization: 'Basic dGVzdDoxMjPCow=='
    })
  })

  test('a password may be empty and have colons', async () => {
    expect(await ask(basic({ userName: 'a', password: '' }))).toEqual({ Authorization: 'Basic YTo=' })
    expect(await ask(basic({ userName: 'a', password: 'b:c' }))).toEqual({ Authorization: 'Basic YTpiOmM=' })
  })

  const ofUser = 'userName must be a non-empty string without colon and control characters'
  const ofPassword = 'password must be a string without control characters'
  test.each([
    ['a:b', 'hunter2', ofUser],
    ['', 'hunter2', ofUser],
    [5, 'hunter2', ofUser],
    ['a\n', 'hunter2', ofUser],
    ['a', 'hunter2\r\nX: 1', ofPassword],
    ['a', undefined, ofPassword]
  ])('%j and %j are refused, and not shown', async (userName, password, message) => {
    const error = await thrown(() => basic({ userName, password } as Parameters<typeof basic>[0]))
    expect([error.code, error.message]).toEqual(['invalid-argument', message])
  })

  test('nothing at all is refused', async () => {
    expect((await thrown(() => basic(undefined as never))).code).toBe('invalid-argument')
  })
})

describe('bearer', () => {
  test('a token, or a function that is asked each time', async () => {
    expect(await ask(bearer('abc'))).toEqual({ Authorization: 'Bearer abc' })
    let turn = 0
    const auth = bearer(async () => `t${++turn}`)
    expect([await ask(auth), await ask(auth)]).toEqual([{ Authorization: 'Bearer t1' }, { Authorization: 'Bearer t2' }])
  })

  test.each(['', 'hunter2\n', 'hun ter2', 'hünter2', 42, null, undefined, { token: 'hunter2' }])(
    '%j is refused, and not shown',
    async (token) => {
      const error = await thrown(() => bearer(token as string))
      expect([error.code, error.message]).toEqual(['invalid-argument', `token must be ${secretRule}`])
    }
  )

  test.each(['', 'hunter2\n', undefined])('a function that gives %j is an auth error', async (token) => {
    const error = await ask(bearer(() => token as string)).catch((error: unknown) => error)
    const message = 'the token must be a non-empty string without spaces, line breaks or non-ASCII characters'
    expect(isClientError(error) && [error.code, error.message]).toEqual(['auth', message])
  })
})

describe('apiKey', () => {
  test.each([
    [{ key: 'k' }, { 'X-API-Key': 'k' }],
    [{ key: 'k', header: 'PRIVATE-TOKEN' }, { 'PRIVATE-TOKEN': 'k' }],
    [{ key: 'k', query: 'api_key' }, { query: { api_key: 'k' } }],
    [{ key: (): string => 'k' }, { 'X-API-Key': 'k' }],
    [{ key: async (): Promise<string> => 'k', query: 'map' }, { query: { map: 'k' } }]
  ])('%j', async (options, given) => {
    expect(await ask(apiKey(options))).toEqual(given)
  })

  test.each([
    [{}, `key must be ${secretRule}`],
    [{ key: 'hun ter2' }, `key must be ${secretRule}`],
    [{ key: 'k', header: 'a', query: 'b' }, 'pass either header or query, not both'],
    [{ key: 'k', header: 'X Key' }, 'header must be the name of a header'],
    [{ key: 'k', header: '' }, 'header must be the name of a header'],
    [{ key: 'k', header: 'X:\r\nY' }, 'header must be the name of a header'],
    [{ key: 'k', header: 5 }, 'header must be the name of a header'],
    [{ key: 'k', query: 5 }, 'query must be a non-empty string, the name of the query parameter'],
    [{ key: 'k', query: '' }, 'query must be a non-empty string, the name of the query parameter'],
    [undefined, `key must be ${secretRule}`]
  ])('%j is refused', async (options, message) => {
    const error = await thrown(() => apiKey(options as Parameters<typeof apiKey>[0]))
    expect([error.code, error.message]).toEqual(['invalid-argument', message])
  })
})
