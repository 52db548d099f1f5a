import type { Clock } from '@geoclients/client-core'
import type { Opened } from '@geoclients/contract-core'
import { OgcClient } from '../src/client/ogc-client.ts'

/** What came back for one request, read whole. */
export interface Answer {
  readonly method: string
  /** Below the base URL, with its query: `/jobs/job-1/results`. A whole URL where it lies elsewhere. */
  readonly path: string
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/**
 * What a feature is run with: a server that offers the processes of `src/mock/processes` and has no jobs yet.
 * A feature never asks which server it is.
 */
export interface OgcContext {
  /** A new client of the server. */
  readonly ogc: OgcClient
  /** Another one, which shares nothing with `ogc`. */
  readonly connect: () => OgcClient
  /** Sends what the client would not; the path counts from the base URL. Media type of a body: JSON, where not given. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Answer>
  /** Everything that the server has answered to this feature, oldest first. */
  readonly answers: readonly Answer[]
  /** What the clients have warned of. */
  readonly warnings: readonly string[]
}

export interface OpenOptions {
  readonly baseUrl: string
  /** Reaches the server; every answer is checked where it passed through the `watch` of the target. */
  readonly fetch: typeof globalThis.fetch
  /** Default: the platform's time. */
  readonly clock?: Clock | undefined
  /** Leaves the server without jobs. */
  readonly cleanUp?: (() => Promise<void>) | undefined
}

/** The context of one feature: for `Target.open`. */
export function openContext({ baseUrl, fetch, clock, cleanUp }: OpenOptions): Opened<OgcContext> {
  const answers: Answer[] = []
  const warnings: string[] = []
  const recorded: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    answers.push(await record(input, init, response, baseUrl))
    return response
  }
  const clients: OgcClient[] = []
  const connect = (): OgcClient => {
    const client = new OgcClient({
      baseUrl,
      fetch: recorded,
      onWarning: (message) => warnings.push(message),
      ...(clock && { clock })
    })
    clients.push(client)
    return client
  }
  const ask: OgcContext['ask'] = async (path, init = {}) => {
    const headers = new Headers(init.headers)
    if (!headers.has('Accept')) headers.set('Accept', 'application/json')
    if (init.body != null && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json')
    const url = baseUrl + path
    const full = { ...init, headers, redirect: 'manual' } as const
    const answer = await record(url, full, await fetch(url, full), baseUrl)
    answers.push(answer)
    return answer
  }
  return {
    context: { ogc: connect(), connect, ask, answers, warnings },
    async close() {
      for (const client of clients) client.close()
      await cleanUp?.()
    }
  }
}

async function record(
  input: string | URL | Request,
  init: RequestInit | undefined,
  response: Response,
  baseUrl: string
): Promise<Answer> {
  const request = input instanceof Request ? input : undefined
  const url = request?.url ?? String(input)
  return {
    method: init?.method ?? request?.method ?? 'GET',
    path: url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url,
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.clone().arrayBuffer())
  }
}
