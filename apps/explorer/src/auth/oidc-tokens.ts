import { SharedCall } from '@geoclients/client-core'
import type { Auth } from '@geoclients/ogc-client'

/** The tokens after a login. */
export interface OidcTokens {
  readonly issuer: string
  readonly clientId: string
  readonly accessToken: string
  readonly refreshToken?: string | undefined
  /** Milliseconds since 1970; undefined if the provider does not tell. */
  readonly expires?: number | undefined
}

/** A token that expires within this time, in milliseconds, is renewed before it is used. */
const leeway = 30_000

/** Sends the access token, and renews it if there is a refresh token. Calls at the same time share a renewal. */
export function oidcAuth(given: OidcTokens, fetch: typeof globalThis.fetch): Auth {
  let tokens = given
  let renewal: SharedCall<void> | undefined
  const renewed = async (signal: AbortSignal): Promise<void> => {
    const { renew } = await import('./oidc.ts')
    tokens = await renew(tokens, fetch, signal)
  }
  return async ({ refused, signal }) => {
    const isRefused = refused?.authorization === `Bearer ${tokens.accessToken}`
    const isOver = tokens.expires !== undefined && tokens.expires - leeway < Date.now()
    if ((isOver || isRefused) && tokens.refreshToken !== undefined) {
      if (!renewal?.isUnderWay) renewal = new SharedCall(renewed)
      await renewal.join(signal)
    }
    return tokens.accessToken
  }
}
