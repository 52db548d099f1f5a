import type { Handle } from '../handle.ts'
import type { SeenRequest } from '../http/seen-request.ts'

/** A custom error response. */
export interface StatusFault {
  readonly status: number
  /** A string is sent unchanged, anything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Value of `Retry-After`: seconds or an HTTP date. */
  readonly retryAfter?: number | string
}

/**
 * A fault.
 * - `network`: the connection breaks before a response
 * - `hang`: no response until the request is aborted
 * - `broken-json`: 200 `application/json` with an incomplete body
 * - `html`: 502 with the HTML page of a gateway
 * - `stall`: the real response, but its body stops halfway and never ends
 * - a {@link StatusFault}
 * - a function that answers instead of the mock
 *
 * The mock processes the request only for `stall`.
 */
export type Fault = 'network' | 'hang' | 'broken-json' | 'html' | 'stall' | StatusFault | Handle

/** The requests that a fault applies to. Default: the next request. */
export interface FaultScope {
  readonly method?: string
  /** Path below the base path: the whole path, or a pattern. */
  readonly path?: string | RegExp
  readonly when?: (request: SeenRequest) => boolean
  /** Number of requests that fail. May be Infinity. Default 1. */
  readonly times?: number
}

interface Queued {
  readonly fault: Fault
  readonly scope: FaultScope
  left: number
}

/** Queued faults. A request gets the first one whose scope matches. */
export interface FaultQueue {
  add(fault: Fault, scope?: FaultScope): void
  take(request: SeenRequest): Fault | undefined
  clear(): void
}

export function createFaultQueue(): FaultQueue {
  let queue: Queued[] = []
  return {
    add(fault, scope = {}) {
      queue.push({ fault, scope, left: scope.times ?? 1 })
    },
    take(request) {
      const found = queue.find(({ scope }) => inScope(scope, request))
      if (found === undefined) return undefined
      found.left -= 1
      queue = queue.filter(({ left }) => left > 0)
      return found.fault
    },
    clear() {
      queue = []
    }
  }
}

function inScope({ method, path, when }: FaultScope, request: SeenRequest): boolean {
  if (method !== undefined && method.toUpperCase() !== request.method) return false
  if (typeof path === 'string' && path !== request.path) return false
  if (path instanceof RegExp && request.path.search(path) === -1) return false
  return when?.(request) ?? true
}
