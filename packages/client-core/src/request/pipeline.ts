import type { ErrorFactory } from '../errors/client-error.ts'
import type { Secrets } from '../redaction/secret-registry.ts'
import type { CallInit, CredentialsMode, Layer, RetryOptions, Send } from '../types/call.ts'
import type { Pace } from '../types/rate-limit.ts'
import type { Clock } from '../utils/clock.ts'
import { credentials } from './credentials/credentials.ts'
import type { Auth } from './credentials/read-credentials.ts'
import { readFetchInput } from './fetch-input.ts'
import { redirects, redirectsAreVisible } from './redirect/follow-redirects.ts'
import { retry } from './retry.ts'
import { transport } from './send.ts'
import { tryTimeout } from './timeout/attempt-timeout.ts'
import { errorBodies } from './timeout/error-body.ts'
import { totalTimeout } from './timeout/total-timeout.ts'

/** One concern around fetch: a log, a cache, your own. It gets and returns what `fetch` is. */
export type FetchMiddleware = (next: typeof globalThis.fetch) => typeof globalThis.fetch

export interface PipelineOptions {
  readonly baseUrl: string
  /** Makes errors without the secrets that are known. */
  readonly error: ErrorFactory
  readonly secrets: Secrets
  readonly fetch: typeof globalThis.fetch
  readonly use: readonly FetchMiddleware[]
  readonly clock: Clock
  readonly random: () => number
  readonly closed: AbortSignal
  readonly timeout: number
  readonly retry: RetryOptions | false
  readonly maxBodyBytes: number
  readonly pace?: Pace | undefined
  readonly auth?: Auth | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly credentials?: CredentialsMode | undefined
  /** Further origins that get headers and credentials. */
  readonly trustedOrigins?: readonly string[] | undefined
}

/**
 * The way of every request, outermost first. The caller's `use` stands outside retry and credentials: it sees each call
 * once and no secret. The caller's `fetch` stands innermost: it sees each try as it is sent.
 */
export function createPipeline(options: PipelineOptions): Send {
  const { baseUrl, clock, error, pace, use } = options
  const origin = new URL(baseUrl).origin
  const own = use.map((middleware) => asLayer(middleware, `${baseUrl}/`, error))
  const send = transport({ ...options, origin })

  return compose(
    totalTimeout(options),
    ...own,
    retry(options),
    ...(pace ? [pace.attempt] : []),
    credentials({ ...options, origins: new Set([origin, ...(options.trustedOrigins ?? [])]) }),
    tryTimeout(options),
    errorBodies(clock),
    redirects({ error, visible: redirectsAreVisible() })
  )(send)
}

function compose(...layers: readonly Layer[]): Layer {
  return (send) => layers.reduceRight((next, layer) => layer(next), send)
}

/** Fits a caller's middleware in; the call's context travels in the init that it passes on. */
function asLayer(middleware: FetchMiddleware, base: string, make: ErrorFactory): Layer {
  return (next) => {
    const wrapped = middleware((input, init) =>
      next(...readFetchInput(input, init as CallInit | undefined, base, make))
    )
    return (url, init) => wrapped(url, init)
  }
}
