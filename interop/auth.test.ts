import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { type Auth, type Clock, isOgcError, OgcClient, type OgcError } from '@geoclients/ogc-client'
import { oauth2 } from '@geoclients/ogc-client/auth'
import { fileTokenStore, oidcLogin } from '@geoclients/ogc-client/node'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Gate, startGate } from './fixtures/oidc/gate.ts'
import { logInAs } from './fixtures/oidc/person.ts'
import { ann, app, machine, type RunningProvider, startProvider, tool } from './fixtures/oidc/provider.ts'

/* wraptile behind a gate that asks an OpenID provider about each token. */
let provider: RunningProvider
let gate: Gate
let folder: string

beforeAll(async () => {
  provider = await startProvider()
  gate = await startGate(inject('baseUrls').wraptile, provider.issuer)
  folder = await mkdtemp(join(tmpdir(), 'geoclients-interop-'))
})
afterAll(async () => {
  await gate.close()
  await provider.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  provider.grants.length = 0
  gate.statuses.length = 0
})

const clientWith = (auth: Auth | undefined): OgcClient => new OgcClient({ baseUrl: gate.baseUrl, auth, retry: false })

/** A clock that a test can put forward: tokens end for the client, not for the provider. */
function movableClock(): Clock & { put(ms: number): void } {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    setTimeout: (callback, delay) => setTimeout(callback, delay),
    clearTimeout: (timer) => clearTimeout(timer as number),
    put: (ms) => {
      ahead += ms
    }
  }
}

async function failure(call: Promise<unknown>): Promise<OgcError> {
  const outcome = await call.then(
    () => new Error('the call succeeded'),
    (error: unknown) => error
  )
  if (isOgcError(outcome)) return outcome
  throw outcome
}

/** The token that an auth gives now. */
async function tokenOf(auth: Auth): Promise<string> {
  const given = await auth({ origin: gate.baseUrl, signal: new AbortController().signal })
  return (given as { Authorization: string }).Authorization.replace('Bearer ', '')
}

test('without a token the gate is closed, and a wrong one is not shown though the gate quotes it', async () => {
  expect((await failure(clientWith(undefined).getConformance())).status).toBe(401)
  const error = await failure(clientWith(() => 'wrong-token-hunter2').getConformance())
  expect(error).toMatchObject({ code: 'http-status', status: 401 })
  expect(error.message).toContain('the token *** is not known')
  expect(inspect([error, error.apiError, error.stack], { depth: null, showHidden: true })).not.toContain('hunter2')
})

describe('client credentials', () => {
  const auth = (more: object = {}): Auth =>
    oauth2({ tokenUrl: provider.tokenUrl, grant: 'client_credentials', ...machine, ...more })

  test.each(['basic', 'post'] as const)('open it (%s), for a whole run with one token', async (clientAuth) => {
    const results = await clientWith(auth({ clientAuth })).run('primes_between', {
      inputs: { min_val: 10, max_val: 20 }
    })
    expect(await results.get('return_value').json()).toEqual([11, 13, 17, 19])
    expect(provider.grants).toEqual(['client_credentials'])
    expect(gate.statuses).not.toContain(401)
  })

  test('ten requests at once need one token', async () => {
    const ogc = clientWith(auth())
    await Promise.all(Array.from({ length: 10 }, () => ogc.getConformance()))
    expect(provider.grants).toEqual(['client_credentials'])
  })

  test('a token that has ended is replaced before it is sent, once for all', async () => {
    const clock = movableClock()
    const ogc = clientWith(auth({ clock }))
    await ogc.getConformance()
    clock.put(600_000)
    await Promise.all(Array.from({ length: 10 }, () => ogc.getConformance()))
    expect(provider.grants).toEqual(['client_credentials', 'client_credentials'])
    expect(gate.statuses).toEqual(Array(11).fill(200))
  })

  test('a token that was withdrawn is replaced after a 401, once for all, and each request repeated once', async () => {
    const given = auth()
    const ogc = clientWith(given)
    await provider.forget(await tokenOf(given))
    await Promise.all(Array.from({ length: 10 }, () => ogc.getConformance()))
    expect(provider.grants).toEqual(['client_credentials', 'client_credentials'])
    expect(gate.statuses.filter((status) => status === 200)).toHaveLength(10)
    expect(gate.statuses.filter((status) => status === 401)).toHaveLength(10)
  })

  test('a wrong secret is an auth error that says so, and does not show it', async () => {
    const error = await failure(clientWith(auth({ clientSecret: 'wrong-hunter2' })).getConformance())
    expect(error).toMatchObject({ code: 'auth', message: expect.stringContaining('401: invalid_client') })
    expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
    expect(gate.statuses).toEqual([])
  })
})

