import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { baseUrl, mapping, text, tokenUrl, words } from '../config/fields.ts'
import type { ConfigFormat } from '../config/format.ts'

const secret = { secret: true }

/** A small format with everything that a format may have. */
export const format: ConfigFormat = {
  folder: '.app',
  prefix: 'APP_',
  fields: { api_url: baseUrl('baseUrl'), user_name: { ...text('userName'), readOnly: true } },
  auth: {
    none: {},
    token: { access_token: text('accessToken', secret), access_token_header: text('accessTokenHeader') },
    login: { login_url: tokenUrl('loginUrl', { required: true }), password: text('password', secret) },
    oidc: { scopes: words('scopes'), oauth_token: mapping('oauthToken', secret) }
  },
  old: {
    server_url: { path: 'api_url' },
    access_token: { as: 'accessToken', path: 'auth.access_token', with: { 'auth.auth_type': 'token' } }
  }
}

/** A home folder of its own for a test, gone when it ends. */
export async function configHome(content?: string | Uint8Array, mode = 0o600): Promise<{ home: string; path: string }> {
  const home = await mkdtemp(join(tmpdir(), 'geoclients-config-'))
  onTestFinished(() => rm(home, { recursive: true, force: true }))
  const path = join(home, format.folder, 'config')
  if (content !== undefined) {
    await mkdir(dirname(path))
    await writeFile(path, content, { mode })
  }
  return { home, path }
}
