import { inspect } from 'node:util'
import { expect, test, vi } from 'vitest'
import { fakeFetch } from '../testing/network/fake-fetch.ts'
import { tokenService } from '../testing/network/token-service.ts'
import { rejection } from '../testing/rejection.ts'
import { TokenEndpoint } from './token-request.ts'

const url = new URL('https://login.example/token')
const { signal } = new AbortController()
const form = { grant_type: 'password', scope: undefined, username: 'ann' }

test('a request is a form, and asks for JSON', async () => {
  const { fetch, sent } = fakeFetch(Response.json({ access_token: 'abc' }))
  await new TokenEndpoint(url, { fetch }).request({ form, safe: true, signal })
  expect(sent.map(({ url, method, body }) => [url, method, body])).toEqual([
    ['https://login.example/token', 'POST', 'grant_type=password&username=ann']
  ])
  expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded'
  })
})

test("the platform's fetch is taken when a token is needed, so it may be replaced after the start", async () => {
  const endpoint = new TokenEndpoint(url, {})
  vi.stubGlobal('fetch', fakeFetch(Response.json({ access_token: 'abc' })).fetch)
  expect(await endpoint.request({ form, safe: true, signal })).toEqual({ accessToken: 'abc' })
})

test('a refresh token that is refused is not shown, wherever it came from', async () => {
  const { fetch } = tokenService(({ refresh_token }) =>
    Response.json({ error: `no ${refresh_token}` }, { status: 400 })
  )
  const endpoint = new TokenEndpoint(url, { fetch })
  const error = await rejection(endpoint.request({ form: { refresh_token: 'hunter2-stored' }, safe: false, signal }))
  expect(error.message).toMatch(/: no \*\*\*$/)
  expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
})
