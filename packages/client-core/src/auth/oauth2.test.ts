import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Auth } from '../request/credentials/read-credentials.ts'
import { networkFault, type Sent } from '../testing/network/fake-fetch.ts'
import { type TokenService, tokenService } from '../testing/network/token-service.ts'
import { origin, testPipeline } from '../testing/pipeline.ts'
import { rejection, thrown } from '../testing/rejection.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { type OAuth2Options, oauth2 } from './oauth2.ts'

const tokenUrl = 'https://login.example/token'
const client = { tokenUrl, grant: 'client_credentials', clientId: 'me', clientSecret: 'hunter2-secret' } as const
const user = { tokenUrl, grant: 'password', userName: 'ann', password: 'hunter2-pass' } as const
const url = `${origin}/base/jobs`
const never = new AbortController().signal
const context = { origin, signal: never }
const denied = (body: object, status = 400) => Response.json(body, { status })

function authOf(service: TokenService, options: OAuth2Options = client): { auth: Auth; clock: VirtualClock } {
  const clock = new VirtualClock(0)
  return { auth: oauth2({ ...options, fetch: service.fetch, clock }), clock }
}
const bearer = ({ headers }: Sent) => headers.get('Authorization')
const tokens = (life?: number) =>
  tokenService((_, turn) => ({
    access_token: `token-${turn}`,
    token_type: 'Bearer',
    ...(life && { expires_in: life })
  }))

describe('what is posted', () => {
  test.each([undefined, 'basic'] as const)(
    'for client_credentials: the client by header, as RFC 6749, 2.3.1 writes it (clientAuth %s)',
    async (clientAuth) => {
      const service = tokens()
      const named = { clientId: 'a:b', clientSecret: 'ü &' }
      await authOf(service, { ...client, ...named, clientAuth, scope: ['x', 'y'] }).auth(context)
      expect(service.forms).toEqual([
        { grant_type: 'client_credentials', scope: 'x y', authorization: `Basic ${btoa('a%3Ab:%C3%BC+%26')}` }
      ])
    }
  )

  test('for client_credentials: no user and password, even if the options have them', async () => {
    const service = tokens()
    await authOf(service, { ...user, ...client }).auth(context)
    expect(service.forms).toEqual([
      { grant_type: 'client_credentials', authorization: `Basic ${btoa('me:hunter2-secret')}` }
    ])
  })

  test('or by the form', async () => {
    const service = tokens()
    await authOf(service, { ...client, clientAuth: 'post', parameters: { audience: 'ogc' } }).auth(context)
    expect(service.forms).toEqual([
      { grant_type: 'client_credentials', client_id: 'me', client_secret: 'hunter2-secret', audience: 'ogc' }
    ])
  })

  test('for password, also without a client or its secret', async () => {
    const service = tokens()
    await authOf(service, { ...user, scope: 'x' }).auth(context)
    await authOf(service, { ...user, clientId: 'app' }).auth(context)
    const form = { grant_type: 'password', username: 'ann', password: 'hunter2-pass' }
    expect(service.forms).toEqual([
      { ...form, scope: 'x' },
      { ...form, client_id: 'app' }
    ])
  })
})

