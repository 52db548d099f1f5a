import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { makeError } from '../../testing/make-error.ts'
import { rejection } from '../../testing/rejection.ts'
import { configHome, format } from '../testing/config-home.ts'
import { loadSettings } from './load.ts'
import { unseal } from './sealed-secrets.ts'
import type { Settings } from './sources/arguments.ts'

const secret = 'hunter2'

/** What counts of a file, an environment and a caller, secrets included. */
async function loaded(file: string | undefined, env: Record<string, string> = {}, given: Settings = {}) {
  const { home } = await configHome(file)
  return unseal(await loadSettings(format, { env: { HOME: home, ...env } }, given, makeError))
}

/** The error of such settings, with the path of the file as `~`. */
async function refused(file: string | undefined, env: Record<string, string> = {}, given: Settings = {}) {
  const { home } = await configHome(file)
  const error = await rejection(loadSettings(format, { env: { HOME: home, ...env } }, given, makeError))
  expect(inspect(error, { showHidden: true, depth: null })).not.toContain(secret)
  return [error.code, error.message.replace(home, '~')]
}

const token = `api_url: https://file\nauth:\n  auth_type: token\n  access_token: ${secret}\n`

test('without file and environment there are no settings', async () => {
  expect(await loaded(undefined)).toEqual({})
  expect(await loaded('')).toEqual({})
})

test('the environment wins over the file, arguments over both', async () => {
  expect(await loaded('api_url: https://file/')).toEqual({ baseUrl: 'https://file/' })
  expect(await loaded('api_url: https://file', { APP_API_URL: 'https://env' })).toEqual({ baseUrl: 'https://env' })
  expect(await loaded('api_url: https://file', { APP_API_URL: 'https://env' }, { baseUrl: 'https://arg' })).toEqual({
    baseUrl: 'https://arg'
  })
  expect(await loaded(undefined, { APP_API_URL: 'https://env' }, { baseUrl: undefined })).toEqual({
    baseUrl: 'https://env'
  })
})

test.each<[string, Record<string, string>, Settings, object]>([
  ['one member', { APP_AUTH__ACCESS_TOKEN: 'env' }, {}, { authType: 'token', accessToken: 'env' }],
  [
    'another member',
    { APP_AUTH__ACCESS_TOKEN_HEADER: 'X-T' },
    {},
    { authType: 'token', accessToken: secret, accessTokenHeader: 'X-T' }
  ],
  ['a member of JSON', { APP_AUTH: '{"access_token": "json"}' }, {}, { authType: 'token', accessToken: 'json' }],
  [
    'a member and JSON',
    { APP_AUTH: '{"access_token": "json", "access_token_header": "X-T"}', APP_AUTH__ACCESS_TOKEN: 'env' },
    {},
    { authType: 'token', accessToken: 'env', accessTokenHeader: 'X-T' }
  ],
  ['an argument', {}, { auth: { accessToken: 'arg' } }, { authType: 'token', accessToken: 'arg' }],
  ['none that is absent', {}, { auth: { accessToken: undefined } }, { authType: 'token', accessToken: secret }]
])('auth without auth_type is merged: %s', async (_name, env, given, auth) => {
  expect((await loaded(token, env, given)).auth).toEqual(auth)
})

test.each<[string, Record<string, string>, Settings, object]>([
  ['another type', { APP_AUTH__AUTH_TYPE: 'none' }, {}, { authType: 'none' }],
  ['the same type', { APP_AUTH__AUTH_TYPE: 'token' }, {}, { authType: 'token' }],
  ['JSON', { APP_AUTH: '{"auth_type": "token"}' }, {}, { authType: 'token' }],
  [
    'a list and a mapping as JSON',
    { app_auth__auth_type: 'oidc', app_auth__scopes: '["a"]', App_Auth__OAuth_Token: '{"access_token": "t"}' },
    {},
    { authType: 'oidc', scopes: ['a'], oauthToken: { access_token: 't' } }
  ],
  ['an argument', {}, { auth: { authType: 'token' } }, { authType: 'token' }],
  ['an old name', { APP_ACCESS_TOKEN: 'old' }, {}, { authType: 'token', accessToken: 'old' }],
  ['an old argument', {}, { accessToken: 'old' }, { authType: 'token', accessToken: 'old' }]
])('auth with auth_type replaces: %s', async (_name, env, given, auth) => {
  expect((await loaded(`${token}  access_token_header: X-T\n`, env, given)).auth).toEqual(auth)
})

test('old names are understood', async () => {
  const auth = { authType: 'token', accessToken: 't' }
  const settings = { baseUrl: 'https://h', userName: 'ann', auth }
  expect(await loaded('server_url: https://h\nuser_name: ann\naccess_token: t\n')).toEqual(settings)
  const env = { APP_SERVER_URL: 'https://h', APP_USER_NAME: 'ann', APP_ACCESS_TOKEN: 't' }
  expect(await loaded(undefined, env)).toEqual(settings)
})

