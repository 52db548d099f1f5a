import type { ClientError } from '../errors/client-error.ts'
import { onDemand } from '../on-demand/load.ts'
import { Secrets } from '../redaction/secret-registry.ts'
import { type DefaultSettings, defaultSettings, lowerCased } from '../request/call-settings.ts'
import { readFetchInput } from '../request/fetch/fetch-input.ts'
import { handOut } from '../request/fetch/hand-out.ts'
import { isRepeatable } from '../request/operation/write-operation.ts'
import { createPipeline, type Exchange, type PipelineOptions } from '../request/pipeline.ts'
import type { BodyMode, FetchInput, Reply, RetryOptions } from '../types/call.ts'
import { makeError } from './make-error.ts'
import { type FetchAnswer, fakeFetch, type Sent } from './network/fake-fetch.ts'
import { VirtualClock } from './virtual-clock.ts'

export const origin = 'https://api.example'

/** What a test says of one call. */
export interface TestCall {
  readonly timeout?: number
  readonly retry?: RetryOptions | false
  readonly safe?: boolean
  readonly slow?: boolean
  readonly body?: BodyMode
  readonly linked?: boolean
  readonly isSpared?: (reply: Reply) => boolean
}

export interface TestInit extends RequestInit {
  readonly call?: TestCall
}

export interface TestPipeline {
  /** Sends as `fetch` does; what comes is handed out as a `Response`. */
  readonly send: (input: FetchInput, init: TestInit) => Promise<Response>
  /** The reply itself. */
  readonly ask: (input: FetchInput, init?: TestInit) => Promise<Reply>
  readonly exchange: Exchange
  readonly settings: DefaultSettings
  readonly secrets: Secrets
  readonly sent: readonly Sent[]
  readonly clock: VirtualClock
  readonly close: () => ClientError
}

type Given = Omit<PipelineOptions, 'clock' | 'closed' | 'error' | 'secrets' | 'settings'>

/** The whole pipeline over a network that gives `answers` in turn; pauses have no jitter unless a test brings its own. */
export function testPipeline(
  answers: readonly FetchAnswer[],
  options: Partial<Given> & { readonly timeout?: number; readonly retry?: RetryOptions | false } = {},
  clock: VirtualClock = new VirtualClock()
): TestPipeline {
  const end = new AbortController()
  const { fetch, sent } = fakeFetch(...answers)
  const secrets = new Secrets()
  const error = secrets.guard(makeError)
  const { timeout = 60_000, retry = {}, headers, ...given } = options
  const settings = defaultSettings(timeout, retry)
  clock.hold(onDemand.load(error)) // as `createClient` does
  const exchange = createPipeline({
    ...{ baseUrl: `${origin}/base`, fetch, use: [], random: () => 0, maxBodyBytes: 1_000_000 },
    ...given,
    ...{ clock, closed: end.signal, secrets, error, settings, headers: lowerCased(headers) }
  })
  const ask: TestPipeline['ask'] = async (input, { call = {}, ...init } = {}) => {
    const { request, signal } = readFetchInput(input, init, `${origin}/base/`, error)
    const { timeout: own = timeout, retry: policy = retry, safe = isRepeatable(request.method) } = call
    const { slow, body = 'bytes', linked, isSpared } = call
    const asked = { ...settings(signal), timeout: own, retry: policy, isRetryAsked: Boolean(call.retry) }
    return exchange({ ...request, given: request.headers, linked }, asked, { safe, slow, body, isSpared })
  }
  const close = (): ClientError => {
    const reason = makeError({ code: 'closed', message: 'the client was closed' })
    end.abort(reason)
    return reason
  }
  const send: TestPipeline['send'] = async (input, init) => handOut(await ask(input, init), secrets)
  return { send, ask, exchange, settings, secrets, sent, clock, close }
}