describe('renewal', () => {
  const rotating = () =>
    tokenService(({ grant_type }, turn) => ({
      access_token: `token-${turn}-${grant_type}`,
      refresh_token: `refresh-${turn}`,
      expires_in: 100
    }))

  test('before the end, by the refresh token that came last', async () => {
    const service = rotating()
    const { auth, clock } = authOf(service)
    await auth(context)
    await clock.advance(70_000)
    await auth(context)
    await clock.advance(70_000)
    expect(await auth(context)).toEqual({ Authorization: 'Bearer token-3-refresh_token' })
    expect(service.forms.map(({ refresh_token }) => refresh_token)).toEqual([undefined, 'refresh-1', 'refresh-2'])
  })

  test('keeps a refresh token where no other comes', async () => {
    const service = tokenService((_, turn) => ({
      access_token: `t${turn}`,
      expires_in: 100,
      ...(turn === 1 && { refresh_token: 'stays' })
    }))
    const { auth, clock } = authOf(service)
    for (let round = 0; round < 3; round++) {
      await auth(context)
      await clock.advance(100_000)
    }
    expect(service.forms.map(({ refresh_token }) => refresh_token)).toEqual([undefined, 'stays', 'stays'])
  })

  test.each([400, 401])('starts anew where the refresh token is used up (%i)', async (status) => {
    const service = tokenService(({ grant_type }, turn) =>
      grant_type === 'refresh_token'
        ? denied({ error: 'invalid_grant' }, status)
        : { access_token: `t${turn}`, refresh_token: 'r', expires_in: 100 }
    )
    const { auth, clock } = authOf(service)
    await auth(context)
    await clock.advance(100_000)
    expect(await auth(context)).toEqual({ Authorization: 'Bearer t3' })
    expect(service.forms.map(({ grant_type }) => grant_type)).toEqual([
      'client_credentials',
      'refresh_token',
      'client_credentials'
    ])
  })

  test('a refresh is sent once: twice, a service that rotates takes it for stolen', async () => {
    const service = tokenService(({ grant_type }) => {
      if (grant_type === 'refresh_token') throw networkFault('ECONNRESET')
      return { access_token: 't', refresh_token: 'r', expires_in: 100 }
    })
    const { auth, clock } = authOf(service)
    await auth(context)
    await clock.advance(100_000)
    expect((await rejection(Promise.resolve(auth(context)))).message).toContain('connection reset')
    expect(service.forms).toHaveLength(2)
  })

  test('a service that is down for a moment is asked again', async () => {
    const service = tokenService((_, turn) => (turn < 3 ? new Response(null, { status: 503 }) : { access_token: 't' }))
    const { auth, clock } = authOf(service)
    const given = auth(context)
    await clock.advance(10_000)
    expect([await given, service.forms.length]).toEqual([{ Authorization: 'Bearer t' }, 3])
  })
})

describe('in a client', () => {
  test('ten requests at once need one token', async () => {
    const service = tokens()
    const { send, sent } = testPipeline(
      Array(10).fill(() => new Response('{}')),
      { auth: authOf(service).auth }
    )
    await Promise.all(Array.from({ length: 10 }, () => send(url, {})))
    expect([service.forms.length, new Set(sent.map(bearer))]).toEqual([1, new Set(['Bearer token-1'])])
  })

  test('ten requests that are refused at once need one more, and are repeated once each', async () => {
    const service = tokens()
    const answer = (request: Sent) => new Response(null, { status: bearer(request) === 'Bearer token-1' ? 401 : 200 })
    const { send, sent } = testPipeline(Array(20).fill(answer), { auth: authOf(service).auth })
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(url, {})))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect([service.forms.length, sent.length]).toEqual([2, 20])
  })

  test.each([
    ['refuses', () => denied({ error: 'invalid_grant' }, 401)],
    ['answers with a page', () => new Response('<html><title>Log in</title></html>')],
    ['redirects', () => new Response(null, { status: 302, headers: { Location: 'https://evil.example/' } })]
  ])(
    'ten requests that are refused at once while the token service %s: each fails once, and nothing more is sent',
    async (_, failing) => {
      const service = tokenService((_form, turn) =>
        turn === 1 ? { access_token: 'token-1', refresh_token: 'refresh-1' } : failing()
      )
      const { send, sent } = testPipeline(
        Array(10).fill(() => new Response(null, { status: 401 })),
        { auth: authOf(service).auth }
      )
      const errors = await Promise.all(Array.from({ length: 10 }, () => rejection(send(url, {}))))
      expect(new Set(errors.map(({ code, status }) => `${code} ${status}`))).toEqual(new Set(['auth 401']))
      expect(sent).toHaveLength(10)
      expect(service.forms.length).toBeLessThanOrEqual(3) // the first token, the refresh, and one new start
      expect(inspect(errors, { depth: null, showHidden: true })).not.toMatch(/hunter2|token-1|refresh-1/)
    }
  )

  test('a service that refuses every token is asked twice, and so is the token service', async () => {
    const service = tokens()
    const { send, sent } = testPipeline(
      Array(2).fill(() => new Response(null, { status: 401 })),
      { auth: authOf(service).auth }
    )
    expect([(await send(url, {})).status, sent.length, service.forms.length]).toEqual([401, 2, 2])
  })

  test('no token: an auth error with the reason, the whole chain without secrets', async () => {
    const service = tokenService(({ password = '' }) =>
      denied({ error: 'invalid_grant', error_description: `wrong password ${password}` })
    )
    const { send, sent } = testPipeline([], { auth: authOf(service, user).auth })
    const error = await rejection(send(url, {}))
    expect(error).toMatchObject({
      code: 'auth',
      message: `GET ${url} was not sent: getting credentials failed: POST ${tokenUrl} returned 400: invalid_grant: wrong password ***`,
      cause: { code: 'auth', status: 400, cause: { code: 'http-status', status: 400 } }
    })
    const chain = [error, error.cause, (error.cause as Error).cause]
    expect(inspect(chain, { depth: null, showHidden: true, getters: true })).not.toContain('hunter2')
    expect(sent).toEqual([])
  })

  test('an old token that the token service quotes is shown as little', async () => {
    const service = tokenService((_, turn) =>
      turn === 1
        ? { access_token: 'hunter2-access', refresh_token: 'hunter2-refresh', expires_in: 100 }
        : denied({ error: 'hunter2-access and hunter2-refresh have ended' })
    )
    const { auth, clock } = authOf(service)
    await auth(context)
    await clock.advance(100_000)
    const error = await rejection(Promise.resolve(auth(context)))
    expect(error.message).toBe(`POST ${tokenUrl} returned 400: *** and *** have ended`)
    expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
  })

  test('a client secret in the form is shown as little', async () => {
    const service = tokenService(({ client_secret }) => denied({ error: `invalid_client ${client_secret}` }))
    const error = await rejection(Promise.resolve(authOf(service, { ...client, clientAuth: 'post' }).auth(context)))
    expect(error.message).toMatch(/invalid_client \*\*\*$/)
    expect(inspect([error, error.cause], { depth: null, showHidden: true })).not.toContain('hunter2')
  })

  test('a parameter that is named like a secret is shown as little as one', async () => {
    const service = tokenService(() => denied({ error: 'no hunter2-assertion for https://audience.example' }))
    const parameters = { client_assertion: 'hunter2-assertion', audience: 'https://audience.example' }
    const error = await rejection(Promise.resolve(authOf(service, { ...client, parameters }).auth(context)))
    expect(error.message).toBe(`POST ${tokenUrl} returned 400: no *** for https://audience.example`)
  })

  test('the end of the call ends the wait, and the last one the request for a token', async () => {
    const service = tokenService(() => new Promise(() => {}))
    const { send, clock } = testPipeline([], { auth: authOf(service).auth, timeout: 1_000 })
    const failed = [rejection(send(url, {})), rejection(send(url, { call: { timeout: 2_000 } }))]
    await clock.advance(1_000)
    expect([(await failed[0])?.code, service.aborted()]).toEqual(['timeout', 0])
    await clock.advance(1_000)
    expect([(await failed[1])?.code, service.aborted()]).toEqual(['timeout', 1])
  })
})

