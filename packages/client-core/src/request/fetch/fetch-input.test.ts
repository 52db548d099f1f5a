import { expect, test } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { thrown } from '../../testing/rejection.ts'
import { readFetchInput } from './fetch-input.ts'

const base = 'https://api.example/base/'
const read = (input: RequestInfo | URL, init?: RequestInit) => readFetchInput(input, init, base, makeError)

test.each([
  ['jobs?limit=1', 'https://api.example/base/jobs?limit=1'],
  ['/jobs', 'https://api.example/jobs'],
  ['../x', 'https://api.example/x'],
  ['https://other.example/a#b', 'https://other.example/a#b'],
  [new URL('https://other.example/a'), 'https://other.example/a']
])('%s leads to %s', (input, expected) => {
  expect(read(input)).toEqual({ request: { url: expected, method: 'GET', headers: {}, more: {} } })
})

test('an init is copied, not kept', () => {
  const headers = { 'X-A': '1' }
  const init: RequestInit = { method: 'post', body: 'x', headers, cache: 'no-store' }
  const { request } = read('jobs', init)
  headers['X-A'] = '2'
  init.cache = 'reload'
  expect(request).toEqual({
    ...{ url: `${base}jobs`, method: 'POST', headers: { 'x-a': '1' }, body: 'x' },
    more: { cache: 'no-store' }
  })
})

test('a Request is read as what it says, and an init wins over it', async () => {
  const { signal } = new AbortController()
  const request = new Request('https://other.example/a', {
    method: 'PUT',
    headers: { 'X-A': '1' },
    body: 'text',
    redirect: 'manual',
    credentials: 'omit',
    signal
  })
  const got = read(request, { headers: { 'X-B': '2' } })
  expect(got.request).toMatchObject({
    ...{ url: 'https://other.example/a', method: 'PUT', redirect: 'manual', credentials: 'omit' },
    ...{ headers: { 'x-b': '2' }, more: { duplex: 'half' } }
  })
  expect(Object.keys(got.request.headers)).toEqual(['x-b'])
  expect(await new Response(got.request.body).text()).toBe('text')
  expect(got.signal).toBe(request.signal)
})

test('what an init leaves undefined is said by the Request', () => {
  const signal = AbortSignal.abort()
  const request = new Request('https://other.example/a', { method: 'POST', signal })
  const got = read(request, { method: undefined, signal: undefined } as unknown as RequestInit)
  expect([got.request.method, got.signal?.aborted]).toEqual(['POST', true])
  expect(read(request, { signal: null }).signal).toBeUndefined()
})

test('a Request without a body has none here', () => {
  const { request } = read(new Request('https://other.example/a'))
  expect([request.method, request.body, request.more]).toEqual(['GET', undefined, {}])
})

test.each(['http://', 'https://ann:hunter2@bad[host/?token=hunter2'])(
  '%s is refused without its secrets',
  async (input) => {
    const { code, message } = await thrown(() => read(input))
    expect(code).toBe('invalid-argument')
    expect(message).toMatch(/^input must be a URL or a Request, got "/)
    expect(message).not.toContain('hunter2')
  }
)

test('headers that no platform would send are refused without their values', async () => {
  const { code, message } = await thrown(() => read('jobs', { headers: [['X-Key', 'hun\nter2']] }))
  expect([code, message]).toEqual([
    'invalid-argument',
    'headers must be valid HTTP header names with string values without line breaks'
  ])
})

test('a Request as init gives its members, and null is no init, as with fetch', () => {
  const init = new Request('https://other.example/a', { method: 'PUT', headers: { 'X-A': '1' } })
  expect(read('jobs', init as RequestInit).request).toMatchObject({
    ...{ url: `${base}jobs`, method: 'PUT', headers: { 'x-a': '1' } }
  })
  expect(read('jobs', null as unknown as RequestInit)).toEqual(read('jobs'))
})

const odd = 'init must be an object such as { headers }'
const noSignal = 'signal must be an AbortSignal'

test.each([
  [5, `${odd}, got 5`],
  ['POST', `${odd}, got "POST"`],
  [[], `${odd}, got []`],
  [new Map([['method', 'POST']]), `${odd}, got a Map`],
  [new Headers({ 'X-A': '1' }), `${odd}, got a Headers`],
  [{ signal: 5 }, `${noSignal}, got 5`],
  [{ signal: new AbortController() }, `${noSignal}, got an AbortController`]
])('the init %o is refused: %s', async (init, message) => {
  expect(await thrown(() => read('jobs', init as RequestInit))).toMatchObject({ code: 'invalid-argument', message })
})
