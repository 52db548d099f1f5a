import { type Auth, apiKey, basic, bearer } from '@geoclients/ogc-client'
import { login, oauth2 } from '@geoclients/ogc-client/auth'
import type { OidcTokens } from './oidc-tokens.ts'
import { oidcAuth } from './oidc-tokens.ts'

/** A way to sign in to a service. */
export type SignIn =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'key'; readonly key: string; readonly header: string }
  | { readonly kind: 'basic'; readonly userName: string; readonly password: string }
  | { readonly kind: 'form'; readonly url: string; readonly userName: string; readonly password: string }
  | { readonly kind: 'oauth2'; readonly url: string; readonly clientId: string; readonly clientSecret: string }
  | ({ readonly kind: 'oidc' } & OidcTokens)

export type SignInKind = SignIn['kind']

/**
 * The `auth` function of the client. `fetch` is used for token services.
 *
 * @throws ClientError `invalid-argument` for invalid input, such as a URL without https.
 */
export function authOf(signIn: SignIn, fetch: typeof globalThis.fetch): Auth {
  switch (signIn.kind) {
    case 'token':
      return bearer(signIn.token)
    case 'key':
      return apiKey({ key: signIn.key, ...(signIn.header && { header: signIn.header }) })
    case 'basic':
      return basic({ userName: signIn.userName, password: signIn.password })
    case 'form':
      return login({ url: signIn.url, userName: signIn.userName, password: signIn.password, fetch })
    case 'oauth2': {
      const { url: tokenUrl, clientId, clientSecret } = signIn
      return oauth2({ tokenUrl, grant: 'client_credentials', clientId, clientSecret, fetch })
    }
    default:
      return oidcAuth(signIn, fetch)
  }
}