describe('failures of the token service', () => {
  test.each([301, 302, 303, 307, 308])('%i elsewhere: the secret is not sent again', async (status) => {
    const headers = { Location: 'https://evil.example/t' }
    const service = tokenService(() => new Response(null, { status, headers }))
    const asked: string[] = []
    const fetch: typeof globalThis.fetch = (input, init) => {
      asked.push(String(input))
      return service.fetch(input, init)
    }
    const auth = oauth2({ ...client, clientAuth: 'post', fetch, clock: new VirtualClock(0) })
    expect((await rejection(Promise.resolve(auth(context)))).code).toBe('auth')
    expect(asked).toEqual([tokenUrl])
  })

  const redirect = (status: number, to?: string): Response =>
    new Response(null, { status, ...(to && { headers: { Location: to } }) })
  test.each<[string, unknown, number, string, string]>([
    ['an error in words', new Response('no such user', { status: 403 }), 403, 'http-status', '403: no such user'],
    ['a page', new Response('<title>Gateway</title>', { status: 400 }), 400, 'http-status', '400: Gateway'],
    ['an error without words', new Response(null, { status: 401 }), 401, 'http-status', '401'],
    ['an empty code', denied({ error: '', error_description: 'no user' }), 400, 'http-status', '400: no user'],
    ['JSON that is no object', new Response('null', { status: 400 }), 400, 'http-status', '400: null'],
    ['no token', {}, 200, 'malformed-body', '200, but without a token'],
    [
      'a page with status 200',
      new Response('<!doctype html><title>Log in</title>', { headers: { 'Content-Type': 'text/html' } }),
      ...([200, 'malformed-body', '200, but without a token'] as const)
    ],
    [
      'a redirect, which would carry the password on',
      redirect(307, 'https://evil.example/t?token=x'),
      ...([307, 'blocked-origin', 'a redirect to https://evil.example/t?token=***: correct the URL'] as const)
    ],
    [
      'a redirect without scheme and host',
      redirect(300, '/login'),
      ...([300, 'blocked-origin', 'a redirect to https://login.example/login: correct the URL'] as const)
    ],
    ['a redirect to no URL', redirect(302, 'https://['), 302, 'blocked-origin', 'a redirect: correct the URL'],
    ['a redirect to nowhere', redirect(302), 302, 'blocked-origin', 'a redirect: correct the URL'],
    ['a redirect that a browser hides', Response.error(), 0, 'blocked-origin', 'a redirect: correct the URL']
  ])('%s', async (_, answer, status, code, message) => {
    const service = tokenService(() => answer)
    const error = await rejection(Promise.resolve(authOf(service).auth(context)))
    const told = { status, message: `POST ${tokenUrl} returned ${message}` }
    expect(error).toMatchObject({ code: 'auth', ...told, cause: { code, ...told, method: 'POST', url: tokenUrl } })
    expect(service.forms).toHaveLength(1)
  })

  test('one that hangs ends at the bound', async () => {
    const service = tokenService(() => new Promise(() => {}))
    const { auth, clock } = authOf(service, { ...client, timeout: 5_000 })
    const failed = rejection(Promise.resolve(auth(context)))
    await clock.advance(5_000)
    expect(await failed).toMatchObject({ code: 'auth', cause: { code: 'timeout' } })
    expect(clock.pending).toBe(0)
  })

  test('one that never ends is cut', async () => {
    const endless = () => new Response('a'.repeat(2_000_000))
    const error = await rejection(Promise.resolve(authOf(tokenService(endless)).auth(context)))
    expect(error).toMatchObject({ code: 'auth', cause: { code: 'body-too-large' } })
  })
})

