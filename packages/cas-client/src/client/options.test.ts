import { inspect } from 'node:util'
import { type Auth, basic, bearer, apiKey as namedKey } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import { isCasError } from '../errors/cas-error.ts'
import { type Answer, baseUrl, clientOf, fakeService, json } from '../testing/fake-service.ts'
import { rejection } from '../testing/outcome.ts'
import { inBrowser } from '../testing/platform.ts'
import { CasClient } from './cas-client.ts'
import type { CasClientOptions } from './options.ts'

const health = 'GET /attributes/health'
const up = json({ status: 'ok' })
const secret = 's3cret-key'

/** The message with which such options are refused. */
function refusal(options: unknown): string {
  try {
    new CasClient(options as CasClientOptions)
  } catch (error) {
    if (isCasError(error) && error.code === 'invalid-argument') return error.message
    throw error
  }
  throw new Error('the options were taken')
}

const object = 'options must be an object with at least a baseUrl'
const url =
  'must be an absolute http(s) URL without query, fragment, user or password, such as "https://example.com/ogc"'
const key = 'must be a function or a non-empty string without spaces, line breaks or non-ASCII characters'

/** Where there is no page that they could count from. */
const relative: [options: unknown, message: string][] = ['cas.example'].map((baseUrl) => [
  { baseUrl },
  `baseUrl ${url}, got "${baseUrl}"`
])

test.each<[options: unknown, message: string]>([
  [undefined, `${object}, got undefined`],
  [null, `${object}, got null`],
  ['https://h', `${object}, got a string`],
  [[], `${object}, got an array of 0`],
  [{}, `baseUrl ${url}, got undefined`],
  ...(inBrowser ? [] : relative),
  [{ baseUrl, apiKey: '' }, `apiKey ${key}`],
  [{ baseUrl, apiKey: null }, `apiKey ${key}`],
  [{ baseUrl, apiKey: 42 }, `apiKey ${key}`],
  [{ baseUrl, apiKey: { key: secret } }, `apiKey ${key}`],
  [{ baseUrl, apiKey: `${secret}\r\nX-Admin: 1` }, `apiKey ${key}`],
  [{ baseUrl, apiKey: `${secret}\n` }, `apiKey ${key}`],
  [{ baseUrl, apiKey: `${secret} é` }, `apiKey ${key}`],
  [{ baseUrl, auth: secret }, 'auth must be a function that returns headers, got string'],
  [{ baseUrl, apiKey: secret, auth: () => ({}) }, 'pass either apiKey or auth, not both'],
  [{ baseUrl, onWarning: 'no' }, 'onWarning must be a function that takes a message, got "no"'],
  [{ baseUrl, timeout: 0 }, 'timeout must be a positive, finite number of milliseconds, got 0'],
  [{ baseUrl, fetch: {} }, 'fetch must be a function like fetch, got an object']
])('%j is refused', (options, message) => {
  expect(refusal(options)).toBe(message)
})

test('the key goes with every request to the service, with a slash after the base URL or without', async () => {
  const service = fakeService({ [health]: up })
  await clientOf(service, { apiKey: secret, baseUrl: `${baseUrl}/` }).health()
  expect(service.only().headers.get('X-API-Key')).toBe(secret)
  expect(service.only().headers.get('Authorization')).toBeNull()
})

test('without a key none is sent', async () => {
  const service = fakeService({ [health]: up })
  await clientOf(service, { apiKey: undefined }).health()
  expect(service.only().headers.has('X-API-Key')).toBe(false)
})

test('the key stays with the origin of the service when it redirects', async () => {
  const moved =
    (location: string): Answer =>
    () =>
      new Response(null, { status: 307, headers: { location } })
  const service = fakeService({
    [health]: [moved('/attributes/state'), moved('https://other.example/health')],
    'GET /attributes/state': up,
    'GET https://other.example/health': up
  })
  const cas = clientOf(service, { apiKey: secret, headers: { 'X-Team': 'hydro' } })
  await cas.health()
  await cas.health()
  expect(service.lines()).toEqual([health, 'GET /attributes/state', health, 'GET https://other.example/health'])
  expect(service.seen.map(({ headers }) => headers.get('X-API-Key'))).toEqual([secret, secret, secret, null])
  expect(service.seen.at(-1)?.headers.get('X-Team')).toBeNull()
})

