import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { isOgcError } from '../errors/ogc-error.ts'
import type { AuthSettings } from './config.ts'
import { type CreateOgcClientOptions, createOgcClient } from './create-ogc-client.ts'

const secret = 'hunter2'

/** A platform with a service, a token endpoint and an issuer; `sent` are the forms, then the headers of the service. */
function platform() {
  const forms: string[] = []
  const headers: Record<string, string>[] = []
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init)
    const { origin, pathname } = new URL(request.url)
    if (origin === 'https://ogc.example') {
      const { accept: _accept, ...others } = Object.fromEntries(request.headers)
      headers.push(others)
      return Response.json({ conformsTo: [] })
    }
    if (pathname === '/.well-known/openid-configuration') {
      const endpoint = (name: string): string => `https://id.example/${name}`
      return Response.json({
        issuer: 'https://id.example',
        authorization_endpoint: endpoint('authorize'),
        token_endpoint: endpoint('token'),
        jwks_uri: endpoint('keys'),
        response_types_supported: ['code']
      })
    }
    forms.push(await request.text())
    return Response.json({ access_token: 'fresh', token_type: 'Bearer', expires_in: 3600 })
  }
  return { fetch, forms, headers }
}

const create = (auth: AuthSettings, more: CreateOgcClientOptions = {}) =>
  createOgcClient({ config: { baseUrl: 'https://ogc.example', auth }, ...more })

/** The forms that such settings post for a token, and the headers of the request that follows. */
async function sent(auth: AuthSettings, more: CreateOgcClientOptions = {}) {
  const { fetch, forms, headers } = platform()
  using ogc = await create(auth, { fetch, ...more })
  await ogc.getConformance()
  return [...forms, ...headers]
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const user = { username: 'ann', password: secret }
const oauth2 = { authType: 'oauth2', tokenUrl: 'https://id.example/token', clientId: 'c' } as const
const login = { authType: 'login', loginUrl: 'https://id.example/login' } as const
const oidc = { authType: 'oidc', issuerUrl: 'https://id.example', clientId: 'c' } as const

test.each<AuthSettings | (() => Record<string, string>)>([
  { authType: 'none' },
  { authType: 'basic', ...user },
  { authType: 'token', accessToken: 'k' },
  { authType: 'token', accessToken: 'k', accessTokenHeader: 'X-T' },
  { authType: 'api-key', apiKey: 'k' },
  { ...login, ...user },
  () => ({ 'X-T': 'k' })
])('the name of the user is that of the configuration beside %o', async (auth) => {
  using ogc = await createOgcClient({ config: { baseUrl: 'https://ogc.example', userName: 'ann' }, auth })
  expect(ogc.config.userName).toBe('ann')
})

test.each<[string, AuthSettings, unknown[]]>([
  ['login', { ...login, ...user }, ['username=ann&password=hunter2', bearer('fresh')]],
  [
    'login with a header',
    { ...login, ...user, accessTokenHeader: 'X-T' },
    ['username=ann&password=hunter2', { 'x-t': 'fresh' }]
  ],
  ['login that was made before', { ...login, accessToken: secret }, [bearer(secret)]],
  [
    'login that was made before, with a header',
    { ...login, accessToken: 'k', accessTokenHeader: 'X-T' },
    [{ 'x-t': 'k' }]
  ],
  [
    'oauth2 with a password',
    { ...oauth2, ...user },
    ['grant_type=password&username=ann&password=hunter2&client_id=c', bearer('fresh')]
  ],
  [
    'oauth2 with a secret',
    { ...oauth2, grantType: 'client_credentials', clientSecret: secret },
    ['grant_type=client_credentials&client_id=c&client_secret=hunter2', bearer('fresh')]
  ]
])('%s', async (_name, auth, expected) => {
  const [form, headers] = (await sent(auth)).map((item) => (typeof item === 'string' ? sorted(item) : item))
  const [wantedForm, wantedHeaders] = expected.map((item) => (typeof item === 'string' ? sorted(item) : item))
  expect([form, headers]).toEqual([wantedForm, wantedHeaders])
})

const sorted = (form: string): string[] => form.split('&').sort()

test('oidc: a stored login is used, asked for by issuer and client', async () => {
  const keys: unknown[] = []
  const tokenStore = {
    load: async (key: object) => {
      keys.push(key)
      return { accessToken: 'stored' }
    },
    save: async () => {},
    delete: async () => {}
  }
  expect(await sent({ ...oidc, scopes: ['openid', 'a'] }, { tokenStore })).toEqual([bearer('stored')])
  expect(keys[0]).toEqual({ issuer: 'https://id.example', clientId: 'c' })
})

test('oidc: a person is sent to the issuer with the scopes', async () => {
  const tokenStore = { load: async () => undefined, save: async () => {}, delete: async () => {} }
  const seen: URL[] = []
  const onLoginUrl = (url: string): never => {
    seen.push(new URL(url))
    throw new Error('nobody is here')
  }
  const { fetch } = platform()
  await expect(create({ ...oidc, scopes: ['a', 'openid', 'b'] }, { fetch, tokenStore, onLoginUrl })).rejects.toThrow()
  expect(seen.map(({ origin, pathname }) => origin + pathname)).toEqual(['https://id.example/authorize'])
  expect(seen[0]?.searchParams.get('scope')).toBe('openid a b')
})

test('oidc: without a stored login and anybody to ask there is no client', async () => {
  const tokenStore = { load: async () => undefined, save: async () => {}, delete: async () => {} }
  const { fetch } = platform()
  const error: unknown = await create(oidc, { fetch, tokenStore }).catch((reason: unknown) => reason)
  expect(isOgcError(error) && error).toMatchObject({
    code: 'auth',
    message: 'no login is stored: pass onUrl, so that the user can log in'
  })
})

test.each<[AuthSettings, string]>([
  [{ ...login, username: 'ann' }, 'auth.password'],
  [login, 'auth.username'],
  [{ ...oauth2, ...user, grantType: 'client_credentials' }, 'auth.client_secret'],
  [{ ...oauth2, clientSecret: secret }, 'auth.username'],
  [{ authType: 'token' }, 'auth.access_token'],
  [{ authType: 'api-key', apiKeyHeader: 'X-K' }, 'auth.api_key']
])('%j lacks a secret', async (auth, name) => {
  const error: unknown = await create(auth).catch((reason: unknown) => reason)
  expect(isOgcError(error) && error.code).toBe('config')
  expect(String(error)).toContain(`${name} is missing, which auth_type ${auth.authType} needs`)
  expect(inspect(error, { showHidden: true, depth: null })).not.toContain(secret)
})

test('a secret goes to no address that others can read on the way', async () => {
  const auth = { ...oauth2, ...user, tokenUrl: 'http://id.example/token' }
  await expect(create(auth)).rejects.toMatchObject({
    code: 'invalid-argument',
    message: expect.stringMatching(/^auth.tokenUrl must be an absolute https URL/)
  })
})