test('of an old and a new name in one environment the new one counts', async () => {
  const env = {
    APP_SERVER_URL: 'https://old',
    APP_API_URL: 'https://new',
    APP_ACCESS_TOKEN: 'o',
    APP_AUTH__AUTH_TYPE: 'none'
  }
  expect(await loaded(undefined, env)).toEqual({ baseUrl: 'https://new', auth: { authType: 'none' } })
})

test('variables that are empty, or not ours, are left alone', async () => {
  const env = {
    ...{ APP___PROTO__: 'x', APP_CONSTRUCTOR: 'x', APP_TRUSTED_ORIGINS: 'https://evil.example', APP_AUTH__: 'x' },
    APP_API_URL: '',
    APP_SERVICE: 'x',
    APP_AUTHOR: 'y',
    APP: 'z',
    OTHER_API_URL: 'https://other'
  }
  expect(await loaded('api_url: https://file', env)).toEqual({ baseUrl: 'https://file' })
})

test('null is as good as absent', async () => {
  expect(await loaded('api_url: https://h\nauth:\nuser_name: null\n')).toEqual({ baseUrl: 'https://h' })
  expect(await loaded(`auth: {auth_type: token, access_token: null}`)).toEqual({ auth: { authType: 'token' } })
})

const url = 'must be an absolute http(s) URL without query, fragment, user or password, got'

test.each<[string, string]>([
  [
    'trusted_origins: [https://evil.example]',
    '~/.app/config:1: trusted_origins is unknown: expected one of api_url, user_name, auth'
  ],
  ['api_ulr: https://h', '~/.app/config:1: api_ulr is unknown: did you mean "api_url"?'],
  ['baseUrl: https://h', '~/.app/config:1: baseUrl is unknown: expected one of api_url, user_name, auth'],
  ['\n\nauht:\n  auth_type: none', '~/.app/config:3: auht is unknown: did you mean "auth"?'],
  ['auth_type: none', '~/.app/config:1: auth_type is unknown: it belongs under auth, next to auth_type'],
  [
    'profiles: {a: {}}',
    '~/.app/config:1: profiles is unknown: a profile is a separate file next to this one, see docs/configuration.md'
  ],
  ['__proto__: {a: 1}', '~/.app/config:1: __proto__ is unknown: expected one of api_url, user_name, auth'],
  ['constructor: {a: 1}', '~/.app/config:1: constructor is unknown: expected one of api_url, user_name, auth'],
  ['api_url: [a]', `~/.app/config:1: api_url ${url} an array of 1`],
  ['api_url: 5', `~/.app/config:1: api_url ${url} 5`],
  ['# x\napi_url: file:///x', `~/.app/config:2: api_url ${url} "file:///x"`],
  [`api_url: https://ann:${secret}@h/x`, `~/.app/config:1: api_url ${url} "https://h/x"`],
  ['api_url: https://h\nserver_url: https://i', '~/.app/config:2: server_url and api_url mean the same: keep only one'],
  [
    `access_token: ${secret}\nauth:\n  auth_type: none`,
    '~/.app/config:1: access_token and auth.auth_type mean the same: keep only one'
  ],
  [`auth: ${secret}`, '~/.app/config:1: auth must be a mapping with auth_type, got a string'],
  ['auth: [none]', '~/.app/config:1: auth must be a mapping with auth_type, got an array of 1'],
  [
    `auth:\n  access_token: ${secret}`,
    '~/.app/config:2: auth.access_token also needs auth_type: one of none, token, login, oidc'
  ],
  [
    'auth:\n  auth_type: bearer',
    '~/.app/config:2: auth.auth_type must be one of none, token, login, oidc, got "bearer"'
  ],
  [
    `auth:\n  auth_type: token\n  acces_token: ${secret}`,
    '~/.app/config:3: auth.acces_token is unknown: did you mean "access_token"?'
  ],
  [
    `auth:\n  password: ${secret}\n  auth_type: token`,
    '~/.app/config:2: auth.password is unknown: auth_type token has auth_type, access_token, access_token_header'
  ],
  [
    'auth:\n  auth_type: token\n  access_token: 12345',
    '~/.app/config:3: auth.access_token must be text without control characters, got a number'
  ],
  [
    `auth:\n  auth_type: token\n  access_token: "${secret}\\n"`,
    '~/.app/config:3: auth.access_token must be text without control characters, got a string'
  ],
  [
    'auth:\n  auth_type: login',
    '~/.app/config:2: auth.auth_type login needs auth.login_url: an absolute https URL without user, password or fragment (http only for this machine)'
  ],
  [
    `auth:\n  auth_type: login\n  login_url: https://ann:${secret}@h`,
    '~/.app/config:3: auth.login_url must be an absolute https URL without user, password or fragment (http only for this machine), got "https://h/"'
  ],
  [
    'auth:\n  auth_type: oidc\n  scopes: a b',
    '~/.app/config:3: auth.scopes must be a list of words (in an environment variable as JSON: ["a", "b"]), got "a b"'
  ],
  [
    `auth:\n  auth_type: oidc\n  oauth_token: ${secret}`,
    '~/.app/config:3: auth.oauth_token must be a mapping (in an environment variable as JSON), got a string'
  ]
])('the file %j is refused', async (file, message) => {
  expect(await refused(file)).toEqual(['config', message])
})

