import { isToken } from '../request/credentials/read-credentials.ts'
import { parseText } from '../response/json-text.ts'
import { isRecord } from '../validation/arguments.ts'

/** A token as it is kept; times are milliseconds. */
export interface Token {
  readonly accessToken: string
  readonly refreshToken?: string | undefined
  /** When it ends, on the clock of who asked for it. */
  readonly expiresAt?: number | undefined
  /** How long it was good for when it was given. */
  readonly lifetime?: number | undefined
}

/** Where services put a token, OAuth 2's own name first. */
const tokenNames = ['access_token', 'accessToken', 'token', 'authToken', 'auth_token', 'apiToken', 'api_token']
const maxDepth = 4
const maxObjects = 1_000

/**
 * The token in a service's answer: a member of one of the names above, in the answer or in an object within it, the
 * outermost first, and of those at one depth by the order of the names; or the whole answer, as JSON or plain text with
 * a digit in it. What else is known of it stands beside it.
 */
export function findToken(text: string, now: number): Token | undefined {
  const body = parse(text)
  if (isToken(body) && isNoWord(body)) return { accessToken: body }
  let level = [body]
  let visited = 0
  for (let depth = 0; depth < maxDepth && visited < maxObjects; depth++) {
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

/** Services say `Forbidden` and `undefined` with status 200, too; a token has a digit, a page begins with `<`. */
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

/** Ten years in seconds. A longer life makes no difference, and its end may be a number that JSON cannot hold. */
const maxSeconds = 10 * 365 * 24 * 60 * 60

/** The life of a token in milliseconds, from its seconds as a number or a text; undefined if they are neither. */
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
