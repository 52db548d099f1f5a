import type { AuthorizationServer, Client, ClientAuth, TokenEndpointResponse } from 'oauth4webapi'
import { readLifetime, type Token } from '../../auth/token.ts'
import { checkTokenUrl, type TokenOptions, tokenPipeline } from '../../auth/token-request.ts'
import { ClientError, isClientError } from '../../errors/client-error.ts'
import { Secrets } from '../../redaction/secret-registry.ts'
import { isToken } from '../../request/credentials/read-credentials.ts'
import { systemClock } from '../../utils/clock.ts'
import { isLoopback } from '../../utils/loopback.ts'
import { redactUrl } from '../../utils/redact-url.ts'
import { invalidOption } from '../../validation/invalid-option.ts'

type Library = typeof import('oauth4webapi')

export interface IssuerOptions extends TokenOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string | undefined
}

/** What the exchange of the code needs from the start of the login. */
export interface PendingLogin {
  readonly url: URL
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** An OpenID provider, for one client. Its failures are `auth` errors that show no secret. */
export class Issuer {
  readonly #library: Library
  readonly #options: IssuerOptions
  readonly #server: AuthorizationServer
  readonly #client: Client
  readonly #secrets: Secrets

  private constructor(library: Library, options: IssuerOptions, server: AuthorizationServer, secrets: Secrets) {
    this.#library = library
    this.#options = options
    this.#server = server
    this.#client = { client_id: options.clientId }
    this.#secrets = secrets
  }

  /** Reads the provider's configuration (OpenID Connect Discovery 1.0, 4). */
  static async discover(options: IssuerOptions, signal: AbortSignal): Promise<Issuer> {
    const url = checkTokenUrl('issuer', options.issuer)
    const library = await loadLibrary()
    const secrets = new Secrets()
    if (options.clientSecret) secrets.add(options.clientSecret)
    return explain(`logging in at ${url.href}`, secrets, signal, async () => {
      const request = requestOptions(library, options, secrets, signal)
      const response = await library.discoveryRequest(url, request)
      const server = await library.processDiscoveryResponse(new URL(options.issuer), response)
      return new Issuer(library, options, server, secrets)
    })
  }

