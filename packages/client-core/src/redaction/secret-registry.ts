import type { ErrorFactory } from '../errors/client-error.ts'
import type { HeaderMap } from '../types/call.ts'
import { isSecretName, longestQuery } from '../utils/redact-url.ts'
import { guardErrors, type SecretHolder } from './guard-errors.ts'
import { safeCause } from './sanitize-cause.ts'
import { SecretFinder } from './secret-finder.ts'

/** How many secrets a client remembers. Tokens are renewed, so the oldest are no longer valid. */
const maxKnown = 128
/** Shorter texts do not count as secrets, because hiding them would make texts unreadable. */
const minLength = 4
/** Maximum number of characters that encode a single one, such as `%25252F`. */
const longestSpelling = 16
/** Maximum length of a secret's beginning that is looked for at the end of a cut text. */
const longestStump = 400
const mostCuts = 8
/** Maximum number of characters of a text that are searched and shown. */
const maxText = 64 * 1024

/**
 * The secrets that one client has sent recently. Servers, gateways and platforms may quote them. No error of this client may
 * show them, and no URL may carry them to another origin.
 */
export class Secrets implements SecretHolder {
  /** The finders of each recorded secret, the newest last. */
  readonly #known = new Map<string, readonly SecretFinder[]>()
  /** The longest first, because one may contain another. */
  #all: readonly SecretFinder[] = []

  /** The registry itself, for code that takes a `SecretHolder`. */
  get registry(): this {
    return this
  }

  get isEmpty(): boolean {
    return this.#all.length === 0
  }

  /** Records a secret. */
  add(secret: string): void {
    this.#note(secret, () => [secret])
  }

  /** Records the secrets in a header: its value, the token after the scheme, the password of `Basic`. */
  addHeader(value: string): void {
    this.#note(value, () => {
      const [, scheme = '', token] = /^(\S+) (\S+)$/.exec(value) ?? []
      if (!token) return [value]
      const isBasic = scheme.toLowerCase() === 'basic'
      return [token, value, ...(isBasic ? [token.replace(/={1,2}$/, ''), passwordOf(token)] : [])]
    })
  }

  /** Records the headers whose names suggest a secret. */
  addNamed(headers: HeaderMap): void {
    for (const name in headers) if (isSecretName(name)) this.addHeader(headers[name] as string)
  }

  /** The first 64 KiB of `text`, with `***` in place of each secret. */
  redact(text: string): string {
    const [longest] = this.#all
    if (!longest) return text
    // Secrets are hidden before the text is cut, because half of a secret would not be found.
    let clean = text.slice(0, maxText + longestSpelling * longest.secret.length)
    for (const finder of this.#all) clean = finder.hide(clean)
    clean = this.#withoutStumps(clean)
    return text.length > maxText ? `${clean.slice(0, maxText)}...` : clean
  }

  /** Removes the beginning of a secret before three dots, where a text was cut. */
  #withoutStumps(text: string): string {
    let clean = text
    let mark = text.indexOf('...', minLength)
    for (let i = 0; i < mostCuts && mark >= 0; i++) {
      const stump = Math.max(0, ...this.#all.map(({ secret }) => stumpOf(secret, clean, mark)))
      if (stump > 0) clean = `${clean.slice(0, mark - stump)}***${clean.slice(mark)}`
      mark = clean.indexOf('...', mark + 6 - stump)
    }
    return clean
  }

  /** Whether a text contains a secret. */
  isIn(text: string): boolean {
    return this.#all.some((finder) => finder.isIn(text))
  }

  /** Whether a URL of another origin contains a secret. In the host, letter case is ignored, because URLs lower it. */
  isInAddress(url: string): boolean {
    if (this.isEmpty) return false
    const { host } = new URL(url)
    return this.isIn(url) || this.#all.some((finder) => finder.isInHost(host))
  }

  /** `url` with `***` in place of each secret. The origin is kept, because it says where a response comes from. */
  redactUrl(url: string): string {
    const start = /^[^/?#]*\/\/[^/?#]*/.exec(url)?.[0].length ?? 0
    return url.slice(0, start) + this.redact(url.slice(start))
  }

  /** Text as bytes, with `***` in place of each secret. Bytes without a secret, or that are not text, are returned unchanged. */
  redactBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    if (this.isEmpty) return bytes
    const text = new TextDecoder().decode(bytes)
    const clean = this.redact(text)
    return clean === text ? bytes : new TextEncoder().encode(clean)
  }

  /**
   * `url` without the query parameters that contain a secret, directly or within a nested URL. A URL with a query that is
   * too long is returned unchanged; if it contains a secret, it is not sent.
   */
  stripUrl(url: string): string {
    if (!this.isIn(url)) return url
    const stripped = new URL(url)
    if (stripped.search.length > longestQuery) return url
    const harmless = [...stripped.searchParams].filter(([name, value]) => !this.isIn(value) && !this.isIn(name))
    stripped.search = new URLSearchParams(harmless).toString()
    return stripped.href
  }

  /** Wraps an error factory, as `guardErrors` does. */
  guard(make: ErrorFactory): ErrorFactory {
    return guardErrors(make, this)
  }

  /** The cause, or a safe copy if printing it might show a secret. */
  redactCause(cause: unknown): unknown {
    return this.isEmpty ? cause : safeCause(cause, (text) => this.redact(text))
  }

  /** Records a secret as the newest, so the oldest is dropped first. */
  #note(secret: string, parts: () => readonly string[]): void {
    const known = this.#known.get(secret)
    if (known) {
      this.#known.delete(secret)
      this.#known.set(secret, known)
      return
    }
    const spelled = new Set(parts().flatMap((part) => [part, decoded(part)]))
    const found = [...spelled].filter((part) => part.length >= minLength).map((part) => new SecretFinder(part))
    if (found.length === 0) return
    this.#known.set(secret, found)
    const [oldest] = this.#known.keys()
    if (this.#known.size > maxKnown && oldest !== undefined) this.#known.delete(oldest)
    this.#all = [...this.#known.values()].flat().sort((a, b) => b.secret.length - a.secret.length)
  }
}

/** The registry of a client, which is made when it is first needed. */
export function registryOf(secrets: SecretHolder): Secrets {
  secrets.registry ??= new Secrets()
  return secrets.registry
}

/** Number of characters before `end` that are the beginning of a secret. */
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

/** A URL-encoded secret in decoded form. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