test.each<[Record<string, string>, string]>([
  [{ APP_API_URL: 'h' }, `environment: APP_API_URL ${url} "h"`],
  [{ app_server_url: 'h' }, `environment: app_server_url ${url} "h"`],
  [{ APP_AUTH: secret }, 'environment: APP_AUTH must be a JSON object with auth_type'],
  [{ APP_AUTH: `"${secret}"` }, 'environment: APP_AUTH must be a mapping with auth_type, got a string'],
  [
    { APP_AUTH: `"${secret}"`, APP_AUTH__AUTH_TYPE: 'token' },
    'environment: APP_AUTH must be a mapping with auth_type, got a string'
  ],
  [
    { APP_AUTH__AUTH_TYPE: 'token', APP_AUTH____PROTO__: secret },
    'environment: APP_AUTH____PROTO__ is unknown: expected one of auth_type, access_token, access_token_header'
  ],
  [
    { APP_AUTH: `{"__proto__": {"auth_type": "token", "access_token": "${secret}"}}` },
    'environment: APP_AUTH____PROTO__ is unknown: expected one of auth_type, access_token, access_token_header, login_url, password, scopes, oauth_token'
  ],
  [
    { APP_AUTH__AUTH_TYPE: 'constructor' },
    'environment: APP_AUTH__AUTH_TYPE must be one of none, token, login, oidc, got "constructor"'
  ],
  [
    { APP_AUTH__AUTH_TYPE: 'Token' },
    'environment: APP_AUTH__AUTH_TYPE must be one of none, token, login, oidc, got "Token"'
  ],
  [
    { APP_AUTH__ACCESS_TOKEN: secret },
    'environment: APP_AUTH__ACCESS_TOKEN also needs auth_type: one of none, token, login, oidc'
  ],
  [
    { APP_AUTH__AUTH_TYPE: 'token', APP_AUTH__TOKEN: secret },
    'environment: APP_AUTH__TOKEN is unknown: expected one of auth_type, access_token, access_token_header'
  ],
  [
    { APP_AUTH: `{"auth_type": "token", "acess_token": "${secret}"}` },
    'environment: APP_AUTH__ACESS_TOKEN is unknown: did you mean "access_token"?'
  ]
])('the environment %j is refused', async (env, message) => {
  expect(await refused(undefined, env)).toEqual(['config', message])
})

test.each<[Settings, string]>([
  [{ baseUrl: 'h' }, `baseUrl ${url} "h"`],
  [{ baseURL: 'https://h' }, 'baseURL is unknown: did you mean "baseUrl"?'],
  [{ auth: secret }, 'auth must be a mapping with auth_type, got a string'],
  [{ auth: { authType: 'x' } }, 'auth.authType must be one of none, token, login, oidc, got "x"'],
  [{ auth: { auth_type: 'token' } }, 'auth.auth_type is unknown: did you mean "authType"?'],
  [
    { auth: { authType: 'token', password: secret } },
    'auth.password is unknown: expected one of authType, accessToken, accessTokenHeader'
  ],
  [{ auth: { accessToken: secret } }, 'auth.accessToken also needs auth_type: one of none, token, login, oidc'],
  [{ accessToken: secret, auth: { authType: 'none' } }, 'accessToken and auth.authType mean the same: keep only one']
])('the arguments %j are refused', async (given, message) => {
  expect(await refused(undefined, {}, given)).toEqual(['invalid-argument', message])
})

test.each<[string, Record<string, string>, object]>([
  ['its type', { APP_AUTH__AUTH_TYPE: 'token' }, { authType: 'token', accessToken: 'old' }],
  [
    'another member',
    { APP_AUTH__ACCESS_TOKEN_HEADER: 'X-T' },
    { authType: 'token', accessToken: 'old', accessTokenHeader: 'X-T' }
  ],
  [
    'its new name',
    { APP_AUTH__AUTH_TYPE: 'token', APP_AUTH__ACCESS_TOKEN: 'new' },
    { authType: 'token', accessToken: 'new' }
  ],
  ['another type', { APP_AUTH__AUTH_TYPE: 'none' }, { authType: 'none' }]
])('a variable of the old name for the token stands beside %s', async (_, env, auth) => {
  expect(await loaded(undefined, { APP_ACCESS_TOKEN: 'old', ...env })).toEqual({ auth })
})
