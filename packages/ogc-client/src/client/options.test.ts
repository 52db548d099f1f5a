import { type Auth, apiKey, basic, bearer } from '@geoclients/client-core'
import { expect, test, vi } from 'vitest'
import { isOgcError } from '../errors/ogc-error.ts'
import { baseUrl, clientOf, fakeServer, json } from '../testing/fake-server.ts'
import { inBrowser } from '../testing/platform.ts'
import { collect } from '../testing/rejection.ts'
import { OgcClient } from './ogc-client.ts'
import type { OgcClientOptions } from './options.ts'

/** The message with which such options are refused. */
function refusal(options: unknown): string {
  try {
    new OgcClient(options as OgcClientOptions)
  } catch (error) {
    if (isOgcError(error) && error.code === 'invalid-argument') return error.message
    throw error
  }
  throw new Error('the options were taken')
}

const url =
  'must be an absolute http(s) URL without query, fragment, user or password, such as "https://example.com/ogc"'
const token = 'accessToken must be a non-empty string without spaces, line breaks or non-ASCII characters'

/** Where there is no page that they could count from. */
const relative: [options: unknown, message: string][] = ['ogc.example', '/ogc'].map((baseUrl) => [
  { baseUrl },
  `baseUrl ${url}, got "${baseUrl}"`
])

test.each<[options: unknown, message: string]>([
  [undefined, 'options must be an object with at least a baseUrl, got undefined'],
  ['https://h', 'options must be an object with at least a baseUrl, got a string'],
  [{}, `baseUrl ${url}, got undefined`],
  [{ baseUrl: '' }, `baseUrl ${url}, got ""`],
  ...(inBrowser ? [] : relative),
  [{ baseUrl: 'ftp://h/ogc' }, `baseUrl ${url}, got "ftp://h/ogc"`],
  [{ baseUrl: new URL('https://h') }, `baseUrl ${url}, got a URL`],
  [{ baseUrl, accessToken: '' }, token],
  [{ baseUrl, accessToken: 's3cret\r\nX-Admin: 1' }, token],
  [{ baseUrl, accessToken: 's3cret\n' }, token],
  [{ baseUrl, accessToken: 42 }, token],
  [{ baseUrl, accessToken: 's3cret', auth: () => ({}) }, 'pass either accessToken or auth, not both'],
  [{ baseUrl, auth: 's3cret' }, 'auth must be a function that returns headers, got string'],
  [{ baseUrl, auth: null }, 'auth must be a function that returns headers, got null'],
  [{ baseUrl, userName: 5 }, 'userName must be a string, got 5'],
  [{ baseUrl, timeout: 0 }, 'timeout must be a positive, finite number of milliseconds, got 0'],
  [{ baseUrl, descriptionLifetime: -1 }, 'descriptionLifetime must be milliseconds, 0 or more, got -1'],
  [{ baseUrl, descriptionLifetime: Number.NaN }, 'descriptionLifetime must be milliseconds, 0 or more, got NaN'],
  [{ baseUrl, onWarning: 'log' }, 'onWarning must be a function that takes a message, got "log"'],
  [{ baseUrl, fetch: {} }, 'fetch must be a function like fetch, got an object']
])('%j is refused', (options, message) => {
  expect(refusal(options)).toBe(message)
})

test.each([
  'https://me:s3cret@h/ogc',
  'https://s3cret@h/ogc',
  'https://me:s3cret@h:port/ogc',
  'ftp://me:s3cret@h',
  'https://h/ogc?token=s3cret',
  'https://h/ogc#s3cret'
])('%s is refused without showing what may be secret', (address) => {
  const message = refusal({ baseUrl: address })
  expect(message).toContain(`baseUrl ${url}, got "`)
  expect(message).not.toContain('s3cret')
})

