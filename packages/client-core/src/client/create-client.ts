import type { ErrorFactory } from '../errors/client-error.ts'
import { onDemand, type Part, withPart } from '../on-demand/load.ts'
import { guardErrors, type SecretHolder } from '../redaction/guard-errors.ts'
import { defaultSettings, lowerCased, settingsReader } from '../request/call-settings.ts'
import type { Auth } from '../request/credentials/read-credentials.ts'
import { createWhoAsks, type WhoAsks } from '../request/credentials/who-asks.ts'
import { createApiClient } from '../request/operation/path-map.ts'
import {
  acceptOf,
  isRepeatable,
  type OperationParts,
  type RequestRule,
  writeOperation
} from '../request/operation/write-operation.ts'
import { createPipeline } from '../request/pipeline.ts'
import { readErrorBody } from '../response/body.ts'
import { type DescribeFailure, httpFailure } from '../response/http-failure.ts'
import type { ApiClient, RequestOptions } from '../types/api.ts'
import type { BodyMode, CallSettings, HeaderMap, Outgoing, Reply } from '../types/call.ts'
import type { Pace } from '../types/rate-limit.ts'
import { type Clock, systemClock } from '../utils/clock.ts'
import { checkBaseOptions } from '../validation/client-options.ts'
import { checkOrigins, type OwnArgument } from '../validation/request-options.ts'
import type { Rules } from '../validation/rules.ts'
import { readBaseUrl } from './base-url.ts'
import type { BaseOptions } from './options.ts'

/** The parts that differ from API to API. */
export interface CoreParts {
  readonly error: ErrorFactory
  /** Makes the API's error from a response that is not 2xx. Default: its status and the first words of its body. */
  readonly describe?: ((core: ClientCore<unknown>) => DescribeFailure) | undefined
  /** Of operations, as `'GET /things'`, what differs from the usual: `requestRules`, made from the contract. */
  readonly rules: Readonly<Record<string, RequestRule>>
  /** Operations, named likewise, that may take long: an attempt may use the whole time of the call. */
  readonly slow?: ReadonlySet<string> | undefined
  /** The rules of the options that only this client has. */
  readonly options?: Rules | undefined
  /** Reads who asks from the options, once they were checked. */
  readonly auth?: (() => Auth | undefined) | undefined
  /** Default time limit of a call in milliseconds. */
  readonly timeout: number
  /** What only some calls need. Default: the part of client-core. */
  readonly onDemand?: Part<unknown> | undefined
  /** Makes the client's limit on its requests from the options, once they were checked. Undefined if there is none. */
  readonly pace?: ((core: Pick<ClientCore<unknown>, 'clock' | 'random'>) => Pace | undefined) | undefined
}

/** How to follow a link that the server sent. */
export interface LinkOptions {
  readonly headers?: HeaderMap | undefined
  readonly mode: BodyMode
  /** Default: GET. */
  readonly method?: string | undefined
  /** The operation, as `'GET /things'`, whose media types are asked for. */
  readonly operation?: string | undefined
  readonly body?: string | undefined
}

/** What the methods of a client are built on: requests, errors, settings, clock and closing. */
export interface ClientCore<Paths> {
  readonly baseUrl: string
  readonly api: ApiClient<Paths>
  readonly fetch: typeof globalThis.fetch
  /** Makes the API's errors, with `***` in place of each secret that was sent. */
  readonly error: ErrorFactory
  readonly describe: DescribeFailure
  /** Returns the text with `***` in place of each secret that was sent. */
  readonly redact: (text: string) => string
  /** Makes a warning safe to show, whatever it quotes: hides secrets and limits the length. */
  readonly tellable: (warning: string) => string
  readonly clock: Clock
  readonly random: () => number
  /** Maximum size in bytes of a body that is read into memory. */
  readonly maxBodyBytes: number
  /** Distinguishes callers by the credentials that `auth` returns for them; undefined if there is no `auth`. */
  readonly whoAsks: WhoAsks | undefined
  /** Aborted, with a `ClientError` as reason, when the client is closed. */
  readonly closed: AbortSignal
  close(): void
  /**
   * Checks the options of a call and merges them with the client's defaults. Each call does this exactly once. `own` has the rules
   * of the options that this call has beside those of every call. Other names are refused.
   */
  settings<O extends RequestOptions>(options?: O, ...own: OwnArgument<O>): CallSettings
  /** Sends an operation of the contract, as `'GET /things'`. Rejects as the API describes its failures. */
  request(operation: string, settings: CallSettings, parts?: OperationParts): Promise<Reply>
  /** Follows a link that the server sent. Origins that are neither the service's own nor trusted get only harmless headers. */
  follow(url: string, settings: CallSettings, options: LinkOptions): Promise<Reply>
  /** Refuses a link to an origin that is neither the service's own nor trusted; `what` names the target in the error. */
  checkOrigin(url: string, what: string): void
  /** Like `fetch`, for a link that the server sent: resolves with a response of any status. */
  fetchLink(url: string, init?: RequestInit): Promise<Response>
}

