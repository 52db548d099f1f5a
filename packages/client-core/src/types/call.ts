import type { BodyRest } from '../request/body-rest.ts'
import type { Call } from '../request/call.ts'

/** How often and how patiently a call is tried again. */
export interface RetryOptions {
  /** Tries after the first one. Default 2. */
  readonly limit?: number | undefined
  /** Longest pause between two tries, in milliseconds; a longer `Retry-After` is not waited for. Default 30 000. */
  readonly maxDelay?: number | undefined
  /** Longest time for one try of a call that may be retried, in milliseconds. Default 30 000; none where an API is slow. */
  readonly tryTimeout?: number | undefined
}

/**
 * What is done with the body of a success: `bytes` reads it whole, within the time and size that bound a call; `open`
 * does so up to that size and leaves the rest to be read; `stream` hands it out unread.
 */
export type BodyMode = 'bytes' | 'open' | 'stream'

/** How one call is made: the caller's options and the client's defaults, checked and merged once. */
export interface CallSettings {
  readonly signal: AbortSignal | undefined
  /** Bound of the whole call in milliseconds. */
  readonly timeout: number
  /** The policy of this call. */
  readonly retry: RetryOptions | false
  /** Whether the policy was given with this very call: then a refused (429, 503) unsafe call may be repeated. */
  readonly isRetryAsked: boolean
  /** Headers of the call, by their names in lower case. */
  readonly headers: HeaderMap
}

/** Headers by their names in lower case. */
export type HeaderMap = Readonly<Record<string, string>>

/** What an operation is, whoever calls it. */
export interface CallKind {
  /** Whether it may be repeated: as the contract says (`x-safe`), else as its method lets expect. */
  readonly safe: boolean
  /** Whether it may take long: then a try has as long as the call, unless `tryTimeout` is given. */
  readonly slow?: boolean | undefined
  /** What is done with the body of a success. */
  readonly body: BodyMode
  /** Whether a success counts although its body breaks off or takes its time: its headers say enough. */
  readonly isSpared?: ((reply: Reply) => boolean) | undefined
}

/** `RequestCredentials` by its values: without the DOM's types the name is not there. */
export type CredentialsMode = 'include' | 'omit' | 'same-origin'

/** Bytes that no other thread shares. Before TypeScript 5.7 `Uint8Array` takes no parameter. */
export type Bytes = ReturnType<Uint8ArrayConstructor['of']>

/** What `fetch` takes first. */
export type FetchInput = Parameters<typeof globalThis.fetch>[0]

/** A request on its way through the pipeline. */
export interface Outgoing {
  readonly url: string
  readonly method: string
  readonly headers: HeaderMap
  readonly body?: RequestInit['body'] | undefined
  readonly redirect?: RequestInit['redirect'] | undefined
  readonly credentials?: CredentialsMode | undefined
  /** Whether an answer that redirects is followed by hand. */
  readonly followsRedirects?: boolean | undefined
  /** Whatever else the caller of `fetch` gave: cache, keepalive and the like. */
  readonly more?: RequestInit | undefined
  /** Those of the headers that the caller gave: they may hold secrets. */
  readonly given?: HeaderMap | undefined
  /** Whether the address is made from the service's own: nobody need look at its origin. */
  readonly isOwn?: boolean | undefined
  /** Whether the server chose the address: an origin that nobody trusts then gets harmless headers only. */
  readonly linked?: boolean | undefined
  /** Secret members of the query, for the service's own origin only. */
  readonly secretQuery?: HeaderMap | undefined
}

/** An answer, with its body as far as it was read. Nothing in it is fit to be shown: errors are made without secrets. */
export interface Reply {
  readonly method: string
  /** Where it came from, after redirects; what its relative links count from. */
  readonly url: string
  readonly status: number
  readonly ok: boolean
  readonly headers: Headers
  /** The platform's own response. */
  readonly response: Response
  /** The body as far as it was read: all of it, unless there is a `rest`. */
  readonly bytes: Bytes
  /** What of the body is still to be read. */
  readonly rest?: BodyRest | undefined
}

/** One step of the pipeline. */
export type Send = (request: Outgoing, call: Call) => Promise<Reply>

/** Wraps a step around the next one. */
export type Layer = (next: Send) => Send
