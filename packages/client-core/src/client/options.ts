import type { FetchMiddleware } from '../request/middleware.ts'
import type { CredentialsMode, RetryOptions } from '../types/call.ts'
import type { Clock } from '../utils/clock.ts'

/** The settings that all clients share. Durations are milliseconds. */
export interface BaseOptions {
  /** Address of the service; a base path is kept, a trailing slash does not matter. Required. */
  readonly baseUrl: string
  /** Headers for every request to the service's own origin, and to no other. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /**
   * Further origins that get these headers and the credentials, such as the store of a service's results. Keys in the
   * query go to the service's own origin in any case. Default none.
   */
  readonly trustedOrigins?: readonly string[] | undefined
  /** Bound of a call, its tries and pauses included. Default 60 000, unless the client says otherwise. */
  readonly timeout?: number | undefined
  /** Longest body in bytes that is read into memory; a longer one rejects with `body-too-large`. Default 67 108 864, 64 MiB. */
  readonly maxBodyBytes?: number | undefined
  /** How calls that are safe to repeat are repeated; `false` for never. Default: two more tries. */
  readonly retry?: RetryOptions | false | undefined
  /** Whether a browser sends cookies to the service, as for `fetch`. */
  readonly credentials?: CredentialsMode | undefined
  /**
   * Whether links and redirects of the service may lead to this machine or to a private network. Give `false` on a server:
   * a service could read what only that server can reach. The addresses that you name yourself (`baseUrl`,
   * `trustedOrigins`) are always allowed. Names are not resolved: one that DNS leads to a private address is not seen.
   * Default true.
   */
  readonly allowPrivateAddresses?: boolean | undefined
  /** What requests are sent with, once per try. Default: the platform's `fetch`, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Steps around each call, outermost first; they see no credentials. */
  readonly use?: readonly FetchMiddleware[] | undefined
  /** Where time comes from; for tests. */
  readonly clock?: Clock | undefined
  /** Random numbers from 0 to 1, for jitter; for tests. */
  readonly random?: (() => number) | undefined
}
