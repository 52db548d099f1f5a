import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isOgcError } from '@geoclients/ogc-client'
import { createOgcClient, loadConfig, type OgcConfig, saveConfig } from '@geoclients/ogc-client/node'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { askCuiman, cuimanCommand, withoutSettings } from './fixtures/cuiman/configs.ts'

const folder = mkdtempSync(join(tmpdir(), 'geoclients-cuiman-'))
afterAll(() => rmSync(folder, { recursive: true }))
// Made before the first test: that takes a while.
beforeAll(() => cuimanCommand('python'), 600_000)
let files = 0
const newFile = (): string => join(folder, `config-${++files}`)

/** Every kind of authentication with all its settings, as cuiman names them and as we do. */
const kinds: readonly (readonly [object, OgcConfig['auth']])[] = [
  [{ auth_type: 'none' }, { authType: 'none' }],
  [
    { auth_type: 'basic', username: 'ann', password: 'p w' },
    { authType: 'basic', username: 'ann', password: 'p w' }
  ],
  [
    { auth_type: 'token', access_token: 't', access_token_header: 'X-T' },
    { authType: 'token', accessToken: 't', accessTokenHeader: 'X-T' }
  ],
  [
    { auth_type: 'login', login_url: 'https://h/login/', username: 'ann', password: 'p', access_token: 't' },
    { authType: 'login', loginUrl: 'https://h/login/', username: 'ann', password: 'p', accessToken: 't' }
  ],
  [
    {
      ...{ auth_type: 'oauth2', token_url: 'https://h/token', grant_type: 'client_credentials', client_id: 'c' },
      ...{ client_secret: 's', username: 'ann', password: 'p', oauth_token: { access_token: 't', expires_at: 5 } }
    },
    {
      ...{ authType: 'oauth2', tokenUrl: 'https://h/token', grantType: 'client_credentials', clientId: 'c' },
      ...{ clientSecret: 's', username: 'ann', password: 'p', oauthToken: { access_token: 't', expires_at: 5 } }
    }
  ],
  [
    { auth_type: 'oidc', issuer_url: 'https://h', client_id: 'c', scopes: ['openid', 'a:b'] },
    { authType: 'oidc', issuerUrl: 'https://h', clientId: 'c', scopes: ['openid', 'a:b'] }
  ],
  [
    { auth_type: 'api-key', api_key: 'k', api_key_header: 'X-K' },
    { authType: 'api-key', apiKey: 'k', apiKeyHeader: 'X-K' }
  ]
]

/** What YAML takes for something else, or what ends a text, when it is written carelessly. */
const hostile = [
  ...['yes', 'No', 'on', 'OFF', 'y', 'n', 'true', 'null', '~', '=', '<<', '-', '?', '.', '...', '---', 'NaN', '.inf'],
  ...[
    '0',
    '0777',
    '0812',
    '0o17',
    '0x1F',
    '0b1',
    '1_000',
    '1.5',
    '1.',
    '.5',
    '1e3',
    '1.5e3',
    '1.5e+3',
    '12345e67',
    '+1'
  ],
  ...['12:30:40', '1:2.5', '2026-01-01', '2026-01-01T00:00:00Z', '- a', 'a: b', 'a:', 'a #b', '#a', "'", '"', "it's"],
  ...[
    '*a',
    '&a',
    '!x',
    '!!int',
    '%x',
    '@a',
    '`a',
    '{a}',
    '[a',
    '|',
    '>',
    ' a ',
    'a\\nb',
    'ä',
    '漢',
    '😀',
    'x'.repeat(300)
  ]
]

test('what cuiman writes is read', async () => {
  const paths = kinds.map(newFile)
  const settings = kinds.map(([auth]) => ({ api_url: 'http://127.0.0.1:8008/base/', auth }))
  const written = await askCuiman(paths.map((path, at) => ({ do: 'write', path, settings: settings[at] ?? {} })))
  expect(written).toEqual(kinds.map(() => ({})))
  const secrets = ['username', 'password', 'accessToken', 'clientSecret', 'oauthToken', 'apiKey']
  for (const [at, [, auth = {}]] of kinds.entries()) {
    const shown = Object.fromEntries(Object.entries(auth).filter(([name]) => !secrets.includes(name)))
    const config = await loadConfig({ configPath: paths[at], env: {} })
    expect(config).toEqual({ baseUrl: 'http://127.0.0.1:8008/base/', auth: shown })
  }
})

test('what we write, cuiman reads, also what it has changed since', async () => {
  const baseUrl = 'http://127.0.0.1:8008/base/'
  const paths = await Promise.all(
    kinds.map(([, auth]) => saveConfig({ baseUrl, auth } as OgcConfig, { configPath: newFile(), secrets: true }))
  )
  const read = await askCuiman(paths.map((path) => ({ do: 'read', path })))
  expect(read).toEqual(kinds.map(([auth]) => ({ api_url: baseUrl, auth: expect.objectContaining(auth) })))
  expect(paths.map((path) => statSync(path).mode & 0o777)).toEqual(kinds.map(() => 0o600))

  // cuiman over ours, we over cuiman's.
  const path = paths[1] ?? ''
  await askCuiman([{ do: 'write', path, settings: { api_url: 'https://other/', auth: { auth_type: 'basic' } } }])
  expect(readFileSync(path, 'utf8')).not.toContain('p w')
  await saveConfig({ baseUrl, auth: { authType: 'api-key' } }, { configPath: path })
  expect(await askCuiman([{ do: 'read', path }])).toEqual([
    { api_url: baseUrl, auth: { auth_type: 'api-key', api_key_header: 'X-API-Key' } }
  ])
})

