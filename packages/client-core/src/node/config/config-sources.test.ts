import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { inspect } from 'node:util'
import { expect, test, vi } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { rejection } from '../../testing/rejection.ts'
import { configHome, format } from '../testing/config-home.ts'
import { type ConfigSources, loadSettings } from './load.ts'
import { unseal } from './sealed-secrets.ts'
import type { Settings } from './sources/arguments.ts'

const secret = 'hunter2'
const load = (sources: ConfigSources, given: Settings = {}): Promise<Settings> =>
  loadSettings(format, sources, given, makeError)
const token = `auth: {auth_type: token, access_token: ${secret}}\n`

test.each([
  [0o600, []],
  [0o400, []],
  [0o640, ['mode 640']],
  [0o604, ['mode 604']],
  [0o622, ['mode 622']]
])('a file with a secret and mode %o', async (mode, expected) => {
  const { home, path } = await configHome()
  await mkdir(dirname(path))
  await writeFile(path, token)
  await chmod(path, mode)
  const warnings: string[] = []
  await load({ env: { HOME: home }, onWarning: (message) => warnings.push(message) })
  const text = (how: string) =>
    `${path} contains a secret (auth.access_token) and other users can read it (${how}): chmod 600 ${path}`
  expect(warnings).toEqual(expected.map(text))
})

test('a file without a secret may be read by others', async () => {
  const { home } = await configHome('api_url: https://h\nauth: {auth_type: token, access_token_header: X-T}\n', 0o644)
  const onWarning = vi.fn()
  await load({ env: { HOME: home }, onWarning })
  expect(onWarning).not.toHaveBeenCalled()
})

test('warnings go to the console where nobody else takes them', async () => {
  const { home } = await configHome(token, 0o644)
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  await load({ env: { HOME: home } })
  expect(warn.mock.calls).toEqual([[expect.stringContaining('chmod 600')]])
  warn.mockRestore()
})

test('a file may be named, also from the home folder', async () => {
  const { home, path } = await configHome('api_url: https://h\n')
  const env = { HOME: home }
  expect(await load({ configPath: path, env: {} })).toEqual({ baseUrl: 'https://h' })
  expect(await load({ configPath: '~/.app/config', env })).toEqual({ baseUrl: 'https://h' })
  expect(await rejection(load({ configPath: '~/nope', env }))).toMatchObject({
    code: 'config',
    message: `${home}/nope is missing: expected a file of YAML or JSON`
  })
})

test('a profile that is missing names those there are', async () => {
  const { home, path } = await configHome('api_url: https://h\n')
  await writeFile(`${path}.staging`, 'api_url: https://s\n')
  await writeFile(`${path}.test`, '')
  const env = { HOME: home }
  expect(await load({ profile: 'staging', env })).toEqual({ baseUrl: 'https://s' })
  expect((await rejection(load({ profile: 'prod', env }))).message).toBe(
    `${path}.prod is missing: expected a file of YAML or JSON (profiles there: staging, test)`
  )
  expect((await rejection(load({ profile: 'x', configPath: `${home}/nope/y`, env }))).message).toBe(
    `${home}/nope/y.x is missing: expected a file of YAML or JSON`
  )
})

test('a whole configuration is taken whole, and arguments win over it', async () => {
  const { home } = await configHome(token)
  vi.stubEnv('HOME', home)
  vi.stubEnv('APP_API_URL', 'https://env')
  expect(unseal(await load({}))).toEqual({ baseUrl: 'https://env', auth: { authType: 'token', accessToken: secret } })
  const config = { baseUrl: 'https://own' }
  expect(unseal(await load({ config }))).toEqual(config)
  expect(unseal(await load({ config }, { baseUrl: 'https://arg' }))).toEqual({ baseUrl: 'https://arg' })
  const sealed = await load({})
  vi.unstubAllEnvs()
  expect(unseal(await load({ config: sealed }, { auth: { accessTokenHeader: 'X-T' } }))).toEqual({
    baseUrl: 'https://env',
    auth: { authType: 'token', accessToken: secret, accessTokenHeader: 'X-T' }
  })
})

test('what is loaded shows no secret, and cannot be changed', async () => {
  const { home } = await configHome('auth: {auth_type: oidc, scopes: [a], oauth_token: {access_token: hunter2}}\n')
  const sealed = await load({ env: { HOME: home } })
  expect(sealed).toEqual({ auth: { authType: 'oidc', scopes: ['a'] } })
  for (const copy of [sealed, { ...sealed }, structuredClone(sealed), JSON.parse(JSON.stringify(sealed))]) {
    expect(inspect(copy, { showHidden: true, depth: null, getters: true })).not.toContain(secret)
  }
  const { auth } = sealed as { auth: { scopes: string[] } }
  expect([sealed, auth, auth.scopes].map(Object.isFrozen)).toEqual([true, true, true])
})

test.each<[unknown, string]>([
  [null, 'options must be an object, got null'],
  [{ config: 'https://h' }, 'config must be an object of settings, such as the result of loadConfig, got "https://h"'],
  [{ config: {}, profile: 'x' }, 'profile must be omitted if you pass config, got "x"'],
  [{ config: {}, env: {} }, 'env must be omitted if you pass config, got an object'],
  [{ config: { api_url: 'https://h' } }, 'api_url is unknown: expected one of accessToken, baseUrl, userName'],
  [{ configPath: '' }, 'configPath must be the path of a file, got ""'],
  [{ configPath: 5 }, 'configPath must be the path of a file, got 5'],
  [{ env: 'HOME' }, 'env must be an object of names and string values, got "HOME"'],
  [{ profile: '' }, 'profile must be a name of letters, digits, ".", "_" and "-", got ""'],
  [{ profile: '../x' }, 'profile must be a name of letters, digits, ".", "_" and "-", got "../x"'],
  [{ onWarning: 'log' }, 'onWarning must be a function that takes a message, got "log"']
])('the sources %j are refused', async (sources, message) => {
  expect(await rejection(load(sources as ConfigSources))).toMatchObject({ code: 'invalid-argument', message })
})

test.each<[string, Record<string, string>, Settings, string[]]>([
  ['by a variable', { APP_API_URL: 'https://other/x' }, {}, ['APP_API_URL']],
  ['by an argument', {}, { baseUrl: 'https://other' }, ['baseUrl']],
  ['by nothing', {}, { baseUrl: 'https://h/another/path' }, []],
  ['together with the token', { APP_API_URL: 'https://other' }, { auth: { accessToken: 'a' } }, []]
])('a token of a file whose host is changed %s', async (_, env, given, names) => {
  const { home, path } = await configHome(`api_url: https://h/base\n${token}`)
  const warnings: string[] = []
  await load({ env: { HOME: home, ...env }, onWarning: (message) => warnings.push(message) }, given)
  expect(warnings).toEqual(
    names.map(
      (name) =>
        `${path}:2: auth.access_token belongs to https://h, but will be sent to https://other, because ${name} sets this address`
    )
  )
})
