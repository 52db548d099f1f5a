import { randomUUID } from 'node:crypto'
import type { Token } from '../../auth/token.ts'
import { tokenAuth } from '../../auth/token-auth.ts'
import { TokenKeeper } from '../../auth/token-cache.ts'
import type { TokenOptions } from '../../auth/token-request.ts'
import { ClientError, isClientError } from '../../errors/client-error.ts'
import type { Auth } from '../../request/credentials/read-credentials.ts'
import { linkSignals, raceAbort } from '../../utils/abort-signals.ts'
import { startTimer, systemClock } from '../../utils/clock.ts'
import { isRecord } from '../../validation/arguments.ts'
import { invalidOption } from '../../validation/invalid-option.ts'
import { check, duration } from '../../validation/rules.ts'
import { receiveRedirect } from './loopback-server.ts'
import { Issuer } from './provider.ts'
import type { TokenKey, TokenStore } from './token-store.ts'

/** What `oidcLogin` is told; durations are milliseconds. */
export interface OidcLoginOptions extends TokenOptions {
  /** The provider: https, or http on this machine. Its `/.well-known/openid-configuration` says the rest. */
  readonly issuer: string
  /** A public client; it must allow redirects to `http://127.0.0.1:<any port>/callback` (RFC 8252, 7.3). */
  readonly clientId: string
  readonly clientSecret?: string | undefined
  /** Default `openid`; with `offline_access` most providers give a refresh token. */
  readonly scope?: string | undefined
  /** Told where a person has to log in: print it, or open a browser. Without it only a stored login will do. */
  readonly onUrl?: ((url: string) => void | Promise<void>) | undefined
  /** Where the login outlives the program; see `fileTokenStore`. */
  readonly store?: TokenStore | undefined
  /** How long a person may take. Default 300 000, five minutes. */
  readonly loginTimeout?: number | undefined
  /** Ends the login. */
  readonly signal?: AbortSignal | undefined
}

/** A person who is logged in. */
export interface OidcSession {
  /** Authenticates requests with the session's token, and renews it as long as the provider lets it. */
  readonly auth: Auth
  /** Forgets the login, here and at the provider. Rejects where the provider cannot be told; it is forgotten here then. */
  logout(options?: { readonly signal?: AbortSignal | undefined }): Promise<void>
}

/**
 * Logs a person in by OpenID Connect for a program on the command line: authorization code with PKCE, state and nonce, the
 * browser coming back to a free port of this machine. Opens nothing by itself. A stored login that is good, or can be
 * renewed, is used without asking. Needs the package `oauth4webapi`.
 *
 * @throws ClientError `auth` where the provider refuses, `timeout`, `aborted`, `invalid-argument`.
 * @example
 * const { auth } = await oidcLogin({
 *   issuer: 'https://login.example.com/realms/geo',
 *   clientId: 'my-tool',
 *   scope: 'openid offline_access',
 *   onUrl: (url) => console.error(`Log in at ${url}`),
 *   store: fileTokenStore(join(homedir(), '.my-tool', 'tokens.json'))
 * })
 * const ogc = new OgcClient({ baseUrl: 'https://example.com/ogc', auth })
 */
