import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Auth } from '../../request/credentials/read-credentials.ts'
import { networkFault } from '../../testing/network/fake-fetch.ts'
import { type FakeIssuer, fakeIssuer, issuerUrl } from '../../testing/network/fake-issuer.ts'
import { rejection } from '../../testing/rejection.ts'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import { type OidcLoginOptions, oidcLogin } from './login.ts'
import { createTokenStore, fileTokenStore, type TokenStore } from './token-store.ts'

const signal = new AbortController().signal
const tokenOf = async (auth: Auth) =>
  (await auth({ origin: 'https://api.example', signal })) as { Authorization: string }
const refusedBy = (auth: Auth, authorization: string) =>
  auth({ origin: 'https://api.example', signal, refused: { authorization } })

let folder: string
let issuer: FakeIssuer
let clock: VirtualClock
let store: TokenStore
let urls: string[]
let options: OidcLoginOptions

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'geoclients-'))
  issuer = fakeIssuer()
  clock = new VirtualClock()
  store = fileTokenStore(join(folder, 'tokens.json'))
  urls = []
  const onUrl = (url: string): void => {
    urls.push(url)
    void issuer.visit(url)
  }
  options = {
    issuer: issuerUrl,
    clientId: 'tool',
    onUrl,
    store,
    clock,
    fetch: (...request) => issuer.fetch(...request)
  }
})
afterEach(() => rm(folder, { recursive: true }))

describe('a first login', () => {
  test('asks a person, by code with PKCE, state and nonce', async () => {
    const { auth } = await oidcLogin({ ...options, scope: 'openid offline_access' })
    expect(await tokenOf(auth)).toEqual({ Authorization: 'Bearer hunter2-access-1' })
    const { origin, pathname, searchParams } = new URL(urls[0] ?? '')
    expect(`${origin}${pathname}`).toBe(`${issuerUrl}/authorize`)
    const { redirect_uri = '', state, nonce, code_challenge, ...fixed } = Object.fromEntries(searchParams)
    expect(fixed).toEqual({
      theme: 'dark',
      client_id: 'tool',
      response_type: 'code',
      scope: 'openid offline_access',
      code_challenge_method: 'S256',
      prompt: 'consent'
    })
    for (const random of [state, nonce, code_challenge]) expect(random).toMatch(/^[\w-]{36,}$/)
    const [form] = issuer.forms
    expect(form).toMatchObject({ path: '/token', grant_type: 'authorization_code', code: 'code-hunter2', redirect_uri })
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(form?.code_verifier))
    expect(Buffer.from(digest).toString('base64url')).toBe(code_challenge)
    await expect(fetch(redirect_uri)).rejects.toThrow('fetch failed')
  })

  test('a client with a secret says who it is', async () => {
    await oidcLogin({ ...options, clientSecret: 's' })
    expect(issuer.forms[0]?.authorization).toBe(`Basic ${btoa('tool:s')}`)
  })

  test('by the form where the provider takes nothing else', async () => {
    issuer = fakeIssuer({ token_endpoint_auth_methods_supported: ['client_secret_post'] })
    await oidcLogin({ ...options, clientSecret: 's' })
    expect(issuer.forms[0]).toMatchObject({ client_id: 'tool', client_secret: 's' })
  })
})

