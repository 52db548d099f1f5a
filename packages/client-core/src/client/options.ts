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
  /** Limit of a call, including retries and pauses. Default 60 000 (1 minute), unless the client says otherwise. */
  readonly timeout?: number | undefined
  /** Maximum bytes of a body that is read into memory; a longer body rejects with `body-too-large`. Default 67 108 864 (64 MiB). */
  readonly maxBodyBytes?: number | undefined
  /** How calls that are safe to repeat are retried; `false` for never. Default: up to two retries. */
  readonly retry?: RetryOptions | false | undefined
  /** Whether a browser sends cookies to the service, as for `fetch`. */
  readonly credentials?: CredentialsMode | undefined
  /**
   * Whether links and redirects of the service may lead to this machine or to a private network. Pass `false` if your
   * program runs on a server, because a service could otherwise read what only that server can reach. `baseUrl` and
   * `trustedOrigins` are always allowed. Host names are not resolved, so a name that DNS resolves to a private address is
   * not detected. Default true.
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
