import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { rejection } from '../../testing/rejection.ts'
import { configHome, format } from '../testing/config-home.ts'
import { loadSettings } from './load.ts'
import { type SaveOptions, saveSettings } from './save.ts'
import { unseal } from './sealed-secrets.ts'
import type { Settings } from './sources/arguments.ts'

const secret = 'hunter2'
const settings = { baseUrl: 'https://h/x', auth: { authType: 'token', accessToken: secret, accessTokenHeader: 'X-T' } }

/** The text of the file after saving into one that has `text`. */
async function saved(text: string | undefined, given: Settings = settings, options: SaveOptions = {}): Promise<string> {
  const { home, path } = await configHome(text)
  expect(await saveSettings(format, given, { env: { HOME: home }, ...options }, makeError)).toBe(path)
  return await readFile(path, 'utf8')
}

const withoutSecret = 'api_url: https://h/x\nauth:\n  auth_type: token\n  access_token_header: X-T\n'

test('writes a new file and its folder, for their owner only', async () => {
  const { home, path } = await configHome()
  await saveSettings(format, settings, { env: { HOME: home } }, makeError)
  expect(await readFile(path, 'utf8')).toBe(withoutSecret)
  expect([(await stat(path)).mode & 0o777, (await stat(dirname(path))).mode & 0o777]).toEqual([0o600, 0o700])
  expect(await readdir(dirname(path))).toEqual(['config'])
})

test('writes no secret unless told, and leaves none there', async () => {
  expect(await saved(undefined)).toBe(withoutSecret)
  const before = `api_url: https://old\nauth:\n  auth_type: token\n  access_token: ${secret}\n`
  expect(await saved(before)).not.toContain(secret)
  expect(await saved(`access_token: ${secret}\n`)).not.toContain(secret)
  expect(await saved(undefined, settings, { secrets: true })).toContain(`access_token: ${secret}\n`)
})

test.each([
  ['by an alias', `x: &s ${secret}\nauth:\n  auth_type: token\n  access_token: *s\n`, 'auth.access_token'],
  ['within another text', `access_token: ${secret}\nurl: https://h?t=${secret}\n`, 'access_token'],
  ['in JSON', JSON.stringify({ x: [secret], auth: { auth_type: 'token', access_token: secret } }), 'auth.access_token']
])('a secret that also appears under another key, is not left there in silence: %s', async (_, text, key) => {
  const { home, path } = await configHome(text)
  const error = await rejection(saveSettings(format, settings, { env: { HOME: home } }, makeError))
  expect(error).toMatchObject({
    code: 'config',
    message: expect.stringContaining(`${path}: the secret ${key} also appears`)
  })
  expect(error.message).not.toContain(secret)
  expect(await readFile(path, 'utf8')).toBe(text)
  expect(await saved(text, settings, { secrets: true })).toContain(secret)
})

