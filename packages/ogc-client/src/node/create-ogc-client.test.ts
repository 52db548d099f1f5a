import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { OgcClient } from '../client/ogc-client.ts'
import { isOgcError, type OgcError } from '../errors/ogc-error.ts'
import { loadConfig, type OgcConfig } from './config.ts'
import { type CreateOgcClientOptions, createOgcClient } from './create-ogc-client.ts'

const secret = 'hunter2'

/** A home folder with such a file. */
async function homeWith(text: string): Promise<Record<string, string>> {
  const home = await mkdtemp(join(tmpdir(), 'geoclients-ogc-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  await mkdir(join(home, '.eozilla'))
  await writeFile(join(home, '.eozilla', 'config'), text, { mode: 0o600 })
  return { HOME: home }
}

/** Address and headers of the request that a client made with such options sends. */
async function sent(options: CreateOgcClientOptions): Promise<[string, Record<string, string>]> {
  let seen: Request | undefined
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    seen = new Request(input, init)
    return Response.json({ conformsTo: [] })
  }
  const ogc = await createOgcClient({ ...options, fetch })
  expect(ogc).toBeInstanceOf(OgcClient)
  await ogc.getConformance()
  const { accept: _accept, ...headers } = Object.fromEntries(seen?.headers ?? [])
  return [seen?.url ?? '', headers]
}

async function refusal(options: unknown): Promise<OgcError> {
  const error: unknown = await createOgcClient(options as CreateOgcClientOptions).catch((reason: unknown) => reason)
  if (!isOgcError(error)) throw new Error('expected an OgcError', { cause: error })
  return error
}

const basic = `Basic ${Buffer.from('ann:hünter2').toString('base64')}`

test.each<[string, string, Record<string, string>]>([
  ['no auth', '', {}],
  ['none', 'auth: {auth_type: none}', {}],
  ['basic', 'auth: {auth_type: basic, username: ann, password: hünter2}', { authorization: basic }],
  ['token', 'auth: {auth_type: token, access_token: hunter2}', { authorization: 'Bearer hunter2' }],
  ['token in a header', 'auth: {auth_type: token, access_token: hunter2, access_token_header: X-T}', { 'x-t': secret }],
  ['api-key', 'auth: {auth_type: api-key, api_key: hunter2}', { 'x-api-key': secret }],
  ['api-key in a header', 'auth: {auth_type: api-key, api_key: hunter2, api_key_header: X-K}', { 'x-k': secret }],
  ['an old token', 'access_token: hunter2\nuser_name: ann', { authorization: 'Bearer hunter2' }]
])('%s of a file is sent', async (_name, auth, headers) => {
  const env = await homeWith(`api_url: https://h/ogc/\n${auth}\n`)
  expect(await sent({ env })).toEqual(['https://h/ogc/conformance', headers])
})

test('the environment wins over the file, options over both', async () => {
  const env = {
    ...(await homeWith('server_url: https://file\nuser_name: ann\naccess_token: hunter2\n')),
    EOZILLA_API_URL: 'https://env',
    EOZILLA_AUTH__AUTH_TYPE: 'api-key',
    EOZILLA_AUTH__API_KEY: 'env'
  }
  expect(await sent({ env })).toEqual(['https://env/conformance', { 'x-api-key': 'env' }])
  expect(await sent({ env, baseUrl: 'https://arg', auth: { apiKey: 'arg' } })).toEqual([
    'https://arg/conformance',
    { 'x-api-key': 'arg' }
  ])
  expect(await sent({ env, accessToken: 'arg' })).toEqual(['https://env/conformance', { authorization: 'Bearer arg' }])
  expect(await sent({ env, auth: () => ({ 'X-Own': 'arg' }) })).toEqual(['https://env/conformance', { 'x-own': 'arg' }])
  expect(await sent({ env, auth: { authType: 'none' } })).toEqual(['https://env/conformance', {}])
})

test('an auth function needs no secret of the file', async () => {
  const env = await homeWith('api_url: https://h\nauth: {auth_type: oidc, issuer_url: https://i, client_id: c}\n')
  expect(await sent({ env, auth: () => ({}) })).toEqual(['https://h/conformance', {}])
})

test('a whole configuration is taken whole', async () => {
  const env = await homeWith('api_url: https://h\nauth: {auth_type: token, access_token: hunter2}\n')
  const config = await loadConfig({ env })
  expect(config).toEqual({ baseUrl: 'https://h', auth: { authType: 'token' } })
  expect(await sent({ config })).toEqual(['https://h/conformance', { authorization: 'Bearer hunter2' }])
  expect(await sent({ config, auth: { accessTokenHeader: 'X-T' } })).toEqual([
    'https://h/conformance',
    { 'x-t': secret }
  ])
  const own: OgcConfig = { baseUrl: 'https://own', auth: { authType: 'api-key', apiKey: 'k' } }
  expect(await sent({ config: own })).toEqual(['https://own/conformance', { 'x-api-key': 'k' }])
  expect((await refusal({ config: { ...config } })).message).toMatch(/^auth.access_token is missing/)
})

test('the client has the other options, and shows no secret', async () => {
  const env = await homeWith('server_url: https://h\nuser_name: ann\naccess_token: hunter2\n')
  const ogc = await createOgcClient({ env, timeout: 5 })
  expect(ogc.config).toEqual({ baseUrl: 'https://h', userName: 'ann', timeout: 5 })
  expect(inspect(ogc, { showHidden: true, depth: null, getters: true })).not.toContain(secret)
})

test.each<[string, string, string]>([
  [
    'no address',
    'auth: {auth_type: none}',
    'api_url is missing, the address of the service: expected api_url in ~/.eozilla/config, EOZILLA_API_URL in the environment, or baseUrl as an argument'
  ],
  [
    'no password',
    'api_url: https://h\nauth: {auth_type: basic, username: ann}',
    'auth.password is missing, which auth_type basic needs (the system keyring is not read): expected auth.password in ~/.eozilla/config, EOZILLA_AUTH__PASSWORD in the environment, or auth.password as an argument'
  ]
])('%s is an error that says where it could be', async (_name, file, message) => {
  expect(await refusal({ env: await homeWith(file) })).toMatchObject({ code: 'config', message, name: 'OgcError' })
})

test('a file that was named and has no address is named by the error', async () => {
  const env = await homeWith('')
  const path = join(env.HOME ?? '', '.eozilla', 'config')
  await writeFile(`${path}.staging`, '')
  for (const [place, file] of [
    [{ configPath: path }, path],
    [{ configPath: '~/.eozilla/config' }, path],
    [{ profile: 'staging' }, `${path}.staging`]
  ] as const) {
    const { message } = await refusal({ ...place, env })
    expect(message).toContain(`expected api_url in ${file}, EOZILLA_API_URL in the environment`)
  }
})

test.each<[string, string, string]>([
  ['basic, username: "ann:x"', 'username', 'text without colon and control characters'],
  ['basic, password: "hunter2\\n"', 'password', 'text without control characters'],
  ['token, access_token: hunter2 x', 'access_token', 'visible ASCII characters without spaces'],
  ['api-key, api_key: hunter2é', 'api_key', 'visible ASCII characters without spaces']
])('a secret that cannot be sent is not shown: %s', async (auth, name, expected) => {
  const error = await refusal({ env: await homeWith(`api_url: https://h\nauth: {auth_type: ${auth}}\n`) })
  expect(error.code).toBe('config')
  expect(error.message).toMatch(new RegExp(`/config:2: auth.${name} must be ${expected}, got a string$`))
})

test.each<[unknown, string]>([
  [null, 'options must be an object, got null'],
  [{ env: {}, config: {} }, 'env must be omitted if you pass config, got an object'],
  [
    { config: { baseUrl: 'https://h' }, timeOut: 5 },
    'options has an unknown member "timeOut": did you mean "timeout"?'
  ],
  [
    { config: { baseUrl: 'https://h' }, auth: () => ({}), accessToken: 'x' },
    'pass either accessToken or auth, not both'
  ],
  [
    { config: { baseUrl: 'https://h' }, auth: { authType: 'none' }, accessToken: 'x' },
    'accessToken and auth.authType mean the same: keep only one'
  ]
])('the options %o are refused', async (options, message) => {
  expect(await refusal(options)).toMatchObject({ code: 'invalid-argument', message })
})
