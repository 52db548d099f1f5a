import { type Auth, apiKey, basic, bearer } from '@geoclients/client-core'
import { login, oauth2, type TokenOptions } from '@geoclients/client-core/auth'
import { type ConfigPlace, missingSetting, type OidcLoginOptions, oidcLogin } from '@geoclients/client-core/node'
import type { OgcClientOptions } from '../client/options.ts'
import { makeOgcError } from '../errors/ogc-error.ts'
import { type AuthSettings, type OgcConfig, ogcFormat } from './config.ts'

/** What a login needs in addition to the configuration. */
export interface LoginContext extends Pick<TokenOptions, 'fetch' | 'clock'>, Pick<OidcLoginOptions, 'onUrl' | 'store'> {
  /** Where the configuration was read from, for the error of a setting that is missing. */
  readonly place: ConfigPlace
}

/** The authentication options of `OgcClient` for a configuration with its secrets. */
export async function credentialsOf(
  { auth = { authType: 'none' }, userName }: OgcConfig,
  context: LoginContext
): Promise<Pick<OgcClientOptions, 'auth' | 'accessToken' | 'userName'>> {
  if (auth.authType === 'none') return { userName }
  if (auth.authType === 'token' && !auth.accessTokenHeader) {
    return { userName, accessToken: needed(auth, 'access_token', auth.accessToken, context) }
  }
  return { userName, auth: await authOf(auth, context) }
}

async function authOf(auth: Exclude<AuthSettings, { authType: 'none' }>, context: LoginContext): Promise<Auth> {
  const { fetch, clock } = context
  const need = (name: string, value: string | undefined): string => needed(auth, name, value, context)
  switch (auth.authType) {
    case 'basic': {
      const userName = need('username', auth.username)
      return basic({ userName, password: need('password', auth.password) })
    }
    case 'token':
      return apiKey({ key: need('access_token', auth.accessToken), header: auth.accessTokenHeader })
    case 'api-key':
      return apiKey({ key: need('api_key', auth.apiKey), header: auth.apiKeyHeader })
    case 'login': {
      const { loginUrl: url, accessToken: key, accessTokenHeader: header } = auth
      if (key && !(auth.username && auth.password)) return header ? apiKey({ key, header }) : bearer(key)
      const userName = need('username', auth.username)
      return login({ url, userName, password: need('password', auth.password), header, fetch, clock })
    }
    case 'oauth2':
      return oauth2Of(auth, context, need)
    case 'oidc': {
      const scope = ['openid', ...(auth.scopes ?? []).filter((name) => name !== 'openid')].join(' ')
      const { onUrl, store } = context
      return (await oidcLogin({ fetch, clock, onUrl, store, issuer: auth.issuerUrl, clientId: auth.clientId, scope }))
        .auth
    }
  }
}

/** OAuth 2 as in cuiman: the client identifies itself in the form, with or without a secret. */
function oauth2Of(
  auth: Extract<AuthSettings, { authType: 'oauth2' }>,
  { fetch, clock }: LoginContext,
  need: (name: string, value: string | undefined) => string
): Auth {
  const { tokenUrl, clientId, clientSecret, grantType = 'password' } = auth
  const common = { tokenUrl, clientId, clientAuth: 'post', fetch, clock } as const
  if (grantType === 'client_credentials') {
    return oauth2({ ...common, grant: grantType, clientSecret: need('client_secret', clientSecret) })
  }
  const userName = need('username', auth.username)
  return oauth2({
    ...common,
    grant: grantType,
    clientSecret,
    userName,
    password: need('password', auth.password)
  })
}

/** A required secret. cuiman keeps secrets in the system keyring, which this client does not read. */
function needed(
  { authType }: AuthSettings,
  name: string,
  value: string | undefined,
  { place }: Pick<LoginContext, 'place'>
): string {
  if (value) return value
  const why = `which auth_type ${authType} needs (the system keyring is not read)`
  const argument = `auth.${name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())}`
  throw missingSetting(ogcFormat, `auth.${name}`, { argument, why, place }, makeOgcError)
}