test('a function is asked for the key anew for each try', async () => {
  const busy = json({ detail: 'busy' }, { status: 503, headers: { 'Retry-After': '0' } })
  const service = fakeService({ [health]: [busy, up] })
  let asked = 0
  const cas = clientOf(service, { apiKey: async () => `key-${++asked}`, retry: {} })
  await cas.health()
  expect(service.seen.map(({ headers }) => headers.get('X-API-Key'))).toEqual(['key-1', 'key-2'])
})

test.each([undefined, null, '', `${secret}\n`, 42])('a function that gives %j sends nothing', async (given) => {
  const service = fakeService({})
  const error = await rejection(clientOf(service, { apiKey: () => given as string }).health())
  expect(error).toMatchObject({
    code: 'auth',
    cause: { message: expect.stringMatching(/^apiKey must return a non-empty/) }
  })
  expect(inspect(error)).not.toContain(secret)
  expect(service.seen).toEqual([])
})

test.each<[auth: Auth, header: string, value: string]>([
  [basic({ userName: 'ann', password: secret }), 'Authorization', `Basic ${btoa(`ann:${secret}`)}`],
  [bearer(secret), 'Authorization', `Bearer ${secret}`],
  [namedKey({ key: secret, header: 'X-Gate' }), 'X-Gate', secret],
  [() => secret, 'Authorization', `Bearer ${secret}`]
])('%s authenticates in place of the key', async (auth, header, value) => {
  const service = fakeService({ [health]: up })
  await clientOf(service, { auth }).health()
  expect(service.only().headers.get(header)).toBe(value)
})

test('a function that fails sends nothing', async () => {
  const cause = new Error('no vault')
  const service = fakeService({})
  const error = await rejection(clientOf(service, { apiKey: () => Promise.reject(cause) }).health())
  expect(error).toMatchObject({ code: 'auth', name: 'CasError', cause })
  expect(service.seen).toEqual([])
})

test('config has the settings that were given and no secret', () => {
  const retry = { limit: 1 }
  const cas = new CasClient({
    ...{ baseUrl: `${baseUrl}/`, apiKey: secret, headers: { 'X-Token': secret }, timeout: 5, retry },
    credentials: 'include'
  })
  expect(cas.config).toEqual({ baseUrl, timeout: 5, retry: { limit: 1 }, credentials: 'include' })
  expect(Object.isFrozen(cas.config) && Object.isFrozen(cas.config.retry)).toBe(true)
  expect(new CasClient(cas.config).config).toEqual(cas.config)
  expect(new CasClient({ baseUrl }).config).toEqual({ baseUrl })
})

test.each([[secret], [() => secret]])('nothing that is printed of a client shows its key', (apiKey) => {
  const cas = new CasClient({ baseUrl, apiKey, headers: { 'X-Token': secret } })
  expect(inspect(cas, { depth: null, showHidden: true, getters: true })).not.toContain(secret)
  expect(JSON.stringify(cas)).not.toContain(secret)
  expect(inspect(cas)).toContain(baseUrl)
})

test.each<[name: string, call: (cas: CasClient) => Promise<unknown>, message: string]>([
  ['a call', (cas) => cas.health({ timeOut: 5 } as object), 'unknown member "timeOut": did you mean "timeout"?'],
  [
    'an iteration',
    (cas) => cas.iterProviders({}, { concurency: 5 } as object).next(),
    'unknown member "concurency": did you mean "concurrency"?'
  ],
  [
    'the path map',
    (cas) => cas.api.GET('/api/v1/datasets', { param: {} } as never),
    'unknown member "param": did you mean "params"?'
  ]
])('a misspelt option of %s is refused, and nothing is sent', async (_, call, message) => {
  let sent = 0
  const fetch = async () => {
    sent += 1
    return Response.json({})
  }
  const cas = new CasClient({ baseUrl: 'https://cas.example', fetch })
  await expect(call(cas)).rejects.toMatchObject({ code: 'invalid-argument', message: `options has an ${message}` })
  expect(sent).toBe(0)
})