const longestWarning = 1_000
const defaultMaxBodyBytes = 64 * 1024 * 1024

/** Checks the shared options and builds the client's own pipeline; nothing is shared between two clients. */
export function createCore<Paths>(options: BaseOptions, parts: CoreParts): ClientCore<Paths> {
  const secrets: SecretHolder = { registry: undefined }
  const error = guardErrors(parts.error, secrets)
  const redact = (text: string): string => secrets.registry?.redact(text) ?? text
  checkBaseOptions(options, parts.options ?? {}, error)
  const baseUrl = readBaseUrl(options.baseUrl, error)
  checkOrigins(options.trustedOrigins, baseUrl, error)
  const auth = parts.auth?.()
  const { clock = systemClock, random = Math.random, retry, use = [], headers, credentials } = options
  const { fetch = (input, init) => globalThis.fetch(input, init), maxBodyBytes = defaultMaxBodyBytes } = options
  const isPlatform = options.fetch === undefined || options.fetch === globalThis.fetch
  const { timeout = parts.timeout, allowPrivateAddresses } = options
  const trustedOrigins = [...(options.trustedOrigins ?? [])]
  const { origin } = new URL(baseUrl)
  const end = new AbortController()
  const closed = end.signal

  const own = { clock, closed, error }
  const defaults = defaultSettings(timeout, retry)
  const settings = settingsReader(defaults, error)
  const exchange = createPipeline({
    ...{ baseUrl, error, secrets, fetch, clock, random, closed, maxBodyBytes, credentials, settings: defaults },
    ...{ allowPrivateAddresses, isPlatform },
    ...{ auth, headers: lowerCased(headers), use: [...use] },
    trustedOrigins,
    pace: parts.pace?.({ clock, random })
  })
  const write = writeOperation({ ...parts, baseUrl, error })
  // In virtual time nothing waits for a file, so all of them come before it passes.
  if (clock !== systemClock) {
    const loaded = (parts.onDemand ?? onDemand).load(error).catch(() => {})
    clock.hold?.(loaded)
  }

  const accepted = (reply: Reply): Reply => {
    if (reply.ok) return reply
    throw core.describe(reply, readErrorBody(reply))
  }
  const fetchAny = async (
    input: Parameters<typeof fetch>[0],
    init?: RequestInit,
    linked = false
  ): Promise<Response> => {
    // What is no signal is refused by what is loaded.
    const given: unknown = init?.signal ?? (input as Partial<Request> | undefined)?.signal
    const bounds = defaults(given instanceof AbortSignal ? given : undefined)
    return withPart(own, onDemand, bounds, async ({ readFetchInput, handOut }, call) => {
      const { request, signal } = readFetchInput(input, init, `${baseUrl}/`, error)
      const kind = { safe: isRepeatable(request.method), body: 'stream' } as const
      return handOut(await exchange({ ...request, given: request.headers, linked }, { ...call, signal }, kind), secrets)
    })
  }

  const core: ClientCore<Paths> = {
    ...{ baseUrl, error, clock, random, maxBodyBytes, closed, settings },
    whoAsks: auth && createWhoAsks(auth, origin, clock, closed),
    describe: (reply, body) => describe(reply, body),
    redact,
    tellable: (warning) => {
      const clean = redact(warning)
      return clean.length > longestWarning ? `${clean.slice(0, longestWarning - 3)}...` : clean
    },
    checkOrigin: (url, what) => {
      const { origin: there } = new URL(url)
      if (there === origin || trustedOrigins.includes(there)) return
      const message = `${what} is at ${there}, which is neither the service's origin nor in trustedOrigins`
      throw error({ code: 'blocked-origin', message })
    },
    fetch: (input, init) => fetchAny(input, init),
    fetchLink: (url, init) => fetchAny(url, init, true),
    close: () => end.abort(error({ code: 'closed', message: 'the client was closed' })),
    api: createApiClient<Paths>({
      ...own,
      exchange,
      settings,
      write,
      secrets
    }),
    request: async (operation, call, own) => {
      const { request, kind } = write(operation, call, own)
      return accepted(await exchange(request, call, kind))
    },
    follow: async (url, call, { headers: own, mode, method = 'GET', operation, body }) => {
      const headers = { ...(operation && { accept: acceptOf(parts.rules, operation) }), ...own, ...call.headers }
      const request: Outgoing = { url: new URL(url).href, method, headers, body, given: call.headers, linked: true }
      return accepted(await exchange(request, call, { safe: isRepeatable(method), body: mode }))
    }
  }
  const plain: DescribeFailure = (reply, body) => error(httpFailure(reply, body, undefined, clock.now()))
  const describe = parts.describe?.(core as ClientCore<unknown>) ?? plain
  return core
}
