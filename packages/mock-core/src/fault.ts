import type { Handle } from './handle.ts'
import type { SeenRequest } from './seen-request.ts'

/** An error answer of your own. */
export interface StatusFault {
  readonly status: number
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Of `Retry-After`: seconds, or an HTTP date. */
  readonly retryAfter?: number | string
}

/**
 * What goes wrong.
 * - `network`: the connection breaks before an answer
 * - `hang`: no answer, until the request is aborted
 * - `broken-json`: 200 `application/json` whose body ends too early
 * - `html`: 502 with the HTML page of a gateway
 * - `stall`: the true answer, but its body stops half way and never ends
 * - a {@link StatusFault}
 * - a function, which answers in the mock's place
 *
 * Only `stall` lets the mock do the work that it was asked for.
 */
export type Fault = 'network' | 'hang' | 'broken-json' | 'html' | 'stall' | StatusFault | Handle

/** Which requests a fault is for. Default is any, and one of them. */
export interface FaultScope {
  readonly method?: string
  /** Path below the base path: the whole of it, or a pattern. */
  readonly path?: string | RegExp
  readonly when?: (request: SeenRequest) => boolean
  /** How many requests fail; may be Infinity. */
  readonly times?: number
}

interface Queued {
  readonly fault: Fault
  readonly scope: FaultScope
  left: number
}

/** Faults wait here for a request of their scope, first come first served. */
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
