import type { ClientErrorInit, ErrorFactory } from '../errors/client-error.ts'
import { isSecretName } from '../utils/redact-url.ts'
import { isRecord } from '../validation/arguments.ts'
import { hideQuoted } from './find-encoded.ts'
import { copyCause, isPlain } from './sanitize-cause.ts'

/** How many secrets a client keeps in mind beside those of calls under way: tokens are renewed, the oldest are worth nothing any more. */
const maxIdle = 64
/** How many in all: bodies that nobody reads keep their calls under way. */
const maxKnown = 1_024
/** Shorter ones are no secrets, and hiding them would make every text unreadable. */
const minLength = 4
/** How many characters of a text are shown: a server's words may be as long as its body. */
const maxText = 64 * 1024
/** How many in all of an object. */
const maxTexts = 4 * maxText
/** How many characters may stand for one: `%25252F` and the like. */
const longestEscape = 16

/** A secret, in all the ways in which it is sent. */
interface Known {
  readonly spellings: Set<string>
  /** How many calls under way use it. */
  users: number
}

/** The secrets that a call under way uses; filled by `add` and the like, given back by `release`. */
export type Held = string[]

/**
 * What one client has sent of late to say who it is. Servers, gateways and platforms quote it: nothing that this client
 * says may show it, and no URL may carry it to another origin.
 */
export class Secrets {
  readonly #known = new Map<string, Known>()

  /** Notes a secret as it is; it stays at least until what is `held` is released. */
  add(secret: string, held?: Held): void {
    this.#note([secret], held)
  }

  /** Notes what a header says: the token after its scheme, its value, the password of `Basic`. */
  addHeader(value: string, held?: Held): void {
    const [, scheme = '', token] = /^(\S+) (\S+)$/.exec(value) ?? []
    const more = token && scheme.toLowerCase() === 'basic' ? [token.replace(/={1,2}$/, ''), passwordOf(token)] : []
    this.#note([...(token ? [token] : []), value, ...more], held)
  }

  /** Notes those headers whose name suggests a secret. */
  addNamed(headers: Headers, held?: Held): void {
    for (const [name, value] of headers) if (isSecretName(name)) this.addHeader(value, held)
  }

  /** The call that used these is over: they are now as any others, the newest. */
  release(held: Held): void {
    for (const key of held.splice(0)) {
      const known = this.#known.get(key)
      if (!known) continue
      known.users--
      this.#known.delete(key)
      this.#known.set(key, known)
    }
    this.#forgetOldest()
  }

  /** `text` with `***` for each secret, as it is or as JSON, a form, a URL or markup writes it; its first 64 KiB. */
  redact(text: string): string {
    if (this.#known.size === 0) return text
    const spellings = this.#spellings()
    const margin = longestEscape * Math.max(...spellings.map(({ length }) => length))
    return hideQuoted(text.slice(0, maxText + margin), spellings, Math.min(text.length, maxText))
  }

  /** `url` with `***` for each secret; its origin stays, since it says where an answer comes from. */
  redactUrl(url: string): string {
    const start = /^[^/?#]*\/\/[^/?#]*/.exec(url)?.[0].length ?? 0
    return url.slice(0, start) + this.redact(url.slice(start))
  }

  /** `text` with `***` for each secret in the query of an address; its path stays, since links are resolved by it. */
  redactQueries(text: string): string {
    return text.replace(/\?[^>\s]*/g, (query) => this.redact(query))
  }

  /** `url` without the members of its query that hold a secret, as it is or within a URL of their own. */
  stripUrl(url: string): string {
    if (this.#known.size === 0 || !url.includes('?')) return url
    const stripped = new URL(url)
    for (const [name, value] of [...stripped.searchParams]) {
      if (this.redact(value) !== value) stripped.searchParams.delete(name, value)
    }
    return stripped.href
  }

  /** Makes errors that show no secret: neither in the message nor in what the message was made from. */
  guard(make: ErrorFactory): ErrorFactory {
    return (init) => make(this.#redactInit(init))
  }

  /** The same cause, or what may be said of it where printing it might show a secret. */
  redactCause(cause: unknown): unknown {
    return this.#known.size === 0 ? cause : copyCause(cause, (text) => this.redact(text))
  }

  #note(spellings: readonly string[], held: Held | undefined): void {
    const worth = spellings.filter(({ length }) => length >= minLength)
    const [key] = worth
    if (key === undefined) return
    const known = this.#known.get(key) ?? { spellings: new Set(), users: 0 }
    for (const spelling of worth) known.spellings.add(spelling)
    if (held) {
      known.users++
      held.push(key)
    }
    this.#known.delete(key)
    this.#known.set(key, known)
    this.#forgetOldest()
  }

  #forgetOldest(): void {
    if (this.#known.size <= maxIdle) return
    let idle = [...this.#known.values()].filter(({ users }) => users === 0).length
    for (const [key, { users }] of this.#known) {
      if (idle <= maxIdle && this.#known.size <= maxKnown) break
      if (users > 0 && this.#known.size <= maxKnown) continue
      this.#known.delete(key)
      if (users === 0) idle--
    }
  }

  #spellings(): string[] {
    return [...this.#known.values()].flatMap(({ spellings }) => [...spellings])
  }

  #redactInit(init: ClientErrorInit): ClientErrorInit {
    const { code, message, cause, ...rest } = init
    const said = Object.entries(rest).map(([key, value]) => [key, this.#redactPlain(value)])
    return {
      ...(Object.fromEntries(said) as typeof rest),
      code,
      message: this.redact(message),
      // What a caller aborted with is the caller's own; an error may still quote a request.
      ...('cause' in init && { cause: code === 'aborted' && isForeign(cause) ? cause : this.redactCause(cause) })
    }
  }

  /** What errors have of a server's words: texts, and plain objects and arrays, as their JSON shows them. */
  #redactPlain(value: unknown): unknown {
    if (this.#known.size === 0) return value
    if (typeof value === 'string') return this.redact(value)
    if (!(isRecord(value) || Array.isArray(value)) || !isPlain(value)) return value
    try {
      const text = this.#shortJson(value)
      const clean = hideQuoted(text.json, this.#spellings())
      return clean === text.json && text.isWhole ? value : JSON.parse(clean)
    } catch {
      return undefined // nested too deep to be searched, or with a secret that looks like a part of JSON itself
    }
  }

  #shortJson(value: object): { readonly json: string; readonly isWhole: boolean } {
    let room = maxTexts
    let isWhole = true
    const json = JSON.stringify(value, (_, member: unknown) => {
      if (typeof member !== 'string') return member
      const length = Math.min(maxText, room)
      room -= Math.min(length, member.length)
      if (member.length <= length) return member
      isWhole = false
      // Hidden before it is cut: half of a secret would not be found.
      return this.redact(member).slice(0, length)
    })
    return { json, isWhole }
  }
}

/** Whether a value is an object of the caller's, and no error. */
function isForeign(value: unknown): boolean {
  return typeof value === 'object' && !(value instanceof Error)
}

function passwordOf(credentials: string): string {
  try {
    const bytes = Uint8Array.from(atob(credentials), (char) => char.charCodeAt(0))
    return new TextDecoder().decode(bytes).replace(/^[^:]*:/, '')
  } catch {
    return ''
  }
}