test('no comment is left that holds a secret or speaks of one', async () => {
  const text = `# mine, not ${secret}
# of the other host
auth: # password was swordfish
  auth_type: token
  # access_token: swordfish
  # the header
  access_token_header: X-T
  access_token: ${secret} # once ${secret}
# the old key: swordfish
`
  const clean = await saved(text)
  expect(clean).not.toMatch(/hunter2|swordfish/)
  expect(clean).toMatch(/^# of the other host\n[\s\S]*# the header\n/)
  expect(await saved(text, settings, { secrets: true })).toContain('swordfish')
})

test('a file that others could read is theirs no more', async () => {
  const { home, path } = await configHome('api_url: https://old\n', 0o644)
  await saveSettings(format, settings, { env: { HOME: home }, secrets: true }, makeError)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('comments, order and keys that are not ours stay', async () => {
  const text = `# mine
theirs: {a: 1} # not ours
auth: # how
  # the kind
  auth_type: login # was a form
  login_url: https://l
server_url: https://old
`
  expect(await saved(text)).toBe(`# mine
theirs: { a: 1 } # not ours
auth:
  # how
  # the kind
  auth_type: token # was a form
  access_token_header: X-T
api_url: https://h/x
`)
})

test.each([
  ['an anchor of a setting', `api_url: &${secret} https://old\nauth: {auth_type: token, access_token: ${secret}}\n`],
  ['a tag of a setting', `api_url: !${secret} https://old\nauth: {auth_type: token, access_token: ${secret}}\n`],
  ['a tag that is written otherwise', `theirs: !%68unter2 a\nauth: {auth_type: token, access_token: ${secret}}\n`],
  ['an anchor of another key', `theirs: &a${secret} a\nauth: {auth_type: token, access_token: ${secret}}\n`],
  ['a tag of another key', `theirs: {a: [!${secret} a]}\nauth: {auth_type: token, access_token: ${secret}}\n`],
  ['the tag of auth', `auth: !${secret} {auth_type: token, access_token: ${secret}}\n`],
  ['the anchor of auth', `auth: &${secret} {auth_type: token, access_token: ${secret}}\n`],
  ['a directive', `%TAG !e! tag:${secret},2000:\n---\nx: !e!a b\nauth: {auth_type: token, access_token: ${secret}}\n`],
  ['a merged mapping', `<<: {auth: {auth_type: token, access_token: ${secret}}}\n`],
  ['a mapping merged into auth', `auth: {auth_type: token, <<: {access_token: ${secret}}}\n`],
  ['an old name that is merged', `<<: [{access_token: ${secret}}]\n`],
  [
    'a number under another key',
    'pin: 12345678\nauth: {auth_type: login, login_url: "https://l", password: 12345678}\n'
  ],
  ['a part deep within a token', `x: a${secret}\nauth: {auth_type: oidc, oauth_token: {a: [{b: ${secret}}]}}\n`]
])('a secret in %s is not left there', async (_, text) => {
  const { home, path } = await configHome(text)
  const outcome = await saveSettings(format, settings, { env: { HOME: home } }, makeError).catch((error) => error)
  const after = await readFile(path, 'utf8')
  const isGone = !/hunter2|%68unter2|12345678/.test(after)
  const isRefused = outcome instanceof Error && after === text
  expect({ isGone, isRefused }).not.toEqual({ isGone: false, isRefused: false })
  if (isRefused) {
    expect(outcome).toMatchObject({ code: 'config', message: expect.stringContaining('the secret ') })
    expect(outcome.message).not.toContain(secret)
  }
})

test('a secret that is equal to a setting by chance does not stand in the way', async () => {
  const text = 'auth: {auth_type: token, access_token: token}\n'
  expect(await saved(text)).toContain('auth_type: token, access_token_header: X-T')
})

test('JSON stays JSON', async () => {
  const text = await saved('{"theirs": {"a": 1}, "server_url": "https://old"}', settings, { secrets: true })
  expect(JSON.parse(text)).toEqual({
    theirs: { a: 1 },
    api_url: 'https://h/x',
    auth: { auth_type: 'token', access_token: secret, access_token_header: 'X-T' }
  })
})

test.each([
  'yes',
  'y',
  'null',
  '~',
  '=',
  '0777',
  '1_000',
  '12:30:40',
  '2026-01-01',
  '- a',
  'a: b',
  'a #b',
  "'",
  '"',
  '*a',
  '!x',
  '%x',
  ' a ',
  '<<',
  '😀',
  'a\\nb'
])('the token %j comes back as it was', async (accessToken) => {
  const { home } = await configHome('auth: {auth_type: token, access_token: 5} # 5\n'.replace('5}', '"5"}'))
  const given = { auth: { authType: 'token', accessToken } }
  await saveSettings(format, given, { env: { HOME: home }, secrets: true }, makeError)
  const sealed = await loadSettings(format, { env: { HOME: home } }, {}, makeError)
  expect(unseal(sealed)).toEqual(given)
})

test('lists and mappings are written', async () => {
  const auth = { authType: 'oidc', scopes: ['openid', 'a'], oauthToken: { access_token: secret, list: [1] } }
  expect(await saved(undefined, { auth }, { secrets: true })).toBe(
    `auth:\n  auth_type: oidc\n  scopes:\n    - openid\n    - a\n  oauth_token:\n    access_token: ${secret}\n    list:\n      - 1\n`
  )
})

test('what was loaded is saved with its secrets, a copy of it without', async () => {
  const { home, path } = await configHome()
  const env = { HOME: home, APP_API_URL: 'https://h', APP_ACCESS_TOKEN: secret }
  const sealed = await loadSettings(format, { env }, {}, makeError)
  await saveSettings(format, sealed, { env, secrets: true }, makeError)
  expect(await readFile(path, 'utf8')).toContain(secret)
  await saveSettings(format, { ...sealed }, { env, secrets: true }, makeError)
  expect(await readFile(path, 'utf8')).toBe('api_url: https://h\nauth:\n  auth_type: token\n')
})

test('an old setting without a new name is not written', async () => {
  expect(await saved('user_name: ann\n', { baseUrl: 'https://h', userName: 'ann' })).toBe('api_url: https://h\n')
})

test('a profile is a file beside the other', async () => {
  const { home, path } = await configHome('api_url: https://h\n')
  const place = { env: { HOME: home }, profile: 'staging' }
  expect(await saveSettings(format, settings, place, makeError)).toBe(`${path}.staging`)
  expect(await readFile(path, 'utf8')).toBe('api_url: https://h\n')
  expect(await loadSettings(format, place, {}, makeError)).toMatchObject({ baseUrl: 'https://h/x' })
})

test('a link stays a link', async () => {
  const { home, path } = await configHome()
  const real = join(home, 'dotfiles')
  await writeFile(real, 'api_url: https://old\n')
  await mkdir(dirname(path))
  await symlink(real, path)
  await saveSettings(format, settings, { env: { HOME: home } }, makeError)
  expect(await readFile(real, 'utf8')).toBe(withoutSecret)
  expect(await readdir(home)).toEqual(['.app', 'dotfiles'])
})

test('a file that cannot be understood is not replaced', async () => {
  const { home, path } = await configHome('a: "b\n')
  const error = await rejection(saveSettings(format, settings, { env: { HOME: home } }, makeError))
  expect(error).toMatchObject({ code: 'config', message: `${path}:2 is not valid YAML or JSON: missing char` })
  expect(await readFile(path, 'utf8')).toBe('a: "b\n')
})

test('what cannot be written leaves nothing behind', async () => {
  const { home, path } = await configHome('a: b\n')
  const configPath = `${path}/below/config`
  const error = await rejection(saveSettings(format, settings, { env: { HOME: home }, configPath }, makeError))
  expect(error).toMatchObject({ code: 'config', message: `${configPath} cannot be written: ENOTDIR` })
  expect(await readdir(dirname(path))).toEqual(['config'])
})

test.each<[unknown, unknown, string]>([
  [null, {}, 'config must be an object of settings, such as the result of loadConfig, got null'],
  [{}, null, 'options must be an object, got null'],
  [{}, { secrets: 'yes' }, 'secrets must be true or false, got "yes"'],
  [{}, { profile: '../x' }, 'profile must be a name of letters, digits, ".", "_" and "-", got "../x"'],
  [{ apiUrl: 'https://h' }, {}, 'apiUrl is unknown: expected one of accessToken, baseUrl, userName'],
  [
    { auth: { authType: 'login' } },
    {},
    'auth.authType login needs auth.login_url: an absolute https URL without user, password or fragment (http only for this machine)'
  ]
])('saving %j with %j is refused', async (given, options, message) => {
  const error = await rejection(saveSettings(format, given as object, options as SaveOptions, makeError))
  expect(error).toMatchObject({ code: 'invalid-argument', message })
})
