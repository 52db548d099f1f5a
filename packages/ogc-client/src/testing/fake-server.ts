import type { Clock } from '@geoclients/client-core'
import { OgcClient } from '../client/ogc-client.ts'
import type { OgcClientOptions } from '../client/options.ts'

export const baseUrl = 'https://ogc.example/base'

/** A request as it reached the server. */
export interface SeenCall {
  /** `GET /jobs/1`, the path counted from the base URL; to another origin the whole URL. */
  readonly line: string
  readonly headers: Headers
  readonly body: unknown
  readonly signal: AbortSignal | undefined
  /** On the clock of the test. */
  readonly at: number
}

export type Answer = (call: SeenCall) => Response | Promise<Response>

export interface FakeServer {
  readonly fetch: typeof globalThis.fetch
  readonly calls: SeenCall[]
  /** The requests so far, one line each. */
  readonly lines: () => string[]
}

/** Answers by request line; several answers come in turn, and the last one stays. Any other request fails. */
export function fakeServer(routes: Readonly<Record<string, Answer | readonly Answer[]>>, clock?: Clock): FakeServer {
  const calls: SeenCall[] = []
  const asked = new Map<string, number>()
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const { method = 'GET', headers, body, signal } = init
    const line = `${method} ${String(input).replace(baseUrl, '')}`
    const call = { line, headers: new Headers(headers), body, signal: signal ?? undefined, at: clock?.now() ?? 0 }
    calls.push(call)
    const answers = [routes[line] ?? []].flat()
    const turn = asked.get(line) ?? 0
    asked.set(line, turn + 1)
    const answer = answers[Math.min(turn, answers.length - 1)]
    if (!answer) throw new Error(`no test expected ${line}`)
    return answer(call)
  }
  return { fetch, calls, lines: () => calls.map(({ line }) => line) }
}

export function json(body: unknown, init?: ResponseInit): Answer {
  return () => Response.json(body, init)
}

export function text(body: string, type: string | undefined, init: ResponseInit = {}): Answer {
  const headers = new Headers(init.headers)
  if (type) headers.set('Content-Type', type)
  // Bytes, since Response gives a string a media type of its own.
  return () => new Response(new TextEncoder().encode(body), { ...init, headers })
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return () => new Response(null, { status, headers })
}

export function fails(fault: unknown): Answer {
  return () => Promise.reject(fault)
}

/** Never answers; gives up when its signal is aborted, as a platform's fetch does. */
export const hangs: Answer = ({ signal }) =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** A client of that server that tries each request once. */
export function clientOf(server: FakeServer, options: Partial<OgcClientOptions> = {}): OgcClient {
  return new OgcClient({ baseUrl, fetch: server.fetch, retry: false, ...options })
}
