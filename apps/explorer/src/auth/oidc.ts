import { isLoopback } from '@geoclients/client-core'
import * as oauth from 'oauth4webapi'
import type { OidcTokens } from './oidc-tokens.ts'

/** The data that the page needs after the login. The verifier is useless without the code. */
interface Pending {
  readonly issuer: string
  readonly clientId: string
  readonly verifier: string
  readonly state: string
  readonly service: string
  readonly keeps: boolean
  /** Where the page was. */
  readonly href: string
}

const key = 'geoclients.login'

export interface LoginWish {
  readonly issuer: string
  readonly clientId: string
  readonly scope: string
  /** The service that the token is for, by its name in the store of sign-ins. */
  readonly service: string
  readonly keeps: boolean
}

/** Leaves for the login of a provider (OpenID Connect, authorization code with PKCE). */
export async function leaveForLogin({ issuer, clientId, scope, service, keeps }: LoginWish): Promise<void> {
  const server = await discover(issuer, undefined)
  if (!server.authorization_endpoint) throw new Error(`${issuer} offers no login.`)
  const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()]
  const address = new URL(server.authorization_endpoint)
  const query = {
    client_id: clientId,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    redirect_uri: returnAddress(),
    response_type: 'code',
    scope,
    state
  }
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  const pending: Pending = { issuer, clientId, verifier, state, service, keeps, href: location.href }
  sessionStorage.setItem(key, JSON.stringify(pending))
  location.assign(address)
}

export interface Returned {
  readonly service: string
  readonly keeps: boolean
  readonly tokens: OidcTokens
}

/** Whether the page has just come back from a login. */
export const comesFromLogin = (): boolean =>
  sessionStorage.getItem(key) !== null && /[?&](code|error)=/.test(location.search)

/** Removes the code from the URL, restores the previous location, and gets the token. */
export async function returnFromLogin(): Promise<Returned> {
  const pending = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Pending
  sessionStorage.removeItem(key)
  const answer = new URL(location.href)
  history.replaceState(null, '', pending.href)
  const server = await discover(pending.issuer, undefined)
  const client: oauth.Client = { client_id: pending.clientId }
  const parameters = oauth.validateAuthResponse(server, client, answer, pending.state)
  const options = insecure(pending.issuer)
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    returnAddress(),
    pending.verifier,
    options
  )
  const result = await oauth.processAuthorizationCodeResponse(server, client, response)
  return { service: pending.service, keeps: pending.keeps, tokens: asTokens(pending, result) }
}

/** Gets a new token for an expired one. */
export async function renew(
  tokens: OidcTokens,
  fetch: typeof globalThis.fetch,
  signal?: AbortSignal
): Promise<OidcTokens> {
  const server = await discover(tokens.issuer, signal)
  const client: oauth.Client = { client_id: tokens.clientId }
  const options = { ...insecure(tokens.issuer), [oauth.customFetch]: fetch, ...(signal && { signal }) }
  const { refreshToken = '' } = tokens
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, options)
  return { ...tokens, ...asTokens(tokens, await oauth.processRefreshTokenResponse(server, client, response)) }
}

async function discover(issuer: string, signal: AbortSignal | undefined): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer)
  const response = await oauth.discoveryRequest(url, { ...insecure(issuer), ...(signal && { signal }) })
  return oauth.processDiscoveryResponse(url, response)
}

/** Allows plain http only for a provider on this machine. */
const insecure = (issuer: string): { [oauth.allowInsecureRequests]: boolean } => ({
  [oauth.allowInsecureRequests]: isLoopback(new URL(issuer))
})

/** URL of this page without servers and view, because providers compare it with the registered URL. */
export const returnAddress = (): string => `${location.origin}${location.pathname}`

function asTokens(of: { issuer: string; clientId: string }, result: oauth.TokenEndpointResponse): OidcTokens {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: life } = result
  return {
    issuer: of.issuer,
    clientId: of.clientId,
    accessToken,
    ...(refreshToken !== undefined && { refreshToken }),
    ...(life !== undefined && { expires: Date.now() + life * 1000 })
  }
}
