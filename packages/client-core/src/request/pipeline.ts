import { onDemand } from '../on-demand/load.ts'
import type { CallKind, CallSettings, CredentialsMode, HeaderMap, Layer, Outgoing, Reply, Send } from '../types/call.ts'
import type { Pace } from '../types/rate-limit.ts'
import { Call, type CallContext } from './call.ts'
import type { DefaultSettings } from './call-settings.ts'
import { credentials } from './credentials/credentials.ts'
import type { Auth } from './credentials/read-credentials.ts'
import type { FetchMiddleware } from './middleware.ts'
import { isRepeatable } from './operation/write-operation.ts'
import { type ReceiveOptions, receive } from './receive.ts'
import { redirects, redirectsAreVisible } from './redirect/follow-redirects.ts'
import { retry } from './retry.ts'
import { send } from './send.ts'

export interface PipelineOptions extends Omit<CallContext, 'calls'>, ReceiveOptions {
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
  /** Whether `fetch` is the platform's own. Default false. */
  readonly isPlatform?: boolean | undefined
  readonly random: () => number
  readonly use: readonly FetchMiddleware[]
  readonly pace?: Pace | undefined
  readonly auth?: Auth | undefined
  /** The configured headers, with lower-case names. */
  readonly headers: HeaderMap
  readonly credentials?: CredentialsMode | undefined
  /** Other origins that receive headers and credentials. */
  readonly trustedOrigins?: readonly string[] | undefined
  /** Whether links and redirects may lead to this machine or a private network. */
  readonly allowPrivateAddresses?: boolean | undefined
  readonly settings: DefaultSettings
}

/** Sends a request and reads its response, of any status. Rejects with a `ClientError` if none arrives. */
export type Exchange = (request: Outgoing, settings: CallSettings, kind: CallKind) => Promise<Reply>

/**
 * The steps of every request. The caller's `use` is outside of retry and credentials: it sees each call once, and no
 * secrets. The caller's `fetch` is the innermost step: it sees each attempt as it is sent.
 */
export function createPipeline(options: PipelineOptions): Exchange {
  const origin = new URL(options.baseUrl).origin
  const origins = [origin, ...(options.trustedOrigins ?? [])]
  const shown = { ...options, visible: redirectsAreVisible() }
  const pace = options.pace?.attempt ?? direct

  const way = retry(options)(
    pace(credentials({ ...options, origins })(redirects(shown)(send({ ...options, origin, origins }))))
  )

  const calls = new Set<Call>()
  const { clock, error, closed } = options
  const context: CallContext = { clock, error, closed, calls }
  closed.addEventListener('abort', () => {
    for (const call of [...calls]) call.stop(closed.reason)
  })

  const along = async (outer: Send, request: Outgoing, settings: CallSettings, kind: CallKind): Promise<Reply> => {
    const call = new Call(context, request.method, request.url, settings, kind)
    let reply: Reply | undefined
    try {
      reply = await outer(request, call)
      return reply
    } finally {
      if (!reply?.rest) call.leave()
    }
  }
  if (options.use.length === 0) return (request, settings, kind) => along(way, request, settings, kind)
  const alone = (request: Outgoing, signal: AbortSignal | undefined): Promise<Reply> =>
    along(way, request, options.settings(signal), { safe: isRepeatable(request.method), body: 'bytes' })
  let wrapped: Send | undefined
  const outer: Send = async (request, call) => {
    const { middleware } = onDemand.there ?? (await call.within(() => onDemand.load(error)))
    wrapped ??= middleware({ ...options, receive, alone }, way)
    return wrapped(request, call)
  }
  return (request, settings, kind) => along(outer, request, settings, kind)
}

const direct: Layer = (next) => next
