import { describe, expect, test, vi } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { networkFault } from '../../testing/network/fake-fetch.ts'
import { origin, testPipeline } from '../../testing/pipeline.ts'
import { rejection } from '../../testing/rejection.ts'
import type { AuthContext } from './read-credentials.ts'

const url = `${origin}/base/jobs`
const ok = () => new Response('{}')

test('the headers of the client, of auth and of the call are sent; the later one wins', async () => {
  const { send, sent } = testPipeline([ok], {
    headers: { 'X-All': 'config', 'X-Two': 'config', 'X-One': 'config' },
    auth: () => ({ 'x-all': 'auth', 'x-two': 'auth' })
  })
  await send(url, { headers: { 'X-ALL': 'call', Accept: 'text/html' } })
  expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
    'x-all': 'call',
    'x-two': 'auth',
    'x-one': 'config',
    accept: 'text/html'
  })
})

test.each([
  ['another host', 'https://other.example/base/jobs'],
  ['another scheme', 'http://api.example/base/jobs'],
  ['another port', 'https://api.example:8443/base/jobs'],
  ['a host that only begins alike', 'https://api.example.evil.example/base/jobs'],
  ['our host as a user', 'https://api.example@evil.example/base/jobs'],
  ['a subdomain', 'https://a.api.example/base/jobs']
])('%s gets none of them, and auth is not even asked', async (_, elsewhere) => {
  const auth = vi.fn(() => ({ Authorization: 'Bearer hunter2' }))
  const { send, sent } = testPipeline([ok], { auth, headers: { 'X-Key': 'hunter2' }, credentials: 'include' })
  await send(elsewhere, { headers: { 'X-Own': '1' } })
  expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({ 'x-own': '1' })
  expect(sent[0]?.init.credentials).toBeUndefined()
  expect(auth).not.toHaveBeenCalled()
})

test('an origin that the caller named gets them too, and auth is told that it is that one', async () => {
  const auth = vi.fn((_: AuthContext) => ({ Authorization: 'Bearer t' }))
  const trustedOrigins = ['https://store.example']
  const { send, sent } = testPipeline([ok, ok], { auth, headers: { 'X-Key': 'k' }, trustedOrigins })
  await send('https://store.example/a.tif', { headers: { Range: 'bytes=0-9' } })
  await send('https://other.example/a.tif', {})
  expect(sent.map(({ headers }) => Object.fromEntries(headers))).toEqual([
    { authorization: 'Bearer t', range: 'bytes=0-9', 'x-key': 'k' },
    {}
  ])
  expect(auth.mock.calls.map(([{ origin }]) => origin)).toEqual(['https://store.example'])
})

test('all paths of the own origin get them, also above the base path', async () => {
  const { send, sent } = testPipeline([ok], { headers: { 'X-Key': 'k' }, credentials: 'include' })
  await send(`${origin}/elsewhere`, { credentials: 'omit' })
  expect(sent[0]?.headers.get('X-Key')).toBe('k')
  expect(sent[0]?.init.credentials).toBe('include')
})

test('the credentials mode of a call stays where the client has none', async () => {
  const { send, sent } = testPipeline([ok])
  await send(url, { credentials: 'omit' })
  expect(sent[0]?.init.credentials).toBe('omit')
})

test('auth is told the one origin and a signal, and asked anew for each try', async () => {
  const contexts: AuthContext[] = []
  const auth = async (context: AuthContext) => {
    contexts.push(context)
    return { Authorization: `Bearer ${contexts.length}` }
  }
  const { send, sent, clock } = testPipeline([networkFault(), ok], { auth })
  const call = send(url, {})
  await clock.advance(1_000)
  await call
  expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer 1', 'Bearer 2'])
  expect(contexts.map((context) => context.origin)).toEqual([origin, origin])
  expect(contexts[0]?.signal).toBeInstanceOf(AbortSignal)
})

describe('without credentials nothing is sent', () => {
  test('when auth fails: code auth, with the reason as cause, and no further try', async () => {
    const cause = new Error('the token server says hunter2')
    const auth = vi.fn(() => Promise.reject(cause))
    const { send, sent, clock } = testPipeline([ok], { auth })
    const error = await rejection(send(`${url}?key=hunter2`, { method: 'POST' }))
    expect(error).toMatchObject({
      code: 'auth',
      message: `POST ${url}?key=*** was not sent: getting credentials failed`,
      method: 'POST',
      url: `${url}?key=***`
    })
    expect(error.cause).toBe(cause)
    expect([sent.length, auth.mock.calls.length, clock.pending]).toEqual([0, 1, 0])
  })

  test('when auth throws at once', async () => {
    const auth = () => {
      throw new Error('no')
    }
    const { send, sent } = testPipeline([ok], { auth })
    expect([(await rejection(send(url, {}))).code, sent.length]).toEqual(['auth', 0])
  })

  test('when auth fails with a ClientError, which says it better', async () => {
    const failure = makeError({ code: 'auth', message: 'log in first' })
    const { send } = testPipeline([ok], { auth: () => Promise.reject(failure) })
    expect(await rejection(send(url, {}))).toMatchObject({
      code: 'auth',
      message: `GET ${url} was not sent: getting credentials failed: log in first`,
      cause: failure
    })
  })

  test('when auth gives a header that HTTP cannot carry, which is shown nowhere', async () => {
    const { send, sent } = testPipeline([ok], { auth: () => ({ Authorization: 'Bearer hun\nter2' }) })
    const error = await rejection(send(url, {}))
    expect(error).toMatchObject({
      code: 'auth',
      message: `GET ${url} was not sent: a header of the credentials is not a valid HTTP header`
    })
    expect(['cause' in error, sent.length]).toEqual([false, 0])
  })

  test('when auth gives headers within an object of its own, which the platform would send as a text', async () => {
    const auth = () => ({ headers: { Authorization: 'Bearer hunter2' } }) as never
    const { send, sent } = testPipeline([ok], { auth })
    const error = await rejection(send(url, {}))
    const message = `GET ${url} was not sent: getting credentials failed: the header "headers" of the credentials must be a string`
    expect([error.code, error.message.replace('getting credentials failed: ', ''), sent.length]).toEqual([
      'auth',
      message.replace('getting credentials failed: ', ''),
      0
    ])
  })

  test('when auth takes longer than the call may', async () => {
    const { send, sent, clock } = testPipeline([ok], { auth: () => new Promise(() => {}), timeout: 1_000 })
    const failed = rejection(send(url, {}))
    await clock.advance(1_000)
    expect([(await failed).code, sent.length, clock.pending]).toEqual(['timeout', 0, 0])
  })
})

test('a call that was aborted or closed before it began says so, and auth is not asked', async () => {
  const auth = vi.fn(() => ({ Authorization: 'Bearer hunter2' }))
  const { send, sent, close } = testPipeline([ok], { auth })
  const aborted = await rejection(send(url, { signal: AbortSignal.abort('left') }))
  expect([aborted.code, aborted.cause]).toEqual(['aborted', 'left'])
  close()
  expect((await rejection(send(url, {}))).code).toBe('closed')
  expect(auth).not.toHaveBeenCalled()
  expect(sent).toEqual([])
})
