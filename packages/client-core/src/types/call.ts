import type { Deadline } from '../request/timeout/deadline.ts'

/** How often and how patiently a call is tried again. */
export interface RetryOptions {
  /** Tries after the first one. Default 2. */
  readonly limit?: number | undefined
  /** Longest pause between two tries, in milliseconds; a longer `Retry-After` is not waited for. Default 30 000. */
  readonly maxDelay?: number | undefined
  /** Longest time for one try of a call that may be retried, in milliseconds. Default 30 000; none where an API is slow. */
  readonly tryTimeout?: number | undefined
}

/** What the pipeline must know about one call besides what `fetch` takes. */
export interface CallContext {
  /** Bound of the whole call in milliseconds. */
  readonly timeout?: number | undefined
  /** The caller's own wish for this call; given explicitly, it also allows a refused (429, 503) unsafe call to be repeated. */
  readonly retry?: RetryOptions | false | undefined
  /** Whether the contract says that the operation may be repeated (`x-safe`); without it the method decides. */
  readonly safe?: boolean | undefined
  /** Whether the operation may take long: then a try has as long as the call, unless `tryTimeout` is given. */
  readonly slow?: boolean | undefined
  /**
   * Whether the body is handed out as a stream: its bound is then the pause between two chunks. `'open'`: only beyond the
   * size of a buffered body; what comes before must arrive within the call's bound.
   */
  readonly stream?: boolean | 'open' | undefined
  /** Whether the server chose the address: an origin that nobody trusts then gets harmless headers only. */
  readonly linked?: boolean | undefined
  /** Secret members of the query, for the service's own origin only; set by the pipeline. */
  readonly secretQuery?: Readonly<Record<string, string>> | undefined
  /** Takes what is to be done when the call and its body are over; set by the pipeline. */
  readonly atEnd?: ((work: () => void) => void) | undefined
  /** When the whole call must be over; set by the pipeline. */
  readonly deadline?: Deadline | undefined
}

/** `RequestCredentials` by its values: without the DOM's types the name is not there. */
export type CredentialsMode = 'include' | 'omit' | 'same-origin'

/** What `fetch` takes first. */
export type FetchInput = Parameters<typeof globalThis.fetch>[0]

export interface CallInit extends RequestInit {
  readonly context?: CallContext | undefined
}

/** One step of the pipeline: like `fetch`, with the call's context beside its init. */
export type Send = (url: string, init: CallInit) => Promise<Response>

/** Wraps a step around the next one. */
export type Layer = (next: Send) => Send
