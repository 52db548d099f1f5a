import { randomUUID } from 'node:crypto'
import type { Token } from '../../auth/token.ts'
import { tokenAuth } from '../../auth/token-auth.ts'
import { TokenKeeper } from '../../auth/token-keeper.ts'
import type { TokenOptions } from '../../auth/token-request.ts'
import { ClientError, isClientError } from '../../errors/client-error.ts'
import type { Auth } from '../../request/credentials/read-credentials.ts'
import { linkSignals, raceAbort } from '../../utils/abort-signals.ts'
import { startTimer, systemClock } from '../../utils/clock.ts'
import { isRecord } from '../../validation/arguments.ts'
import { invalidOption } from '../../validation/invalid-option.ts'
import { check, duration } from '../../validation/rules.ts'
import { Issuer } from './issuer.ts'
import { receiveRedirect } from './loopback-server.ts'
import type { TokenKey, TokenStore } from './token-store.ts'

/** Options of `oidcLogin`. Durations are milliseconds. */
export interface OidcLoginOptions extends TokenOptions {
  /** URL of the provider: https, or http on this machine. It must serve `/.well-known/openid-configuration`. */
  readonly issuer: string
  /** Id of a public client that allows redirects to `http://127.0.0.1:<any port>/callback` (RFC 8252, 7.3). */
  readonly clientId: string
  readonly clientSecret?: string | undefined
  /** The scopes. Default `openid`. With `offline_access`, most providers return a refresh token. */
  readonly scope?: string | undefined
  /** Receives the URL where the person logs in: print it, or open a browser. Without it, only a stored login works. */
  readonly onUrl?: ((url: string) => void | Promise<void>) | undefined
  /** Keeps the login for the next run of the program; see `fileTokenStore`. */
  readonly store?: TokenStore | undefined
  /** How long the person may take. Default 300 000 (5 minutes). */
  readonly loginTimeout?: number | undefined
  /** Aborts the login. */
  readonly signal?: AbortSignal | undefined
}

/** The login of a person. */
export interface OidcSession {
  /** Authenticates requests with the session's token, and renews the token while the provider allows it. */
  readonly auth: Auth
  /** Deletes the login here and at the provider. Rejects if the provider cannot be reached; the login is deleted here anyway. */
  logout(options?: { readonly signal?: AbortSignal | undefined }): Promise<void>
}

/**
 * Logs a person in with OpenID Connect from a command-line program: authorization code flow with PKCE, state and nonce. The
 * provider redirects the browser to a free port of this machine. The function does not open a browser. If a stored login is
 * valid or can be renewed, it is used without asking. Needs the package `oauth4webapi`.
 *
 * @throws ClientError `auth` if the provider refuses; `timeout`, `aborted`, `invalid-argument`.
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
    /** Programs that need a new token at the same time take turns: the second one uses what the first one stored. */
    const renew = (previous: Token | undefined, ending: AbortSignal): Promise<Token> => {
      const work = () => renewAlone(previous, ending)
      return store?.exclusive ? store.exclusive(key, work, ending) : work()
    }
    const renewAlone = async (previous: Token | undefined, ending: AbortSignal): Promise<Token> => {
      // If another program has renewed the login, only its refresh token is still valid.
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
      message: 'no login is stored: pass onUrl, so that the user can log in'
    })
  const state = randomUUID()
  const receiver = await receiveRedirect(state)
  try {
    const login = await issuer.begin(state, receiver.redirectUri, scope, signal)
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

/** The error if the provider has ended the session: the person must log in again. */
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