describe('a login that fails', () => {
  test.each([
    [
      'the person says no',
      { error: 'access_denied', error_description: 'not me' },
      'the login failed: access_denied: not me'
    ],
    [
      'another provider answers',
      { iss: 'https://evil.example' },
      'the login failed: unexpected "iss" (issuer) response parameter value'
    ]
  ])('%s', async (_, answer, message) => {
    const onUrl = (url: string) => void issuer.visit(url, answer)
    const error = await rejection(oidcLogin({ ...options, onUrl }))
    expect(error).toMatchObject({ code: 'auth', message })
    expect(issuer.forms).toEqual([])
  })

  test('an ID token with another nonce was made for somebody else', async () => {
    const onUrl = (url: string) => {
      void issuer.visit(url)
      issuer.nonce = 'of-another-login'
    }
    const error = await rejection(oidcLogin({ ...options, onUrl }))
    expect([error.code, error.message]).toEqual(['auth', expect.stringContaining('nonce')])
    expect(await store.load({ issuer: issuerUrl, clientId: 'tool' })).toBeUndefined()
  })

  test('the provider refuses the code; what it quotes is not shown', async () => {
    issuer.answerTokens = ({ code, code_verifier }) =>
      Response.json({ error: 'invalid_grant', error_description: `${code} ${code_verifier}` }, { status: 400 })
    const error = await rejection(oidcLogin(options))
    expect(error).toMatchObject({ code: 'auth', status: 400, message: 'the login failed: invalid_grant: *** ***' })
    expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
  })

  test('the provider refuses the client; the secret that it quotes from the form is not shown', async () => {
    issuer = fakeIssuer({ token_endpoint_auth_methods_supported: ['client_secret_post'] })
    issuer.answerTokens = ({ client_secret }) =>
      Response.json({ error: 'invalid_client', error_description: client_secret }, { status: 400 })
    const error = await rejection(oidcLogin({ ...options, clientSecret: 'hunter2-client' }))
    expect(error.message).toBe('the login failed: invalid_client: ***')
    expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
  })

  test('the provider is somebody else', async () => {
    const fetch = async () => Response.json({ issuer: 'https://evil.example' })
    expect(await rejection(oidcLogin({ ...options, fetch }))).toMatchObject({ code: 'auth' })
  })

  test('the provider cannot be reached', async () => {
    const fetch = () => Promise.reject(networkFault('ECONNREFUSED'))
    const login = rejection(oidcLogin({ ...options, fetch }))
    await clock.advance(60_000)
    expect(await login).toMatchObject({ code: 'auth', message: expect.stringContaining('connection refused') })
  })

  test('an address of the provider is over plain http: no code or token is sent there', async () => {
    issuer = fakeIssuer({ token_endpoint: 'http://login.example/token' })
    expect((await rejection(oidcLogin(options))).code).toBe('auth')
    issuer = fakeIssuer({ authorization_endpoint: 'http://login.example/authorize' })
    expect(await rejection(oidcLogin(options))).toMatchObject({
      code: 'auth',
      message: expect.stringContaining(
        'the login failed: the authorization endpoint of the provider must be an absolute'
      )
    })
    expect(issuer.forms).toEqual([])
  })

  test('a provider on this machine names an address elsewhere over plain http: nothing is sent there', async () => {
    const here = 'http://127.0.0.1:9/realm'
    const elsewhere = 'http://login.example/token'
    issuer = fakeIssuer({ issuer: here, authorization_endpoint: `${here}/authorize`, token_endpoint: elsewhere })
    const onUrl = (url: string) => void issuer.visit(url, { iss: here })
    expect((await rejection(oidcLogin({ ...options, onUrl, issuer: here }))).code).toBe('auth')
    expect(issuer.forms).toEqual([])
  })

  test.each([
    ['token_endpoint', 'https://127.0.0.1/token'],
    ['token_endpoint', 'https://localhost:8443/token'],
    ['authorization_endpoint', 'http://127.0.0.1:9/authorize']
  ])('a provider elsewhere names a %s on this machine, %s: nothing is sent there', async (name, address) => {
    issuer = fakeIssuer({ [name]: address })
    expect((await rejection(oidcLogin(options))).code).toBe('auth')
    expect(issuer.forms).toEqual([])
  })

  test.each([
    { access_token: 'hunter2\nX-Admin: 1' },
    { access_token: 'hunter2 two' },
    { refresh_token: 'hunter2\r\n' },
    { access_token: '' }
  ])('the provider gives a token that no header can carry: %j', async (wrong) => {
    const issue = issuer.fetch
    const fetch: typeof issue = async (input, init) => {
      const response = await issue(input, init)
      return String(input).endsWith('/token') ? Response.json({ ...(await response.json()), ...wrong }) : response
    }
    const error = await rejection(oidcLogin({ ...options, fetch }))
    expect(error).toMatchObject({ code: 'auth', message: expect.stringContaining('the login failed: ') })
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('hunter2')
    expect(await store.load({ issuer: issuerUrl, clientId: 'tool' })).toBeUndefined()
  })

  test('the provider gives a token that never ends: the file of tokens can be read all the same', async () => {
    const issue = issuer.fetch
    const fetch: typeof issue = async (input, init) => {
      const response = await issue(input, init)
      return String(input).endsWith('/token')
        ? Response.json({ ...(await response.json()), expires_in: 1e308 })
        : response
    }
    await oidcLogin({ ...options, fetch })
    expect(await store.load({ issuer: issuerUrl, clientId: 'tool' })).toMatchObject({ lifetime: 315_360_000_000 })
  })

  test('nobody comes', async () => {
    const onUrl = (url: string) => void urls.push(url)
    const login = rejection(oidcLogin({ ...options, onUrl, loginTimeout: 60_000 }))
    await expect.poll(() => urls.length).toBe(1)
    await clock.advance(60_000)
    expect(await login).toMatchObject({ code: 'timeout', message: 'nobody logged in within 60000 ms' })
    expect(clock.pending).toBe(0)
    await expect(issuer.visit(urls[0] ?? '')).rejects.toThrow('fetch failed')
  })

  test('it is aborted', async () => {
    const end = new AbortController()
    const onUrl = () => end.abort(new Error('enough'))
    const error = await rejection(oidcLogin({ ...options, onUrl, signal: end.signal }))
    expect(error).toMatchObject({ code: 'aborted', name: 'AbortError', cause: new Error('enough') })
  })

  test('nobody can be asked', async () => {
    const error = await rejection(oidcLogin({ ...options, onUrl: undefined }))
    expect(error).toMatchObject({
      code: 'auth',
      message: 'no login is stored: pass onUrl, so that the user can log in'
    })
  })
})

