import type { FetchMiddleware } from '../request/middleware.ts'
import type { CredentialsMode, RetryOptions } from '../types/call.ts'
import type { Clock } from '../utils/clock.ts'

/** The settings that all clients share. Durations are milliseconds. */
export interface BaseOptions {
  /** URL of the service, including its path. A trailing slash makes no difference. Required. */
  readonly baseUrl: string
  /** Headers for every request to the service's own origin and to `trustedOrigins`. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /**
   * More origins that receive `headers` and the credentials, for example where the service stores results. Keys in the
   * query are never sent to them. Default: none.
   */
  readonly trustedOrigins?: readonly string[] | undefined
  /** Limit of a call, including retries and pauses. Default 60 000 (1 minute); 120 000 for CAS. */
  readonly timeout?: number | undefined
  /** Most bytes of a body that are read into memory; a longer body rejects with `body-too-large`. Default 67 108 864 (64 MiB). */
  readonly maxBodyBytes?: number | undefined
  /** How calls that are safe to repeat are retried; `false` for never. Default: up to two retries. */
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
  /** Sends each attempt. Default: the platform's `fetch`, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Middleware around each call, outermost first. It sees no credentials. */
  readonly use?: readonly FetchMiddleware[] | undefined
  /** The clock, for tests. */
  readonly clock?: Clock | undefined
  /** Random numbers from 0 to 1 for the pauses, for tests. */
  readonly random?: (() => number) | undefined
}
