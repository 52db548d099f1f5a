import { isToken } from '../request/credentials/read-credentials.ts'
import { parseText } from '../response/json-text.ts'
import { isRecord } from '../validation/arguments.ts'

/** A stored token. Times are milliseconds. */
export interface Token {
  readonly accessToken: string
  readonly refreshToken?: string | undefined
  /** When it expires, on the client's clock. */
  readonly expiresAt?: number | undefined
  /** Its total lifetime. */
  readonly lifetime?: number | undefined
}

/** Member names under which services send a token, OAuth 2's own first. */
const tokenNames = ['access_token', 'accessToken', 'token', 'authToken', 'auth_token', 'apiToken', 'api_token']
const maxDepth = 4
const maxObjects = 1_000

/**
 * The token in a response: a member with one of the names above, at any depth, or the whole body, as JSON or plain text
 * that contains a digit. The outermost member wins; at the same depth, the order of the names decides. Other members are
 * read from the object that contains the token.
 */
export function findToken(text: string, now: number): Token | undefined {
  const body = parse(text)
  if (isToken(body) && isNoWord(body)) return { accessToken: body }
  let level = [body]
  let visited = 0
  for (let depth = 0; depth < maxDepth; depth++) {
    const objects = level.filter(isRecord).slice(0, maxObjects - visited)
    visited += objects.length
    for (const name of tokenNames) {
      const found = objects.find((object) => Object.hasOwn(object, name) && isToken(object[name]))
      if (found) return readToken(found, name, now)
    }
    level = objects.flatMap((object) => Object.values(object))
  }
  return undefined
}

/** Services also send `Forbidden` or `undefined` with status 200. A token has a digit, and a page begins with `<`. */
function isNoWord(text: string): boolean {
  return /\d/.test(text) && !text.startsWith('<')
}

function parse(text: string): unknown {
  try {
    return parseText(text)
  } catch {
    return text.trim()
  }
}

/** Ten years in seconds. A longer lifetime makes no difference, and could overflow what JSON can represent. */
const maxSeconds = 10 * 365 * 24 * 60 * 60

/** The lifetime of a token in milliseconds, from seconds as a number or a string; otherwise undefined. */
export function readLifetime(given: unknown): number | undefined {
  const seconds = typeof given === 'number' || typeof given === 'string' ? Number(given) : Number.NaN
  return seconds > 0 && Number.isFinite(seconds) ? Math.min(seconds, maxSeconds) * 1_000 : undefined
}

function readToken(object: Readonly<Record<string, unknown>>, name: string, now: number): Token {
  const refreshToken = object.refresh_token ?? object.refreshToken
  const lifetime = readLifetime(object.expires_in ?? object.expiresIn)
  return {
    accessToken: object[name] as string,
    ...(isToken(refreshToken) && { refreshToken }),
    ...(lifetime !== undefined && { lifetime, expiresAt: now + lifetime })
  }
}
