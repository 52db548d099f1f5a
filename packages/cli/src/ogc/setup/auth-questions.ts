import type { AuthSettings } from '@geoclients/ogc-client/node'

export type AuthType = AuthSettings['authType']

type OptionName = 'username' | 'loginUrl' | 'tokenUrl' | 'issuerUrl' | 'clientId' | 'header'

interface AuthQuestions {
  readonly label: string
  /** The settings that are not secret, with their options. */
  readonly settings: readonly {
    readonly name: string
    readonly option: OptionName
    readonly label: string
    readonly optional?: true
  }[]
  /** Asked for by `login`, without echo. */
  readonly secrets: readonly { readonly name: string; readonly label: string }[]
  readonly of: (answers: Readonly<Record<string, string>>) => AuthSettings
}

const username = { name: 'username', option: 'username', label: 'User name' } as const
const password = { name: 'password', label: 'Password' }

/** The settings and secrets of each way to log in. */
export const authQuestions: Readonly<Record<AuthType, AuthQuestions>> = {
  none: { label: 'without a login', settings: [], secrets: [], of: () => ({ authType: 'none' }) },
  basic: {
    label: 'user name and password (basic)',
    settings: [],
    secrets: [{ name: 'username', label: 'User name' }, password],
    of: (answers) => ({ authType: 'basic', ...answers })
  },
  token: {
    label: 'a token',
    settings: [{ name: 'accessTokenHeader', option: 'header', label: 'Header of the token', optional: true }],
    secrets: [{ name: 'accessToken', label: 'Token' }],
    of: (answers) => ({ authType: 'token', ...answers })
  },
  'api-key': {
    label: 'an API key',
    settings: [{ name: 'apiKeyHeader', option: 'header', label: 'Header of the key', optional: true }],
    secrets: [{ name: 'apiKey', label: 'API key' }],
    of: (answers) => ({ authType: 'api-key', ...answers })
  },
  login: {
    label: 'a login form that returns a token',
    settings: [{ name: 'loginUrl', option: 'loginUrl', label: 'Address of the login form' }],
    secrets: [username, password],
    of: ({ loginUrl = '', ...answers }) => ({ authType: 'login', loginUrl, ...answers })
  },
  oauth2: {
    label: 'OAuth 2 with a password',
    settings: [
      { name: 'tokenUrl', option: 'tokenUrl', label: 'Address of the token endpoint' },
      { name: 'clientId', option: 'clientId', label: 'Client id' }
    ],
    secrets: [username, password],
    of: ({ tokenUrl = '', clientId = '', ...answers }) => ({ authType: 'oauth2', tokenUrl, clientId, ...answers })
  },
  oidc: {
    label: 'a login in the browser (OpenID Connect)',
    settings: [
      { name: 'issuerUrl', option: 'issuerUrl', label: 'Address of the provider' },
      { name: 'clientId', option: 'clientId', label: 'Client id' }
    ],
    secrets: [],
    of: ({ issuerUrl = '', clientId = '' }) => ({ authType: 'oidc', issuerUrl, clientId })
  }
}
