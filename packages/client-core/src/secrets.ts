import { isRecord } from './arguments.ts'
import { ClientError, type ClientErrorInit, type ErrorFactory, hidden } from './client-error.ts'
import { hideQuoted } from './quotations.ts'
import { isSecretName } from './redact.ts'
import { tryStringify } from './write-json.ts'

/** How many secrets a client keeps in mind: tokens are renewed, the oldest are worth nothing any more. */
const maxKnown = 64
/** Shorter ones are no secrets, and hiding them would make every text unreadable. */
const minLength = 4
/** How far errors are looked into; what is deeper or wider counts as showing a secret. */
const maxDepth = 5
const maxMembers = 100

/**
 * What one client has sent of late to say who it is. Servers, gateways and platforms quote it: nothing that this client
 * says may show it, and no URL may carry it to another origin.
 */
export class Secrets {
  readonly #known = new Set<string>()

  /** Notes a secret as it is. */
  add(secret: string): void {
    if (secret.length < minLength) return
    this.#known.delete(secret)
    this.#known.add(secret)
    for (const oldest of this.#known) {
      if (this.#known.size <= maxKnown) break
      this.#known.delete(oldest)
    }
  }

  /** Notes what a header says: its value, the token after its scheme, the password of `Basic`. */
  addHeader(value: string): void {
    this.add(value)
    const [, scheme = '', token] = /^(\S+) (\S+)$/.exec(value) ?? []
    if (token === undefined) return
    this.add(token)
    if (scheme.toLowerCase() !== 'basic') return
    this.add(token.replace(/={1,2}$/, ''))
    this.add(passwordOf(token))
  }

  /** Notes those headers whose name suggests a secret. */
  addNamed(headers: Headers): void {
    for (const [name, value] of headers) if (isSecretName(name)) this.addHeader(value)
  }

  /** `text` with `***` for each secret, as it is or as JSON, a form, a URL or markup writes it. */
  redact(text: string): string {
    return this.#known.size === 0 ? text : hideQuoted(text, [...this.#known])
  }

  /** `url` with `***` for each secret; its origin stays, since it says where an answer comes from. */
  redactUrl(url: string): string {
    const start = /^[^/?#]*\/\/[^/?#]*/.exec(url)?.[0].length ?? 0
    return url.slice(0, start) + this.redact(url.slice(start))
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

  #redactInit(init: ClientErrorInit): ClientErrorInit {
    const { code, cause, ...rest } = init
    const said = Object.entries(rest).map(([key, value]) => [key, this.#redactPlain(value)])
    return {
      ...(Object.fromEntries(said) as typeof rest),
      code,
      ...('cause' in init && { cause: this.redactCause(cause) })
    }
  }

  /** What errors have of a server's words: texts, and plain objects and arrays, as their JSON shows them. */
  #redactPlain(value: unknown): unknown {
    if (typeof value === 'string') return this.redact(value)
    if (!isRecord(value) && !Array.isArray(value)) return value
    if (!isPlain(value) || this.#known.size === 0) return value
    const text = tryStringify(value)
    if (text === undefined) return undefined // what cannot be searched is not shown
    const clean = this.redact(text)
    if (clean === text) return value
    try {
      return JSON.parse(clean)
    } catch {
      return undefined // a secret that looks like a part of JSON itself
    }
  }

  /** The same cause, or what may be said of it where printing it might show a secret. */
  redactCause(cause: unknown): unknown {
    if (typeof cause === 'string') return this.redact(cause)
    if (!(cause instanceof Error) || !this.#mayShow(cause)) return cause
    return this.#copyOf(cause, 0)
  }

  #copyOf(cause: Error, depth: number): Error {
    const inner: unknown = cause.cause ?? (cause instanceof AggregateError ? cause.errors[0] : undefined)
    const copy = new Error(this.redact(cause.message))
    if (inner instanceof Error && depth < maxDepth) hidden(copy, 'cause', this.#copyOf(inner, depth + 1))
    hidden(copy, 'name', this.redact(cause.name))
    const { code } = cause as { readonly code?: unknown }
    return Object.assign(copy, typeof code === 'string' && { code: this.redact(code) })
  }

  /** Whether printing a value might show a secret: what has insides of its own, such as a `Request`, might. */
  #mayShow(value: unknown, depth = 0): boolean {
    if (typeof value === 'string') return this.redact(value) !== value
    if (typeof value !== 'object' || value === null || this.#known.size === 0) return false
    const isError = value instanceof Error
    if (depth > maxDepth || !(isError || isPlain(value))) return true
    // The fields of our own errors were cleaned when they were made.
    const members = value instanceof ClientError ? [value.message, value.cause] : membersOf(value)
    if (members.length > maxMembers) return true
    return [...members, isError && value.stack].some((member) => this.#mayShow(member, depth + 1))
  }
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value))
}

/** The names and values that printing shows, hidden ones too; nothing is run. */
function membersOf(value: object): unknown[] {
  const members = Object.entries(Object.getOwnPropertyDescriptors(value))
  return members.flatMap(([name, member]) => [name, member.value])
}

function passwordOf(credentials: string): string {
  try {
    const bytes = Uint8Array.from(atob(credentials), (char) => char.charCodeAt(0))
    return new TextDecoder().decode(bytes).replace(/^[^:]*:/, '')
  } catch {
    return ''
  }
}
