import { readFile, stat } from 'node:fs/promises'
import type { Token } from '../../auth/token.ts'
import { ClientError, isClientError } from '../../errors/client-error.ts'
import { isRecord } from '../../validation/arguments.ts'
import { replaceFile } from '../config/write/atomic-write.ts'

/** Whose token it is. */
export interface TokenKey {
  readonly issuer: string
  readonly clientId: string
}

/** Where tokens outlive a program. */
export interface TokenStore {
  load(key: TokenKey): Promise<Token | undefined>
  save(key: TokenKey, token: Token): Promise<void>
  delete(key: TokenKey): Promise<void>
}

type Entry = TokenKey & Token

/**
 * Keeps tokens in a JSON file that only its owner can read (0600, its folder 0700), one for each issuer and client. It is
 * replaced as a whole, so that nobody ever reads half of it. Two programs that write at the very same moment may lose one
 * of the two tokens: that costs a login.
 *
 * @throws ClientError `config` where the file is no token store, was written by a newer version, others can read it, or it
 * cannot be read or written.
 * @example fileTokenStore(join(homedir(), '.eozilla', 'tokens.json'))
 */
export function fileTokenStore(path: string): TokenStore {
  let last: Promise<unknown> = Promise.resolve()
  /** One change at a time: each reads what the one before has written. */
  const change = (apply: (entries: readonly Entry[]) => readonly Entry[]): Promise<void> => {
    const next = last.catch(() => {}).then(async () => write(path, toText(apply(await read(path)))))
    last = next
    return next
  }
  return {
    async load(key) {
      const entry = (await read(path)).find((entry) => isOf(entry, key))
      if (!entry) return undefined
      const { issuer: _, clientId: __, ...token } = entry
      return token
    },
    save: ({ issuer, clientId }, { accessToken, refreshToken, expiresAt, lifetime }) => {
      const entry: Entry = { issuer, clientId, accessToken, refreshToken, expiresAt, lifetime }
      return change((entries) => [...entries.filter((other) => !isOf(other, entry)), entry])
    },
    delete: (key) => change((entries) => entries.filter((entry) => !isOf(entry, key)))
  }
}

function isOf(entry: TokenKey, { issuer, clientId }: TokenKey): boolean {
  return entry.issuer === issuer && entry.clientId === clientId
}

async function read(path: string): Promise<readonly Entry[]> {
  let text: string
  try {
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && mode & 0o077) throw refusal(path, 'can be read by others: chmod 600 it')
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw isClientError(error) ? error : refusal(path, `cannot be read: ${codeOf(error)}`)
  }
  const entries = parse(text)
  if (!entries) throw refusal(path, 'is no token store of version 1: move it away')
  return entries
}

async function write(path: string, text: string): Promise<void> {
  try {
    await replaceFile(path, text)
  } catch (error) {
    throw refusal(path, `cannot be written: ${codeOf(error)}`)
  }
}

function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown }).code
}

function parse(text: string): readonly Entry[] | undefined {
  try {
    const store: unknown = JSON.parse(text)
    if (!isRecord(store) || store.version !== 1) return undefined
    const tokens: unknown = store.tokens
    return Array.isArray(tokens) && tokens.every(isEntry) ? tokens : undefined
  } catch {
    return undefined // not shown: it quotes tokens
  }
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false
  const isA = (type: string, name: string): boolean => typeof value[name] === type
  const isAbsentOrA = (type: string, name: string): boolean => value[name] === undefined || isA(type, name)
  return (
    ['issuer', 'clientId', 'accessToken'].every((name) => isA('string', name)) &&
    isAbsentOrA('string', 'refreshToken') &&
    ['expiresAt', 'lifetime'].every((name) => isAbsentOrA('number', name))
  )
}

function refusal(path: string, what: string): ClientError {
  return new ClientError({ code: 'config', message: `${path} ${what}` })
}

function toText(tokens: readonly Entry[]): string {
  return `${JSON.stringify({ version: 1, tokens }, undefined, 2)}\n`
}