test('the configuration has what may be shown, and is frozen', () => {
  const options = {
    baseUrl: `${baseUrl}/`,
    userName: 'me',
    accessToken: 's3cret',
    headers: { 'X-Key': 's3cret' },
    timeout: 5,
    retry: { limit: 1 },
    credentials: 'include' as const,
    descriptionLifetime: 0,
    fetch: fetch
  }
  const { config } = new OgcClient(options)
  expect(config).toEqual({
    baseUrl,
    userName: 'me',
    timeout: 5,
    retry: { limit: 1 },
    credentials: 'include',
    descriptionLifetime: 0
  })
  expect([Object.isFrozen(config), Object.isFrozen(config.retry)]).toEqual([true, true])
  expect(new OgcClient({ baseUrl }).config).toEqual({ baseUrl })
})

test('an access token is a Bearer token, and a user name is not sent', async () => {
  const server = fakeServer({ 'GET /conformance': json({ conformsTo: [] }) })
  await clientOf(server, { userName: 'me', accessToken: 'abc' }).getConformance()
  expect([...(server.calls[0]?.headers ?? [])]).toEqual([
    ['accept', 'application/json'],
    ['authorization', 'Bearer abc']
  ])
})

test('auth is asked for each request', async () => {
  const server = fakeServer({ 'GET /conformance': json({ conformsTo: [] }) })
  let turn = 0
  const ogc = clientOf(server, { auth: () => ({ 'X-Token': String(++turn) }) })
  await ogc.getConformance()
  await ogc.getConformance()
  expect(server.calls.map(({ headers }) => headers.get('X-Token'))).toEqual(['1', '2'])
})

test.each<[auth: Auth, header: string, value: string]>([
  [basic({ userName: 'ann', password: 'open sesame' }), 'Authorization', `Basic ${btoa('ann:open sesame')}`],
  [bearer(() => 'abc'), 'Authorization', 'Bearer abc'],
  [apiKey({ key: 'abc', header: 'PRIVATE-TOKEN' }), 'PRIVATE-TOKEN', 'abc'],
  [() => 'abc', 'Authorization', 'Bearer abc']
])('%s', async (auth, header, value) => {
  const server = fakeServer({ 'GET /conformance': json({ conformsTo: [] }) })
  await clientOf(server, { auth }).getConformance()
  expect(server.calls[0]?.headers.get(header)).toBe(value)
})

test('a key in the query is in no link that is resolved against the answer', async () => {
  const page = (links: object[]) => json({ processes: [{ id: 'p', version: '1' }], links })
  const server = fakeServer({
    'GET /processes?key=s3cret': page([{ rel: 'next', href: 'processes?page=2&key=s3cret' }]),
    'GET /processes?page=2&key=s3cret': page([])
  })
  await collect(clientOf(server, { auth: apiKey({ key: 's3cret', query: 'key' }) }).iterProcesses())
  expect(server.lines()).toEqual(['GET /processes?key=s3cret', 'GET /processes?page=2&key=s3cret'])
})

test('an auth that fails is an auth error', async () => {
  const cause = new Error('no session')
  const ogc = clientOf(fakeServer({}), { auth: () => Promise.reject(cause) })
  await expect(ogc.getConformance()).rejects.toMatchObject({
    code: 'auth',
    message: `GET ${baseUrl}/conformance was not sent: getting credentials failed`,
    cause
  })
})

test('warnings go to the console where nobody else takes them', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  try {
    await clientOf(fakeServer({ 'GET /jobs/j': json({ jobID: 'j', status: 'paused' }) })).getJob('j')
    expect(warn.mock.calls).toEqual([['unknown job status "paused" is treated as running']])
  } finally {
    warn.mockRestore()
  }
})

test('a platform without a console takes no warnings', async () => {
  vi.stubGlobal('console', undefined)
  const ogc = clientOf(fakeServer({ 'GET /jobs/j': json({ jobID: 'j', status: 'paused' }) }))
  try {
    expect((await ogc.getJob('j')).status).toBe('paused')
  } finally {
    vi.unstubAllGlobals()
  }
})