describe('a stored login', () => {
  test('is used without asking', async () => {
    await oidcLogin(options)
    const { auth } = await oidcLogin({ ...options, onUrl: undefined })
    expect(await tokenOf(auth)).toEqual({ Authorization: 'Bearer hunter2-access-1' })
    expect(issuer.forms).toHaveLength(1)
  })

  test('is renewed, and the new one stored', async () => {
    await oidcLogin(options)
    await clock.advance(600_000)
    const { auth } = await oidcLogin({ ...options, onUrl: undefined })
    expect(await tokenOf(auth)).toEqual({ Authorization: 'Bearer hunter2-access-2' })
    expect(issuer.forms[1]).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'hunter2-refresh-1' })
    expect(await readFile(join(folder, 'tokens.json'), 'utf8')).toContain('hunter2-refresh-2')
  })

  test('that the provider does not know any more makes it ask', async () => {
    await oidcLogin(options)
    await clock.advance(600_000)
    issuer.answerTokens = ({ grant_type }) =>
      grant_type === 'refresh_token' ? Response.json({ error: 'invalid_grant' }, { status: 400 }) : undefined
    const { auth } = await oidcLogin(options)
    expect(await tokenOf(auth)).toEqual({ Authorization: 'Bearer hunter2-access-3' })
    expect(urls).toHaveLength(2)
  })

  test('is kept where the provider is only down', async () => {
    await oidcLogin(options)
    await clock.advance(600_000)
    issuer.answerTokens = () => new Response(null, { status: 503 })
    expect((await rejection(oidcLogin(options))).code).toBe('auth')
    expect([urls.length, await store.load({ issuer: issuerUrl, clientId: 'tool' })]).toMatchObject([
      1,
      { refreshToken: 'hunter2-refresh-1' }
    ])
  })
})

