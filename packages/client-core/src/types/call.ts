import type { Call } from '../request/call.ts'
import type { BodyRest } from '../request/fetch/body-rest.ts'

/** How a call is retried. */
export interface RetryOptions {
  /** Number of retries after the first attempt. Default 2. */
  readonly limit?: number | undefined
  /** Longest pause between two attempts, in milliseconds. If `Retry-After` is longer, the call rejects. Default 30 000. */
  readonly maxDelay?: number | undefined
  /** Time limit of one attempt of a call that may be retried, in milliseconds. Default 30 000; slow operations have none. */
  readonly tryTimeout?: number | undefined
}

/**
 * How the body of a successful response is read: `bytes` reads all of it within the limits of the call, `open` reads up to
 * the size limit and leaves the rest, `stream` leaves it unread.
 */
export type BodyMode = 'bytes' | 'open' | 'stream'

/** The checked settings of one call: the caller's options merged with the client's defaults. */
export interface CallSettings {
  readonly signal: AbortSignal | undefined
  /** Time limit of the whole call in milliseconds. */
  readonly timeout: number
  /** When that time ends on the client's clock, if it began before this request. */
  readonly end?: number
  /** The retry options of this call. */
  readonly retry: RetryOptions | false
  /** Whether `retry` was passed to this call. If so, an unsafe call may be repeated after 429 or 503. */
  readonly isRetryAsked: boolean
  /** Headers of the call, with lower-case names. */
  readonly headers: HeaderMap
}

/** Headers with lower-case names. */
export type HeaderMap = Readonly<Record<string, string>>

/** Properties of an operation. */
export interface CallKind {
  /** Whether it may be repeated: `x-safe` in the contract, or else according to the method. */
  readonly safe: boolean
  /** Whether it may take long. If so, an attempt may use the whole time of the call, unless `tryTimeout` is set. */
  readonly slow?: boolean | undefined
  /** How the body of a successful response is read. */
  readonly body: BodyMode
  /** Whether a response is successful even if its body is incomplete, because its headers suffice. */
  readonly isSpared?: ((reply: Reply) => boolean) | undefined
}

/** The values of `RequestCredentials`, a name that exists only with the DOM types. */
export type CredentialsMode = 'include' | 'omit' | 'same-origin'

/** Bytes in unshared memory. Before TypeScript 5.7, `Uint8Array` has no type parameter. */
export type Bytes = ReturnType<Uint8ArrayConstructor['of']>

/** The first argument of `fetch`. */
export type FetchInput = Parameters<typeof globalThis.fetch>[0]

/** A request on its way through the pipeline. */
export interface Outgoing {
  readonly url: string
  readonly method: string
  readonly headers: HeaderMap
  readonly body?: RequestInit['body'] | undefined
  readonly redirect?: RequestInit['redirect'] | undefined
  readonly credentials?: CredentialsMode | undefined
  /** Whether redirects are followed by this client. */
  readonly followsRedirects?: boolean | undefined
  /** Other members that the caller of `fetch` passed, such as cache and keepalive. */
  readonly more?: RequestInit | undefined
  /** The headers that the caller passed. They may contain secrets. */
  readonly given?: HeaderMap | undefined
  /** Whether the URL was built from `baseUrl`, so its origin need not be checked. */
  readonly isOwn?: boolean | undefined
  /** Whether the server chose the URL. An untrusted origin then gets only harmless headers. */
  readonly linked?: boolean | undefined
  /** Secret query parameters, only for the service's own origin. */
  readonly secretQuery?: HeaderMap | undefined
}

/** A response with the part of its body that was read. It may contain secrets, so it must not be shown. */
export interface Reply {
  readonly method: string
  /** The final URL after redirects. Relative links are resolved against it. */
  readonly url: string
  readonly status: number
  readonly ok: boolean
  readonly headers: Headers
  /** The platform's own response. */
  readonly response: Response
  /** The part of the body that was read: all of it, unless there is a `rest`. */
  readonly bytes: Bytes
  /** Whether it leads to another address, and the request said that this is followed by hand. */
  readonly leadsOn?: boolean | undefined
  /** What of the body is still to be read. */
  readonly rest?: BodyRest | undefined
}

/** One step of the pipeline. */
export type Send = (request: Outgoing, call: Call) => Promise<Reply>

/** Wraps a step around the next one. */
export type Layer = (next: Send) => Send