test('no text changes on its way from us to cuiman, or from cuiman to us', async () => {
  const ours = await Promise.all(
    hostile.map((password) => {
      const auth = { authType: 'oauth2', tokenUrl: 'https://h/t', clientId: password, password } as const
      return saveConfig({ auth }, { configPath: newFile(), secrets: true })
    })
  )
  const read = await askCuiman(ours.map((path) => ({ do: 'read', path })))
  expect(read.map(({ auth }) => (auth as { password: string }).password)).toEqual(hostile)
  expect(read.map(({ auth }) => (auth as { client_id: string }).client_id)).toEqual(hostile)

  const theirs = hostile.map(newFile)
  const auth = { auth_type: 'oidc', issuer_url: 'https://h' }
  await askCuiman(
    theirs.map((path, at) => ({ do: 'write', path, settings: { auth: { ...auth, client_id: hostile[at] } } }))
  )
  const configs = await Promise.all(theirs.map((configPath) => loadConfig({ configPath, env: {} })))
  expect(configs.map((config) => config.auth?.authType === 'oidc' && config.auth.clientId)).toEqual(hostile)
})

/** What both make of files and environments: cuiman in one go, since it takes a second to start. */
async function readByBoth(cases: readonly { readonly text: string; readonly env?: Record<string, string> }[]) {
  const paths = cases.map(newFile)
  for (const [at, { text }] of cases.entries()) writeFileSync(paths[at] ?? '', text, { mode: 0o600 })
  const theirs = await askCuiman(cases.map(({ env = {} }, at) => ({ do: 'read', path: paths[at] ?? '', env })))
  const ours = await Promise.allSettled(cases.map(({ env = {} }, at) => loadConfig({ configPath: paths[at], env })))
  return cases.map((_, at) => ({ theirs: theirs[at], ours: ours[at] }))
}

const file = 'api_url: https://file/\nauth: {auth_type: token, access_token_header: X-T}\n'

test('an environment means the same to both', async () => {
  const environments: Record<string, string>[] = [
    {},
    { EOZILLA_API_URL: 'https://env/' },
    { eozilla_api_url: 'https://env/' },
    { EOZILLA_AUTH__ACCESS_TOKEN_HEADER: 'X-Env' },
    { EOZILLA_AUTH: '{"access_token_header": "X-Json"}' },
    { EOZILLA_AUTH: '{"access_token_header": "X-Json"}', EOZILLA_AUTH__ACCESS_TOKEN_HEADER: 'X-Env' },
    { EOZILLA_AUTH__AUTH_TYPE: 'token' },
    { EOZILLA_AUTH__AUTH_TYPE: 'none' },
    {
      ...{ EOZILLA_AUTH__AUTH_TYPE: 'oidc', EOZILLA_AUTH__ISSUER_URL: 'https://i', EOZILLA_AUTH__CLIENT_ID: 'c' },
      ...{ EOZILLA_AUTH__SCOPES: '["openid", "a"]' }
    },
    { EOZILLA_SERVICE: 'a.b:service', EOZILLA_AUTHOR: 'ann' }
  ]
  const wireName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  for (const [at, { theirs, ours }] of (await readByBoth(environments.map((env) => ({ text: file, env })))).entries()) {
    if (ours?.status !== 'fulfilled') throw new Error(JSON.stringify(environments[at]), { cause: ours?.reason })
    const { baseUrl, auth = {} } = ours.value
    const members = Object.entries(auth).map(([name, value]) => [wireName(name), value])
    expect({ api_url: baseUrl, auth: Object.fromEntries(members) }, JSON.stringify(environments[at])).toEqual(theirs)
  }
})

test('what is wrong is refused by both', async () => {
  const wrong: Record<string, { text: string; env?: Record<string, string> }> = {
    'a key that is unknown': { text: 'api_url: https://h\nprofiles: {staging: {}}\n' },
    'a key of another kind': { text: 'auth: {auth_type: none, password: x}\n' },
    'a kind that is unknown': { text: 'auth: {auth_type: bearer}\n' },
    'auth without a kind': { text: 'auth: {access_token: x}\n' },
    'auth without what it needs': { text: 'auth: {auth_type: login}\n' },
    'a number for a text': { text: 'auth: {auth_type: basic, password: 0777}\n' },
    'a truth for a text': { text: 'auth: {auth_type: basic, password: yes}\n' },
    'no mapping': { text: '- a\n' },
    'a variable of another kind': { text: file, env: { EOZILLA_AUTH__PASSWORD: 'x' } }
  }
  const names = Object.keys(wrong)
  for (const [at, { theirs, ours }] of (await readByBoth(Object.values(wrong))).entries()) {
    expect(theirs, names[at]).toEqual({ error: expect.stringMatching(/Error$/) })
    const reason: unknown = ours?.status === 'rejected' && ours.reason
    expect(isOgcError(reason) && reason.code, names[at]).toBe('config')
  }
})

test('one file serves both on a real server', async () => {
  const run = promisify(execFile)
  const cuiman = await cuimanCommand('cuiman')
  const home = { env: withoutSettings() }
  const path = newFile()
  await run(cuiman, ['configure', '--api-url', inject('baseUrls').wraptile, '-a', 'none', '-c', path], home)
  using ogc = await createOgcClient({ configPath: path, env: {} })
  const ids = (await ogc.getProcesses({ limit: 100 })).processes.map(({ id }) => id)

  const profile = await saveConfig(await loadConfig({ configPath: path, env: {} }), {
    configPath: path,
    profile: 'mine'
  })
  const { stdout } = await run(cuiman, ['list-processes', '-f', 'json', '-c', profile], home)
  const list = JSON.parse(stdout) as { processes: { id: string }[] }
  expect(list.processes.map(({ id }) => id)).toEqual(ids)
})