export async function oidcLogin(options: OidcLoginOptions): Promise<OidcSession> {
  checkOptions(options)
  const { store, clock = systemClock, leeway = 30_000, signal } = options
  const key: TokenKey = { issuer: options.issuer, clientId: options.clientId }
  const bound = linkSignals(signal)
  const cancelTimer = startTimer(clock, options.loginTimeout ?? 300_000, () => bound.abort(tooLate(options)))
  try {
    const issuer = await Issuer.discover(options, bound.signal)
    const keep = async (token: Token): Promise<Token> => {
      await store?.save(key, token)
      return token
    }
    /** Programs that need a new token at the same time take turns: the second finds what the first has stored. */
    const renew = (previous: Token | undefined, ending: AbortSignal): Promise<Token> => {
      const work = () => renewAlone(previous, ending)
      return store?.exclusive ? store.exclusive(key, work, ending) : work()
    }
    const renewAlone = async (previous: Token | undefined, ending: AbortSignal): Promise<Token> => {
      // Another program may have renewed it: its refresh token is the one that is still good.
      const stored = await store?.load(key)
      const isOther = stored && stored.accessToken !== previous?.accessToken
      if (isOther && clock.now() < (stored.expiresAt ?? Number.POSITIVE_INFINITY)) return stored
      const refreshToken = (stored ?? previous)?.refreshToken
      if (!refreshToken) throw ended(undefined)
      return keep(
        await issuer.refresh(refreshToken, ending).catch((error) => {
          throw isClientError(error) && error.status && error.status < 500 ? ended(error) : error
        })
      )
    }
    const resume = async (): Promise<TokenKeeper | undefined> => {
      const stored = await store?.load(key)
      if (!stored) return undefined
      const keeper = new TokenKeeper({ clock, leeway, renew }, stored)
      return keeper.get(bound.signal).then(
        () => keeper,
        (error) => {
          if (isClientError(error) && error.code === 'auth' && error.status === 401) return undefined
          throw error
        }
      )
    }
    const logIn = async (): Promise<TokenKeeper> =>
      new TokenKeeper({ clock, leeway, renew }, await keep(await askPerson(issuer, options, bound.signal)))

    const keeper = (await resume()) ?? (await logIn())
    return { auth: tokenAuth(keeper), logout: (given) => logout(issuer, keeper, { store, key }, given?.signal) }
  } catch (error) {
    if (signal?.aborted && !isClientError(error)) throw aborted(signal.reason)
    throw error
  } finally {
    cancelTimer()
    bound.unlink()
  }
}

async function askPerson(issuer: Issuer, options: OidcLoginOptions, signal: AbortSignal): Promise<Token> {
  const { onUrl, scope = 'openid' } = options
  if (!onUrl)
    throw new ClientError({
      code: 'auth',
      message: 'no login is stored, and the user cannot be asked to log in without onUrl'
    })
  const state = randomUUID()
  const receiver = await receiveRedirect(state)
  try {
    const login = await issuer.begin(state, receiver.redirectUri, scope)
    await raceAbort(Promise.resolve(onUrl(login.url.href)), signal)
    const callback = await raceAbort(receiver.received, signal)
    return await issuer.exchange(callback, receiver.redirectUri, login, signal)
  } finally {
    receiver.close()
  }
}

function logout(
  issuer: Issuer,
  keeper: TokenKeeper,
  { store, key }: { readonly store: TokenStore | undefined; readonly key: TokenKey },
  signal: AbortSignal = new AbortController().signal
): Promise<void> {
  return keeper.forget(async (token) => {
    await store?.delete(key)
    for (const secret of [token?.refreshToken, token?.accessToken]) if (secret) await issuer.revoke(secret, signal)
  })
}

/** The provider does not know the session any more: nothing but another login helps. */
function ended(cause: ClientError | undefined): ClientError {
  const why = cause ? `: ${cause.message}` : ''
  return new ClientError({ code: 'auth', status: 401, message: `the login has ended, log in again${why}`, cause })
}

function tooLate({ loginTimeout = 300_000 }: OidcLoginOptions): ClientError {
  return new ClientError({ code: 'timeout', message: `nobody logged in within ${loginTimeout} ms` })
}

function aborted(cause: unknown): ClientError {
  return new ClientError({ code: 'aborted', message: 'the login was aborted', cause })
}

function checkOptions(options: OidcLoginOptions): void {
  if (!isRecord(options)) throw invalidOption('options', 'an object with at least issuer and clientId')
  const { clientId, clientSecret, scope, onUrl }: Readonly<Record<string, unknown>> = options
  if (typeof clientId !== 'string' || clientId === '') throw invalidOption('clientId', 'a non-empty string')
  if (clientSecret !== undefined && (typeof clientSecret !== 'string' || clientSecret === '')) {
    throw invalidOption('clientSecret', 'a non-empty string')
  }
  if (scope !== undefined && !(typeof scope === 'string' && scope.split(' ').includes('openid'))) {
    throw invalidOption('scope', 'names separated by spaces, "openid" among them')
  }
  if (onUrl !== undefined && typeof onUrl !== 'function') throw invalidOption('onUrl', 'a function that takes a URL')
  for (const name of ['timeout', 'leeway', 'loginTimeout'] as const) {
    check(name, options[name], duration, (init) => new ClientError(init))
  }
}
