import type { ErrorFactory } from '../errors/client-error.ts'
import { Secrets } from '../redaction/secret-registry.ts'
import { type ApiClientOptions, createApiClient } from '../request/api-client.ts'
import type { Auth } from '../request/credentials/read-credentials.ts'
import { readFetchInput } from '../request/fetch-input.ts'
import { createPipeline } from '../request/pipeline.ts'
import type { ApiClient } from '../types/api.ts'
import type { CallContext, CallInit, FetchInput } from '../types/call.ts'
import type { Pace } from '../types/rate-limit.ts'
import { type Clock, systemClock } from '../utils/clock.ts'
import { checkBaseOptions } from '../validation/client-options.ts'
import { checkOrigins } from '../validation/request-options.ts'
import { readBaseUrl } from './base-url.ts'
import type { BaseOptions } from './options.ts'

/** What is particular to one API. */
export interface RuntimeParts extends Pick<ApiClientOptions, 'safe' | 'slow' | 'query'> {
  readonly error: ErrorFactory
  /** Names of the options that only this client has. */
  readonly options?: readonly string[] | undefined
  readonly auth?: Auth | undefined
  /** Default bound of a call in milliseconds. */
  readonly timeout: number
  /** Makes the client's limit on its requests. */
  readonly pace?: ((runtime: Pick<Runtime<unknown>, 'clock' | 'random'>) => Pace) | undefined
}

/** What a client is built on: its way to the server, its time, and its end. */
export interface Runtime<Paths> {
  readonly baseUrl: string
  readonly api: ApiClient<Paths>
  readonly fetch: typeof globalThis.fetch
  /** Makes the API's errors, with `***` for each secret that was sent. */
  readonly error: ErrorFactory
  /** A text with `***` for each secret that was sent. */
  readonly redact: (text: string) => string
  readonly clock: Clock
  readonly random: () => number
  /** Longest body in bytes that is read into memory. */
  readonly maxBodyBytes: number
  /** Aborted, with a `ClientError` as reason, when the client is closed. */
  readonly closed: AbortSignal
  close(): void
}

const defaultMaxBodyBytes = 64 * 1024 * 1024

/** Checks the shared options and builds the client's own pipeline; nothing is shared between two clients. */
export function createRuntime<Paths>(options: BaseOptions, parts: RuntimeParts): Runtime<Paths> {
  const { safe, slow, query, auth } = parts
  const secrets = new Secrets()
  const error = secrets.guard(parts.error)
  checkBaseOptions(options, parts.options ?? [], error)
  const baseUrl = readBaseUrl(options.baseUrl, error)
  checkOrigins(options.trustedOrigins, baseUrl, error)
  const { clock = systemClock, random = Math.random, timeout = parts.timeout, retry = {}, use = [] } = options
  const { fetch = (input, init) => globalThis.fetch(input, init), headers, credentials } = options
  const { maxBodyBytes = defaultMaxBodyBytes } = options
  const end = new AbortController()
  const send = createPipeline({
    baseUrl,
    error,
    secrets,
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
    credentials,
    trustedOrigins: options.trustedOrigins && [...options.trustedOrigins],
    pace: parts.pace?.({ clock, random })
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
    maxBodyBytes,
    redact: (text) => secrets.redact(text),
    fetch: sendStream,
    closed: end.signal,
    api: createApiClient<Paths>({ baseUrl, send, error, safe, slow, query }),
    close: () => end.abort(error({ code: 'closed', message: 'the client was closed' }))
  }
}
