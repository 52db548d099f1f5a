import {
  type AuthSettings,
  createOgcClient,
  defaultTokenStore,
  loadConfig,
  type OgcConfig,
  oidcLogin,
  saveConfig
} from '@geoclients/ogc-client/node'
import { readBytes } from '../../program/read-bytes.ts'
import { fileOf, type ServiceOptions } from '../../program/service-options.ts'
import { UsageError } from '../../program/usage-error.ts'
import { Questions } from '../../terminal/ask.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { openOgc } from '../open.ts'
import { authQuestions } from './auth-questions.ts'

export interface LoginOptions extends ServiceOptions {
  readonly username?: string
  /** A file with the password, the token or the key; `-` is the pipe. */
  readonly secretFile?: string
}

/** Logs in with the browser, or with secrets that are tried and saved in the configuration file if they work. */
export async function login(terminal: Terminal, options: LoginOptions): Promise<void> {
  const place = fileOf(terminal, options)
  const config = await loadConfig(place)
  const { auth = { authType: 'none' } } = config
  if (auth.authType === 'none') {
    throw new UsageError('no way to log in is configured', { next: 'To choose one: geoclients ogc configure' })
  }
  if (auth.authType === 'oidc') {
    using ogc = await openOgc(terminal, options)
    await ogc.getConformance({ signal: terminal.signal })
    return terminal.say('You are logged in.')
  }
  const complete: OgcConfig = { ...config, auth: { ...auth, ...(await secretsOf(terminal, auth, options)) } }
  using ogc = await createOgcClient({ config: complete, timeout: options.timeout })
  // Not the landing page, because most servers allow it without a login.
  await ogc.getProcesses({ limit: 1 }, { signal: terminal.signal })
  const path = await saveConfig(complete, { ...place, secrets: true })
  terminal.say(`You are logged in. The secret is saved in ${path}, which only you can read.`)
}

/** Removes the secrets from the file, or the stored browser login. */
export async function logout(terminal: Terminal, options: ServiceOptions): Promise<void> {
  const place = fileOf(terminal, options)
  const config = await loadConfig(place)
  if (config.auth?.authType === 'oidc') {
    const { issuerUrl: issuer, clientId } = config.auth
    const store = defaultTokenStore(terminal.env)
    if (await store.load({ issuer, clientId })) {
      const session = await oidcLogin({ issuer, clientId, store, signal: terminal.signal })
      await session.logout({ signal: terminal.signal })
    }
  } else await saveConfig(config, place)
  terminal.say('You are logged out.')
}

async function secretsOf(
  terminal: Terminal,
  auth: AuthSettings,
  { username, secretFile }: LoginOptions
): Promise<Readonly<Record<string, string>>> {
  const questions = new Questions(terminal)
  const secrets: Record<string, string> = {}
  const instead = 'Pass --secret-file FILE (- is standard input), and --username if one is needed.'
  for (const { name, label } of authQuestions[auth.authType].secrets) {
    if (name === 'username') secrets[name] = username ?? (await questions.text(label, { instead }))
    else if (secretFile !== undefined) secrets[name] = await secretIn(terminal, secretFile)
    else secrets[name] = await questions.secret(label, instead)
  }
  return secrets
}

async function secretIn(terminal: Terminal, place: string): Promise<string> {
  const secret = new TextDecoder().decode(await readBytes(terminal, place)).replace(/\r?\n$/, '')
  if (secret === '') throw new UsageError(`${place} is empty, expected a secret`)
  return secret
}
