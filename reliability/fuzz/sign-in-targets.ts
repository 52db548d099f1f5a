import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isClientError } from '@geoclients/ogc-client'
import { login, oauth2 } from '@geoclients/ogc-client/auth'
import { loadConfig, oidcLogin, type TokenStore } from '@geoclients/ogc-client/node'
import { answeredBy, message, type Target } from './target.ts'

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const token = { access_token: 'abc', token_type: 'Bearer', expires_in: 3600, refresh_token: 'r', scope: 'a b' }
const refusal = message({ error: 'invalid_grant', error_description: 'no' }, {}, 400)
const origin = 'https://fuzz.example'
const { signal } = new AbortController()

const signIn = (
  name: string,
  seeds: readonly string[],
  read: (fetch: typeof globalThis.fetch) => Promise<unknown>
): Target => ({
  ...{ name, seeds: [...seeds, refusal], read: answeredBy(read), isOurs: isClientError }
})

/** A provider's configuration. */
const discovery = {
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  jwks_uri: `${origin}/keys`,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256']
}
const noTokens: TokenStore = { load: async () => undefined, save: async () => {}, delete: async () => {} }

let files = 0

/** Responses of login services, and settings files. */
export const signInTargets: readonly Target[] = [
  signIn('OAuth answer', [message(token)], async (fetch) =>
    oauth2({ tokenUrl: `${origin}/token`, grant: 'client_credentials', clientId: 'c', clientSecret: 's', fetch })({
      origin,
      signal
    })
  ),
  signIn('login answer', [message(token), message('abc', { 'Content-Type': 'text/plain' })], async (fetch) =>
    login({ url: `${origin}/login`, userName: 'ann', password: 'p', fetch })({ origin, signal })
  ),
  signIn('OIDC answer', [message(discovery), message(token)], (fetch) =>
    oidcLogin({
      issuer: origin,
      clientId: 'c',
      fetch,
      loginTimeout: 20,
      timeout: 1_000,
      store: noTokens,
      onUrl: () => {}
    })
  ),
  {
    name: 'config file',
    seeds: [
      'api_url: https://example.com/ogc\nauth:\n  auth_type: basic\n  username: ann\n  password: "p w"\n',
      '{"api_url": "http://127.0.0.1:8008/", "auth": {"auth_type": "token", "access_token": "t"}}',
      'x: &a [1, 2]\napi_url: !!str https://e.example\ny: *a\n# comment\n...\n'
    ],
    async read(input) {
      files = (files + 1) % 100
      const path = join(folder, `config-${files}`)
      await writeFile(path, input)
      return loadConfig({ configPath: path, env: {}, onWarning: () => {} })
    },
    isOurs: isClientError
  }
]
