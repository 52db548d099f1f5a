import { createHash } from 'node:crypto'
import type { Token } from '../../auth/token.ts'
import { ClientError } from '../../errors/client-error.ts'
import { isToken } from '../../request/credentials/read-credentials.ts'
import { type Clock, systemClock } from '../../utils/clock.ts'
import { isRecord } from '../../validation/arguments.ts'
import { replaceFile } from '../config/write/atomic-write.ts'
import { withFileLock } from '../files/file-lock.ts'
import { FileProblem, readTextFile } from '../files/read-text-file.ts'
import { whoCanChange } from '../files/who-can-change.ts'

/** The issuer and client that a token belongs to. */
export interface TokenKey {
  readonly issuer: string
  readonly clientId: string
}

/** Stores tokens between runs of a program. */
export interface TokenStore {
  load(key: TokenKey): Promise<Token | undefined>
  save(key: TokenKey, token: Token): Promise<void>
  delete(key: TokenKey): Promise<void>
  /**
   * Runs `work` while no other program does so for this key. Logins are renewed inside, because many providers end a login
   * if its refresh token is used twice. Omit it if only one program uses the store.
   */
  exclusive?<T>(key: TokenKey, work: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

type Entry = TokenKey & Token

const maxBytes = 1024 * 1024

/**
 * Stores tokens in a JSON file that only its owner can read (0600, its folder 0700), one for each issuer and client. The
 * file is replaced atomically. Programs that write at the same time take turns with a lock file next to it. An invalid
 * entry is ignored, and removed with the next change.
 *
 * @throws ClientError `config` if the file is not a token store, was written by a newer version, or cannot be read or
 * written; if others can read it or own it; or if others may write to its folder.
 * @example fileTokenStore(join(homedir(), '.eozilla', 'tokens.json'))
 */
export function fileTokenStore(path: string): TokenStore {
  return createTokenStore(path, systemClock)
}

/** @param clock used while waiting for other programs */
export function createTokenStore(path: string, clock: Clock): Required<TokenStore> {
  let last: Promise<unknown> = Promise.resolve()
  /** One change at a time, because each reads what the previous one has written. */
  const change = (apply: (entries: readonly Entry[]) => readonly Entry[]): Promise<void> => {
    const apart = async (): Promise<void> => write(path, toText(apply(await read(path))))
    const next = last.catch(() => {}).then(() => locked(`${path}.lock`, new AbortController().signal, apart))
    last = next
    return next
  }

  async function locked<T>(lock: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    // Problems with the file are reported in the words of the store.
    await read(path)
    let begun = false
    const start = (): Promise<T> => {
      begun = true
      return work()
    }
    return withFileLock(lock, { clock, signal }, start).catch((error) => {
      throw begun || signal.aborted ? error : refusal(path, `cannot be locked: ${codeOf(error)}`)
    })
  }

  return {
    async load(key) {
      const entry = (await read(path)).find((entry) => isOf(entry, key))
      if (!entry) return undefined
      const { issuer: _, clientId: __, ...token } = entry
      return token
    },
    save: ({ issuer, clientId }, { accessToken, refreshToken, expiresAt, lifetime }) => {
      const entry: Entry = {
        issuer,
        clientId,
        accessToken,
        refreshToken,
        expiresAt: finite(expiresAt),
        lifetime: finite(lifetime)
      }
      return change((entries) => [...entries.filter((other) => !isOf(other, entry)), entry])
    },
    delete: (key) => change((entries) => entries.filter((entry) => !isOf(entry, key))),
    exclusive: ({ issuer, clientId }, work, signal = new AbortController().signal) => {
      const whose = createHash('sha256')
        .update(JSON.stringify([issuer, clientId]))
        .digest('hex')
        .slice(0, 16)
      return locked(`${path}.${whose}.lock`, signal, work)
    }
  }
}

/** JSON would turn infinity into `null`. */
function finite(time: number | undefined): number | undefined {
  return Number.isFinite(time) ? time : undefined
}

function isOf(entry: TokenKey, { issuer, clientId }: TokenKey): boolean {
  return entry.issuer === issuer && entry.clientId === clientId
}

async function read(path: string): Promise<readonly Entry[]> {
  const file = await readTextFile(path, { content: 'tokens', maxBytes }).catch((error: unknown) => {
    throw error instanceof FileProblem ? refusal(path, error.message) : error
  })
  const isReadable = file && process.platform !== 'win32' && file.stats.mode & 0o077
  if (isReadable) throw refusal(path, 'can be read by other users: run chmod 600 on it')
  const risk = await whoCanChange(path, file?.stats)
  if (risk) throw refusal(path, risk)
  if (!file) return []
  const entries = parse(file.text)
  if (!entries) throw refusal(path, 'is not a token store of version 1: move it away')
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
    return Array.isArray(tokens) ? tokens.filter(isEntry) : undefined
  } catch {
    return undefined // not shown, because it quotes tokens
  }
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false
  const isAbsentOr = (name: string, isGood: (value: unknown) => boolean): boolean =>
    value[name] === undefined || isGood(value[name])
  return (
    ['issuer', 'clientId'].every((name) => typeof value[name] === 'string') &&
    isToken(value.accessToken) &&
    isAbsentOr('refreshToken', (given) => typeof given === 'string' && /^[\x20-\x7e]+$/.test(given)) &&
    ['expiresAt', 'lifetime'].every((name) => isAbsentOr(name, Number.isFinite))
  )
}

function refusal(path: string, what: string): ClientError {
  return new ClientError({ code: 'config', message: `${path} ${what}` })
}

function toText(tokens: readonly Entry[]): string {
  return `${JSON.stringify({ version: 1, tokens }, undefined, 2)}\n`
}
