import { type ApiClientOptions, createApiClient } from './api-client.ts'
import type { ApiClient } from './api-types.ts'
import { invalidArgument, isRecord } from './arguments.ts'
import { readBaseUrl } from './base-url.ts'
import type { CallContext, CallInit, CredentialsMode, FetchInput, RetryOptions } from './call.ts'
import { checkDuration, checkHeaders, checkRetry } from './check-options.ts'
import type { ErrorFactory } from './client-error.ts'
import { type Clock, systemClock } from './clock.ts'
import { readFetchInput } from './fetch-input.ts'
import type { Auth } from './pipeline/credentials.ts'
import { createPipeline, type FetchMiddleware } from './pipeline/pipeline.ts'

/** The settings that all clients share. Durations are milliseconds. */
export interface BaseOptions {
  /** Address of the service; a base path is kept, a trailing slash does not matter. Required. */
  readonly baseUrl: string
  /** Headers for every request to the service's own origin, and to no other. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Bound of a call, its tries and pauses included. Default 60 000. */
  readonly timeout?: number | undefined
  /** How calls that are safe to repeat are repeated; `false` for never. Default: two more tries. */
  readonly retry?: RetryOptions | false | undefined
  /** Whether a browser sends cookies to the service, as for `fetch`. */
  readonly credentials?: CredentialsMode | undefined
  /** What requests are sent with, once per try. Default: the platform's `fetch`, looked up at each call. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Steps around each call, outermost first; they see no credentials. */
  readonly use?: readonly FetchMiddleware[] | undefined
  /** Where time comes from; for tests. */
  readonly clock?: Clock | undefined
  /** Random numbers from 0 to 1, for jitter; for tests. */
  readonly random?: (() => number) | undefined
}

/** What is particular to one API. */
export interface RuntimeParts extends Pick<ApiClientOptions, 'safe' | 'query'> {
  readonly error: ErrorFactory
  readonly auth?: Auth | undefined
  /** Default bound of a call in milliseconds. */
  readonly timeout: number
}

/** What a client is built on: its way to the server, its time, and its end. */
export interface Runtime<Paths> {
  readonly baseUrl: string
  readonly api: ApiClient<Paths>
  readonly fetch: typeof globalThis.fetch
  readonly error: ErrorFactory
  readonly clock: Clock
  readonly random: () => number
  /** Aborted, with a `ClientError` as reason, when the client is closed. */
  readonly closed: AbortSignal
  close(): void
}

/** Longest JSON body that is read into memory: 64 MiB. */
const maxBodyBytes = 64 * 1024 * 1024

/** Checks the shared options and builds the client's own pipeline; nothing is shared between two clients. */
export function createRuntime<Paths>(options: BaseOptions, parts: RuntimeParts): Runtime<Paths> {
  const { error, safe, query, auth } = parts
  checkBaseOptions(options, error)
  const baseUrl = readBaseUrl(options.baseUrl, error)
  const { clock = systemClock, random = Math.random, timeout = parts.timeout, retry = {}, use = [] } = options
  const { fetch = (input, init) => globalThis.fetch(input, init), headers, credentials } = options
  const end = new AbortController()
  const send = createPipeline({
    baseUrl,
    error,
    fetch,
    use: [...use],
    clock,
    random,
    closed: end.signal,
    timeout,
    retry,
    maxBodyBytes,
    auth,
    headers: headers && { ...headers },
    credentials
  })
  const sendStream = async (input: FetchInput, init?: CallInit): Promise<Response> => {
    const [url, rest] = readFetchInput(input, init, `${baseUrl}/`, error)
    const context: CallContext = { stream: true, ...rest.context }
    return send(url, { ...rest, context })
  }
  return {
    baseUrl,
    error,
    clock,
    random,
    fetch: sendStream,
    closed: end.signal,
    api: createApiClient<Paths>({ baseUrl, send, error, safe, query }),
    close: () => end.abort(error({ code: 'closed', message: 'the client was closed' }))
  }
}

function checkBaseOptions(options: BaseOptions, make: ErrorFactory): void {
  if (!isRecord(options)) throw invalidArgument(make, 'options', options, 'an object with at least a baseUrl')
  checkDuration('timeout', options.timeout, make)
  checkRetry(options.retry, make)
  checkHeaders(options.headers, make)
  if (options.fetch !== undefined && typeof options.fetch !== 'function') {
    throw invalidArgument(make, 'fetch', options.fetch, 'a function like fetch')
  }
  if (
    options.use !== undefined &&
    !(Array.isArray(options.use) && options.use.every((step) => typeof step === 'function'))
  ) {
    throw invalidArgument(make, 'use', options.use, 'an array of functions (next) => fetch')
  }
}