describe('options', () => {
  const https = 'an absolute https URL without user, password or fragment (http only for this machine)'
  test.each<[object, string]>([
    [
      { ...client, tokenUrl: 'http://login.example/token?x=1' },
      `tokenUrl must be ${https}, got http://login.example/token?x=1`
    ],
    [
      { ...client, tokenUrl: 'http://localhost.evil.example/' },
      `tokenUrl must be ${https}, got http://localhost.evil.example/`
    ],
    [{ ...client, tokenUrl: 'ftp://login.example/' }, `tokenUrl must be ${https}, got ftp://login.example/`],
    [{ ...client, tokenUrl: 'ftp://localhost/' }, `tokenUrl must be ${https}, got ftp://localhost/`],
    [{ ...client, tokenUrl: [tokenUrl] }, `tokenUrl must be ${https}`],
    [{ ...client, tokenUrl: 'https://me:hunter2@login.example' }, `tokenUrl must be ${https}`],
    [{ ...client, tokenUrl: '/token' }, `tokenUrl must be ${https}`],
    [{ ...client, grant: 'implicit' }, 'grant must be "password" or "client_credentials"'],
    [{ ...client, clientSecret: undefined }, 'clientSecret must be a non-empty string'],
    [{ ...client, clientId: undefined }, 'clientId must be a non-empty string'],
    [{ ...client, clientId: undefined, clientSecret: undefined }, 'clientId must be a non-empty string'],
    [{ ...user, userName: undefined }, 'userName must be a non-empty string'],
    [{ ...user, password: undefined }, 'password must be a non-empty string'],
    [{ ...user, password: '' }, 'password must be a non-empty string'],
    [{ ...user, clientSecret: 'of nobody' }, 'clientId must be a non-empty string'],
    [{ ...user, clientId: 5 }, 'clientId must be a non-empty string'],
    [{ ...client, clientAuth: 'jwt' }, 'clientAuth must be "basic" or "post"'],
    [{ ...client, scope: 5 }, 'scope must be a string or a list of strings'],
    [{ ...client, scope: ['x', 5] }, 'scope must be a string or a list of strings'],
    [{ ...client, parameters: { a: 'x', b: 1 } }, 'parameters must be an object of strings'],
    [{ ...client, timeout: 0 }, 'timeout must be a positive, finite number of milliseconds, got 0'],
    [{ ...client, leeway: -1 }, 'leeway must be a positive, finite number of milliseconds, got -1'],
    [[client], 'options must be an object with at least tokenUrl and grant']
  ])('%j are refused', async (options, message) => {
    const error = await thrown(() => oauth2(options as OAuth2Options))
    expect([error.code, error.message]).toEqual(['invalid-argument', message])
  })

  test.each(['http://localhost:9000/t', 'http://127.0.0.1/t', 'http://[::1]:1/t'])(
    '%s is safe to send to',
    (tokenUrl) => {
      expect(oauth2({ ...client, tokenUrl })).toBeTypeOf('function')
    }
  )
})

test('an auth shows nothing of what it was made from', () => {
  expect(inspect(oauth2(user), { depth: null, showHidden: true, getters: true })).not.toContain('hunter2')
})