  /** Makes the login URL: code flow with PKCE, state and nonce (RFC 7636, OpenID Connect Core 1.0, 3.1). */
  async begin(state: string, redirectUri: string, scope: string, signal: AbortSignal): Promise<PendingLogin> {
    const { authorization_endpoint } = this.#server
    if (!authorization_endpoint) throw this.#failure('the provider has no authorization endpoint')
    const verifier = this.#library.generateRandomCodeVerifier()
    const nonce = this.#library.generateRandomNonce()
    const url = await explain('the login', this.#secrets, signal, async () =>
      checkAddress('the authorization endpoint of the provider', authorization_endpoint, this.#options)
    )
    const query = {
      client_id: this.#options.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope,
      state,
      nonce,
      code_challenge: await this.#library.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      // Without consent, providers return no refresh token (OpenID Connect Core 1.0, 11).
      ...(scope.split(' ').includes('offline_access') && { prompt: 'consent' })
    }
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return { url, state, nonce, verifier }
  }

  /** Exchanges the code in the redirect for tokens. */
  exchange(callback: URL, redirectUri: string, login: PendingLogin, signal: AbortSignal): Promise<Token> {
    const library = this.#library
    return explain('the login', this.#secrets, signal, async () => {
      const parameters = library.validateAuthResponse(this.#server, this.#client, callback, login.state)
      for (const secret of [parameters.get('code'), login.verifier]) if (secret) this.#secrets.add(secret)
      const response = await library.authorizationCodeGrantRequest(
        ...([this.#server, this.#client, this.#clientAuth(), parameters, redirectUri, login.verifier] as const),
        this.#request(signal)
      )
      const expected = { expectedNonce: login.nonce, requireIdToken: true }
      return this.#read(await library.processAuthorizationCodeResponse(this.#server, this.#client, response, expected))
    })
  }

  refresh(refreshToken: string, signal: AbortSignal): Promise<Token> {
    this.#secrets.add(refreshToken)
    const [server, client] = [this.#server, this.#client]
    return explain('renewing the login', this.#secrets, signal, async () => {
      const request = this.#request(signal)
      const response = await this.#library.refreshTokenGrantRequest(
        server,
        client,
        this.#clientAuth(),
        refreshToken,
        request
      )
      const token = this.#read(await this.#library.processRefreshTokenResponse(server, client, response))
      return { refreshToken, ...token }
    })
  }

  /** Revokes a token, if the provider supports it (RFC 7009). */
  async revoke(token: string, signal: AbortSignal): Promise<void> {
    if (!this.#server.revocation_endpoint) return
    this.#secrets.add(token)
    const [server, client] = [this.#server, this.#client]
    await explain('logging out', this.#secrets, signal, async () => {
      const request = this.#request(signal)
      const response = await this.#library.revocationRequest(server, client, this.#clientAuth(), token, request)
      await this.#library.processRevocationResponse(response)
    })
  }

  #clientAuth(): ClientAuth {
    const { clientSecret } = this.#options
    if (clientSecret === undefined) return this.#library.None()
    const methods = this.#server.token_endpoint_auth_methods_supported
    const byForm = methods && !methods.includes('client_secret_basic') && methods.includes('client_secret_post')
    return byForm ? this.#library.ClientSecretPost(clientSecret) : this.#library.ClientSecretBasic(clientSecret)
  }

  #read({ access_token, refresh_token, expires_in }: TokenEndpointResponse): Token {
    for (const secret of [access_token, refresh_token]) if (secret) this.#secrets.add(secret)
    // A token with a line break must not get into a header or a file (RFC 6749, A.12 and A.17).
    if (!isToken(access_token)) throw this.#failure('the access token must be visible ASCII characters without spaces')
    if (refresh_token !== undefined && !/^[\x20-\x7e]+$/.test(refresh_token)) {
      throw this.#failure('the refresh token must be visible ASCII characters')
    }
    const lifetime = readLifetime(expires_in)
    const { clock = systemClock } = this.#options
    return {
      accessToken: access_token,
      ...(refresh_token && { refreshToken: refresh_token }),
      ...(lifetime && { lifetime, expiresAt: clock.now() + lifetime })
    }
  }

  #request(signal: AbortSignal): RequestOptions {
    return requestOptions(this.#library, this.#options, this.#secrets, signal)
  }

  #failure(message: string): ClientError {
    return new ClientError({ code: 'auth', message })
  }
}

interface RequestOptions {
  readonly signal: AbortSignal
  readonly [key: symbol]: unknown
}

/** Sends the library's requests through our pipeline, with its limits. Plain http is allowed only if the provider is on this machine. */
function requestOptions(
  library: Library,
  options: IssuerOptions,
  secrets: Secrets,
  signal: AbortSignal
): RequestOptions {
  const send = tokenPipeline(new URL(options.issuer), secrets, options)
  return {
    signal,
    [library.allowInsecureRequests]: isLoopback(new URL(options.issuer)),
    [library.customFetch]: (url: string, init: RequestInit) => {
      checkAddress('an address of the provider', url, options)
      // A repeated request would fail if the first one has used up a code or a refresh token.
      return send(url, init, init.method === 'GET')
    }
  }
}

/** A remote provider must not name an address on this machine, because codes and secrets would be posted to it. */
function checkAddress(name: string, address: string, { issuer }: IssuerOptions): URL {
  const url = checkTokenUrl(name, address)
  if (isLoopback(url) && !isLoopback(new URL(issuer))) {
    throw invalidOption(name, `an address that is not this machine, got ${redactUrl(url.href)}`)
  }
  return url
}

async function loadLibrary(): Promise<Library> {
  try {
    return await import('oauth4webapi')
  } catch (cause) {
    const message = 'OpenID Connect needs one more package: npm install oauth4webapi'
    throw new ClientError({ code: 'config', message, cause })
  }
}

/** Runs a step. A failure becomes an `auth` error with the provider's reason. */
async function explain<T>(what: string, secrets: Secrets, signal: AbortSignal, step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (signal.aborted) throw signal.reason
    const make = secrets.guard((init) => new ClientError(init))
    const status = statusOf(error)
    const cause = isClientError(error) ? error : new Error(secrets.redact(reasonOf(error)))
    throw make({ code: 'auth', message: `${what} failed: ${reasonOf(error)}`, cause, status })
  }
}

/** The library's message, followed by the provider's. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { error: code, error_description: words } = error as { error?: unknown; error_description?: unknown }
  const said = [code, words].filter((part) => typeof part === 'string' && part !== '')
  return said.length > 0 ? said.join(': ') : error.message
}

function statusOf(error: unknown): number | undefined {
  const { status } = error as { status?: unknown }
  return typeof status === 'number' ? status : undefined
}