describe('user name and password', () => {
  const auth = (more: object = {}): Auth =>
    oauth2({ tokenUrl: provider.tokenUrl, grant: 'password', ...app, ...ann, ...more })

  test('a token that has ended is renewed by the refresh token', async () => {
    const clock = movableClock()
    const ogc = clientWith(auth({ clock }))
    await ogc.getConformance()
    clock.put(600_000)
    await Promise.all(Array.from({ length: 5 }, () => ogc.getConformance()))
    expect(provider.grants).toEqual(['password', 'refresh_token'])
    expect(gate.statuses).toEqual(Array(6).fill(200))
  })

  test('a wrong password is an auth error; the provider quotes it, we do not', async () => {
    const error = await failure(clientWith(auth({ password: 'wrong-hunter2' })).getConformance())
    expect(error).toMatchObject({
      code: 'auth',
      message: expect.stringContaining('400: invalid_grant: grant request is invalid')
    })
    expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
  })
})

describe('a login by browser', () => {
  const login = (more: object = {}) =>
    oidcLogin({
      issuer: provider.issuer,
      ...tool,
      scope: 'openid offline_access',
      onUrl: (url) => void logInAs('ann', url),
      store: fileTokenStore(join(folder, 'tokens.json')),
      ...more
    })

  test('code with PKCE, then the stored login, then its renewal', async () => {
    const clock = movableClock()
    await clientWith((await login({ clock })).auth).getConformance()
    expect(provider.grants).toEqual(['authorization_code'])

    const { auth } = await login({ clock, onUrl: undefined })
    await clientWith(auth).getConformance()
    expect(provider.grants).toEqual(['authorization_code'])

    clock.put(600_000)
    await Promise.all(Array.from({ length: 5 }, () => clientWith(auth).getConformance()))
    expect(provider.grants).toEqual(['authorization_code', 'refresh_token'])
    expect(gate.statuses).toEqual(Array(7).fill(200))
  })

  test('a withdrawn token is renewed; with the refresh token withdrawn too the error says to log in again', async () => {
    const store = fileTokenStore(join(folder, 'withdrawn.json'))
    const key = { issuer: provider.issuer, clientId: tool.clientId }
    const { auth } = await login({ store })
    const ogc = clientWith(auth)
    await provider.forget(await tokenOf(auth))
    await ogc.getConformance()
    expect(gate.statuses).toEqual([401, 200])

    const { accessToken = '', refreshToken = '' } = (await store.load(key)) ?? {}
    await provider.forget(accessToken)
    await provider.forget(refreshToken)
    expect(await failure(ogc.getConformance())).toMatchObject({
      code: 'auth',
      status: 401,
      message: expect.stringContaining('the login has ended, log in again')
    })
  })

  test('a logout ends it at the provider', async () => {
    const store = fileTokenStore(join(folder, 'logout.json'))
    const { auth, logout } = await login({ store })
    const token = await tokenOf(auth)
    await logout()
    expect((await failure(clientWith(() => token).getConformance())).status).toBe(401)
    expect((await failure(clientWith(auth).getConformance())).message).toContain('log in again')
  })
})