describe('a session', () => {
  test('renews a token that the service refuses, once for all who ask', async () => {
    const { auth } = await oidcLogin(options)
    const again = await Promise.all([1, 2, 3].map(() => refusedBy(auth, 'Bearer hunter2-access-1')))
    expect(again).toEqual(Array(3).fill({ Authorization: 'Bearer hunter2-access-2' }))
  })

  test('takes what another program has renewed since: its own refresh token is used up', async () => {
    const { auth } = await oidcLogin(options)
    const other = await oidcLogin(options)
    await refusedBy(other.auth, 'Bearer hunter2-access-1')
    expect(await refusedBy(auth, 'Bearer hunter2-access-1')).toEqual({ Authorization: 'Bearer hunter2-access-2' })
    expect(issuer.forms).toHaveLength(2)
  })

  test('does not use a refresh token that another program is using just now: it waits, and takes what that stores', async () => {
    const path = join(folder, 'tokens.json')
    const one = await oidcLogin({ ...options, store: createTokenStore(path, clock) })
    const two = await oidcLogin({ ...options, store: createTokenStore(path, clock) })
    let answer = (): void => {}
    const asked = new Promise<void>((begun) => {
      issuer.answerTokens = async () => {
        begun()
        await new Promise<void>((resolve) => (answer = resolve))
        return undefined
      }
    })
    const first = refusedBy(one.auth, 'Bearer hunter2-access-1')
    await asked
    const second = refusedBy(two.auth, 'Bearer hunter2-access-1')
    await expect.poll(() => clock.pending).toBeGreaterThan(1)
    answer()
    expect(await first).toEqual({ Authorization: 'Bearer hunter2-access-2' })
    await clock.advance(1_000)
    expect(await second).toEqual({ Authorization: 'Bearer hunter2-access-2' })
    expect(issuer.forms).toHaveLength(2)
    expect(await readdir(folder)).toEqual(['tokens.json'])
  })

  test('that was ended elsewhere says that one must log in again', async () => {
    const { auth } = await oidcLogin(options)
    issuer.answerTokens = () => Response.json({ error: 'invalid_grant', error_description: 'revoked' }, { status: 400 })
    expect(await rejection(Promise.resolve(refusedBy(auth, 'Bearer hunter2-access-1')))).toMatchObject({
      code: 'auth',
      message: 'the login has ended, log in again: renewing the login failed: invalid_grant: revoked'
    })
  })

  test('ends with a logout, here and at the provider', async () => {
    const { auth, logout } = await oidcLogin(options)
    await logout()
    expect(issuer.forms.slice(1).map(({ path, token }) => [path, token])).toEqual([
      ['/revoke', 'hunter2-refresh-1'],
      ['/revoke', 'hunter2-access-1']
    ])
    expect(await store.load({ issuer: issuerUrl, clientId: 'tool' })).toBeUndefined()
    expect((await rejection(tokenOf(auth))).message).toContain('the login has ended')
  })

  test('ends for good, though it is being renewed: what the renewal stores is forgotten and revoked, too', async () => {
    let saving = (): void => {}
    const begun = new Promise<void>((resolve) => (saving = resolve))
    let saved = (): void => {}
    const slow: TokenStore = {
      ...store,
      save: async (key, token) => {
        if (token.accessToken === 'hunter2-access-2') {
          saving()
          await new Promise<void>((resolve) => (saved = resolve))
        }
        await store.save(key, token)
      }
    }
    const { auth, logout } = await oidcLogin({ ...options, store: slow })
    const waiting = refusedBy(auth, 'Bearer hunter2-access-1')
    await begun
    const loggedOut = logout()
    saved()
    await Promise.allSettled([waiting, loggedOut])
    expect(await store.load({ issuer: issuerUrl, clientId: 'tool' })).toBeUndefined()
    expect(issuer.forms.slice(2).map(({ path, token }) => [path, token])).toEqual([
      ['/revoke', 'hunter2-refresh-2'],
      ['/revoke', 'hunter2-access-2']
    ])
    expect((await rejection(tokenOf(auth))).message).toContain('the login has ended')
  })

  test('that was stored ends with a refusal that does not show the token it quotes', async () => {
    await oidcLogin(options)
    const fetch: typeof globalThis.fetch = async (input, init) =>
      String(input).endsWith('/revoke')
        ? Response.json(
            {
              error: 'unsupported_token_type',
              error_description: new URLSearchParams(String(init?.body)).get('token')
            },
            { status: 400 }
          )
        : issuer.fetch(input, init)
    const { logout } = await oidcLogin({ ...options, fetch, onUrl: undefined })
    const error = await rejection(logout())
    expect(error.message).toBe('logging out failed: unsupported_token_type: ***')
    expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
  })

  test('shows no token', async () => {
    expect(inspect(await oidcLogin(options), { depth: null, showHidden: true, getters: true })).not.toContain('hunter2')
  })
})

test.each<[object, string]>([
  [{ issuer: 'http://login.example' }, 'issuer must be an absolute https URL'],
  [{ clientId: '' }, 'clientId must be a non-empty string'],
  [{ clientSecret: 5 }, 'clientSecret must be a non-empty string'],
  [{ scope: 'profile' }, 'scope must be names separated by spaces, "openid" among them'],
  [{ onUrl: 'open' }, 'onUrl must be a function that takes a URL'],
  [{ loginTimeout: 0 }, 'loginTimeout must be a positive, finite number']
])('%j is refused', async (given, message) => {
  const error = await rejection(oidcLogin({ ...options, ...given }))
  expect([error.code, error.message]).toEqual(['invalid-argument', expect.stringContaining(message)])
})
