import { equal } from 'node:assert/strict'
import type { Opened } from '@geoclients/contract-core'
import { CasClient, type CasClientOptions, type CasError, isCasError } from '../src/index.ts'

/** A server that offers the demo catalogue of `createCasMock`, and what it is told to allow. */
export interface CasServer {
  /** Without a slash at its end. */
  readonly baseUrl: string
  /** Let in where keys are asked for. */
  readonly apiKey: string
  /** Vertices that a geometry may have. */
  readonly maxVertices: number
  /** What one caller may send within a minute, where requests are counted. */
  readonly requestsPerMinute: number
}

/** What goes over the wire in place of what a client wrote, which would never be wrong. */
export interface Instead {
  /** Below the base URL. */
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Text and bytes go as they are, anything else as JSON. */
  readonly body?: unknown
}

/** One caller of a server: its key, its address and its share of the rate limit are its own. */
export interface CasContext {
  readonly server: CasServer
  /** Has the key, tries once. */
  readonly cas: CasClient
  /** Another client of this caller, without the key; it tries once. */
  readonly client: (options?: Partial<CasClientOptions>) => CasClient
  /** A client with the key whose first request is another one; what follows, such as a redirect, is its own. */
  readonly instead: (request: Instead) => CasClient
  /** A bare request with the key, whose answer is seen as it is: redirects are not followed. */
  readonly ask: (request: Instead) => Promise<Response>
}

/** The context of one feature, for `Target.open`; all requests go through `fetch`. */
export function openContext(server: CasServer, fetch: typeof globalThis.fetch): Opened<CasContext> {
  const { baseUrl, apiKey } = server
  const exchange = ({ path = '', method, headers, body }: Instead, init: RequestInit = {}) => {
    const all = new Headers(init.headers)
    for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value)
    return fetch(baseUrl + path, {
      ...init,
      headers: all,
      ...(method !== undefined && { method }),
      ...(body !== undefined && { body: isRaw(body) ? (body as BodyInit) : JSON.stringify(body) })
    })
  }
  const made: CasClient[] = []
  const client: CasContext['client'] = (options = {}) => {
    const cas = new CasClient({ baseUrl, retry: false, fetch, ...options })
    made.push(cas)
    return cas
  }
  const context: CasContext = {
    server,
    cas: client({ apiKey }),
    client,
    instead(request) {
      let sent = false
      return client({
        apiKey,
        fetch: (input, init) => {
          if (sent) return fetch(input, init)
          sent = true
          return exchange({ path: String(input).slice(baseUrl.length), ...request }, init)
        }
      })
    },
    ask: ({ headers, ...request }) =>
      exchange({ ...request, headers: { 'X-API-Key': apiKey, ...headers } }, { redirect: 'manual' })
  }
  return {
    context,
    close() {
      for (const cas of made) cas.close()
    }
  }
}

/** The error of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<CasError> {
  const outcome = await call.then(
    () => new Error('the call succeeded'),
    (error: unknown) => error
  )
  if (isCasError(outcome)) return outcome
  throw outcome
}

export function hasStatus({ status }: Response, expected: number): void {
  equal(status, expected, `the status is ${status}, not ${expected}`)
}

function isRaw(body: unknown): boolean {
  return typeof body === 'string' || body instanceof Uint8Array
}
