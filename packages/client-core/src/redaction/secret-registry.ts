import type { ClientErrorInit, ErrorFactory } from '../errors/client-error.ts'
import type { HeaderMap } from '../types/call.ts'
import { isSecretName, longestQuery } from '../utils/redact-url.ts'
import { clip } from './clip.ts'
import { safeCause } from './sanitize-cause.ts'
import { patternOf } from './spellings.ts'

/** How many secrets a client keeps in mind: tokens are renewed, the oldest are worth nothing any more. */
const maxKnown = 128
/** Shorter ones are no secrets, and hiding them would make every text unreadable. */
const minLength = 4
/** How many characters may stand for one: `%25252F` and the like. */
const longestSpelling = 16
/** Messages quote some hundred characters, a few times. */
const longestStump = 400
const mostCuts = 8
/** How many characters of a text are looked at and shown: a server's words may be as long as its body. */
const maxText = 64 * 1024

/**
 * What one client has sent of late to say who it is. Servers, gateways and platforms quote it: no error of this client
 * may show it, and no URL may carry it to another origin.
 */
export class Secrets {
  /** By what was noted, the newest last: how the texts are found that are secret of it. */
  readonly #known = new Map<string, readonly Found[]>()
  isEmpty = true
  /** The longest first: one may be a part of another. */
  #all: readonly Found[] = []

  /** Notes a secret as it is. */
  add(secret: string): void {
    this.#note(secret, () => [secret])
  }

