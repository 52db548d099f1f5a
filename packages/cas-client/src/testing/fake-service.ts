import type { Clock } from '@geoclients/client-core'
import { CasClient } from '../client/cas-client.ts'
import type { CasClientOptions } from '../client/options.ts'

export const origin = 'https://cas.example'
export const baseUrl: string = `${origin}/attributes`

/** A request as it reached the network. */
export interface Seen {
  /** `GET /attributes/health`; to another origin with the whole URL. */
  readonly line: string
  readonly headers: Headers
  readonly body: unknown
  readonly signal: AbortSignal | undefined
  /** On the clock of the test. */
  readonly at: number
}

export type Answer = (seen: Seen) => Response | Promise<Response>

export interface FakeService {
  readonly fetch: typeof globalThis.fetch
  readonly seen: Seen[]
  /** The requests so far, one line each. */
  readonly lines: () => string[]
  /** The only request that was made. */
  readonly only: () => Seen
}

/** Answers by request line; several answers come in turn, and the last one stays. Any other request fails. */
export function fakeService(routes: Readonly<Record<string, Answer | readonly Answer[]>>, clock?: Clock): FakeService {
  const seen: Seen[] = []
  const lines = (): string[] => seen.map(({ line }) => line)
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const { method = 'GET', headers, body, signal } = init
    const line = `${method} ${String(input).replace(origin, '')}`
    const request = { line, headers: new Headers(headers), body, signal: signal ?? undefined, at: clock?.now() ?? 0 }
    const turn = lines().filter((before) => before === line).length
    seen.push(request)
    const answers = [routes[line] ?? []].flat()
    const answer = answers[Math.min(turn, answers.length - 1)]
    if (!answer) throw new Error(`no test expected ${line}`)
    return answer(request)
  }
  const only = (): Seen => {
    const [first] = seen
    if (!first || seen.length !== 1) throw new Error(`expected one request, saw ${seen.length}: ${lines().join(', ')}`)
    return first
  }
  return { fetch, seen, lines, only }
}

/** A client of that service that tries each request once. */
export function clientOf({ fetch }: FakeService, options: Partial<CasClientOptions> = {}): CasClient {
  return new CasClient({ baseUrl, fetch, retry: false, ...options })
}

export function json(body: unknown, init?: ResponseInit): Answer {
  return () => Response.json(body, init)
}

export function text(body: string, type: string, init: ResponseInit = {}): Answer {
  return () => new Response(body, { ...init, headers: { ...init.headers, 'Content-Type': type } })
}

export const networkFault: Answer = () => Promise.reject(new TypeError('fetch failed'))

/** Never answers; gives up when its signal is aborted, as a platform's fetch does. */
export const hangs: Answer = ({ signal }) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
