import { type Clock, sleep, systemClock } from './clock.ts'
import { createFaultQueue, type Fault, type FaultScope } from './fault.ts'
import type { Handle } from './handle.ts'
import { playFault } from './play-fault.ts'
import { readSeen, type SeenRequest } from './seen-request.ts'
import { toFetch } from './to-fetch.ts'
import { trimSlashes } from './trim-slashes.ts'

/** Milliseconds before an answer: always the same, or as the request makes it. */
export type Latency = number | ((request: SeenRequest) => number)

/** What every mock offers, whatever API it plays. */
export interface Mock {
  /** Without a slash at its end. */
  readonly baseUrl: string
  /** Path of `baseUrl`; empty where it has none. */
  readonly basePath: string
  /** The mock itself. It answers on any origin; links in its answers start with the origin of the request. */
  readonly handle: Handle
  /** For a client's `fetch` option. Redirects are handed over, not followed. */
  readonly fetch: typeof globalThis.fetch
  /** Those seen since the start or the last `reset`, oldest first; all of them, unless the mock keeps no record. */
  readonly requests: readonly SeenRequest[]
  /** Lets the next request, or the next of a scope, go wrong. Faults queue up. */
  failNext(fault: Fault, scope?: FaultScope): void
  /** Back to the start: no faults, no requests seen, no state. */
  reset(): void
}

export interface CreateMockOptions {
  readonly baseUrl: string
  readonly answer: Handle
  /** Clears the state of the API. */
  readonly onReset: () => void
  readonly latency?: Latency | undefined
  readonly record?: boolean | undefined
  readonly clock?: Clock | undefined
}

/** Puts record, latency and faults before `answer`, and the adapters around it. */
export function createMock(options: CreateMockOptions): Mock {
  const { answer, onReset, latency = 0, clock = systemClock, record = true } = options
  const baseUrl = trimSlashes(options.baseUrl)
  const basePath = trimSlashes(new URL(baseUrl).pathname)
  const faults = createFaultQueue()
  const requests: SeenRequest[] = []

  const handle: Handle = async (request) => {
    const { seen, unread } = await readSeen(request, basePath)
    if (record) requests.push(seen)
    const fault = faults.take(seen)
    const delay = typeof latency === 'function' ? latency(seen) : latency
    if (delay > 0) await sleep(clock, delay, request.signal)
    return fault === undefined ? answer(unread) : playFault(fault, unread, answer)
  }

  return {
    baseUrl,
    basePath,
    handle,
    fetch: toFetch(handle),
    requests,
    failNext: (fault, scope) => faults.add(fault, scope),
    reset() {
      requests.length = 0
      faults.clear()
      onReset()
    }
  }
}