  /** Notes what a header says: the token after its scheme, its value, the password of `Basic`. */
  addHeader(value: string): void {
    this.#note(value, () => {
      const [, scheme = '', token] = /^(\S+) (\S+)$/.exec(value) ?? []
      if (!token) return [value]
      const isBasic = scheme.toLowerCase() === 'basic'
      return [token, value, ...(isBasic ? [token.replace(/={1,2}$/, ''), passwordOf(token)] : [])]
    })
  }

  /** Notes those headers whose name suggests a secret. */
  addNamed(headers: HeaderMap): void {
    for (const name in headers) if (isSecretName(name)) this.addHeader(headers[name] as string)
  }

  /** `text` with `***` for each secret; its first 64 KiB. */
  redact(text: string): string {
    if (this.isEmpty) return text
    // Hidden before it is cut: half of a secret would not be found.
    let clean = text.slice(0, maxText + longestSpelling * (this.#all[0]?.length ?? 0))
    for (const { end, pattern } of this.#all) if (end.test(clean)) clean = clean.replace(pattern, '***')
    clean = this.#withoutStumps(clean)
    return text.length > maxText ? `${clean.slice(0, maxText)}...` : clean
  }

  /** A text that was cut, which three dots tell, may end with the beginning of a secret. */
  #withoutStumps(text: string): string {
    let clean = text
    let mark = text.indexOf('...', minLength)
    for (let i = 0; i < mostCuts && mark >= 0; i++) {
      const stump = Math.max(0, ...this.#all.map(({ secret }) => stumpOf(secret, clean, mark)))
      if (stump > 0) clean = `${clean.slice(0, mark - stump)}***${clean.slice(mark)}`
      mark = clean.indexOf('...', mark + 6)
    }
    return clean
  }

  /** Whether a text holds a secret. */
  isIn(text: string): boolean {
    return this.#all.some(({ end, pattern }) => end.test(text) && text.search(pattern) >= 0)
  }

  /** Whether an address of another origin holds a secret, also in its host, which has lost the case of its letters. */
  isInAddress(url: string): boolean {
    if (this.isEmpty) return false
    const { host } = new URL(url)
    return this.isIn(url) || this.#all.some(({ pattern }) => new RegExp(pattern.source, 'iu').test(host))
  }

  /** `url` with `***` for each secret; its origin stays, since it says where an answer comes from. */
  redactUrl(url: string): string {
    if (this.isEmpty) return url
    const start = /^[^/?#]*\/\/[^/?#]*/.exec(url)?.[0].length ?? 0
    return url.slice(0, start) + this.redact(url.slice(start))
  }

  /** Text in bytes with `***` for each secret; the bytes themselves where there is none, or where they are no text. */
  redactBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (this.isEmpty) return bytes
    const text = new TextDecoder().decode(bytes)
    const clean = this.redact(text)
    return clean === text ? bytes : new TextEncoder().encode(clean)
  }

  /**
   * `url` without the members of its query that hold a secret, as it is or within a URL of their own. One whose query has
   * no end stays as it is: with a secret in it, it is not sent.
   */
  stripUrl(url: string): string {
    if (this.isEmpty || !this.isIn(url)) return url
    const stripped = new URL(url)
    if (stripped.search.length > longestQuery) return url
    const members = [...stripped.searchParams]
    const harmless = members.filter(([name, value]) => !this.isIn(value) && !this.isIn(name))
    if (harmless.length < members.length) stripped.search = new URLSearchParams(harmless).toString()
    return stripped.href
  }

  /** Makes errors that show no secret, neither in the message nor in what the message was made from, and none without end. */
  guard(make: ErrorFactory): ErrorFactory {
    return (init) => {
      const { code, cause, message, ...more } = init
      // The message comes first: what follows shares its bound.
      const said = { message, ...more }
      const clean = clip(said, (text) => this.redact(text)) as typeof said
      const shown: ClientErrorInit = { ...clean, code }
      if (!('cause' in init)) return make(shown)
      // What a caller aborted with is the caller's own; an error may still quote a request.
      const isForeign = code === 'aborted' && typeof cause === 'object' && !(cause instanceof Error)
      return make({ ...shown, cause: isForeign ? cause : this.redactCause(cause) })
    }
  }

  /** The same cause, or what may be said of it where printing it might show a secret. */
  redactCause(cause: unknown): unknown {
    return this.isEmpty ? cause : safeCause(cause, (text) => this.redact(text))
  }

  /** The newest is last, so that the oldest is forgotten first. */
  #note(secret: string, parts: () => readonly string[]): void {
    const known = this.#known.get(secret)
    if (known) {
      if (this.#known.size > 1) {
        this.#known.delete(secret)
        this.#known.set(secret, known)
      }
      return
    }
    const found = parts()
      .flatMap((part) => [part, decoded(part)])
      .filter((part, i, all) => part.length >= minLength && all.indexOf(part) === i)
      .map(foundBy)
    if (found.length === 0) return
    this.#known.set(secret, found)
    const [oldest] = this.#known.keys()
    if (this.#known.size > maxKnown && oldest !== undefined) this.#known.delete(oldest)
    this.#all = [...this.#known.values()].flat().sort((a, b) => b.length - a.length)
    this.isEmpty = false
  }
}

/** How a secret is found in a text. */
interface Found {
  readonly secret: string
  readonly length: number
  /** Finds how it ends: a platform takes long to learn a long pattern, and most texts do not need it. */
  readonly end: RegExp
  readonly pattern: RegExp
}

/** The end of a token is its own; many begin alike. */
const endLength = 8

function foundBy(part: string): Found {
  const end = [...part].slice(-endLength).join('')
  return {
    secret: part,
    length: part.length,
    end: new RegExp(patternOf(end), 'u'),
    pattern: new RegExp(patternOf(part), 'gu')
  }
}

/** How many characters before `end` are the beginning of a secret. */
function stumpOf(secret: string, text: string, end: number): number {
  for (let length = Math.min(secret.length - 1, longestStump, end); length >= minLength; length--) {
    if (text[end - 1] === secret[length - 1] && text.startsWith(secret.slice(0, length), end - length)) return length
  }
  return 0
}

function passwordOf(credentials: string): string {
  try {
    const bytes = Uint8Array.from(atob(credentials), (char) => char.charCodeAt(0))
    return new TextDecoder().decode(bytes).replace(/^[^:]*:/, '')
  } catch {
    return ''
  }
}

/** What a secret says that is written as a part of a URL. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
