import { type Clock, sleep, systemClock } from './clock.ts'
import { createFaultQueue, type Fault, type FaultScope } from './faults/fault.ts'
import { playFault } from './faults/play-fault.ts'
import type { Handle } from './handle.ts'
import { readSeen, type SeenRequest } from './http/seen-request.ts'
import { toFetch } from './http/to-fetch.ts'
import { trimSlashes } from './http/trim-slashes.ts'

/** Delay of a response in milliseconds: a constant, or a function of the request. */
export type Latency = number | ((request: SeenRequest) => number)

/** The common interface of all mocks. */
export interface Mock {
  /** Base URL without a trailing slash. */
  readonly baseUrl: string
  /** Path of `baseUrl`; empty if it has none. */
  readonly basePath: string
  /** Answers a request, for any origin. Links in the response have the origin of the request. */
  readonly handle: Handle
  /** For a client's `fetch` option. Redirects are returned, not followed. */
  readonly fetch: typeof globalThis.fetch
  /** The requests since the start or the last `reset`, oldest first. Empty if the mock does not record. */
  readonly requests: readonly SeenRequest[]
  /** Makes the next request, or the next one in a scope, fail. Faults are queued. */
  failNext(fault: Fault, scope?: FaultScope): void
  /** Removes all faults, recorded requests and state. */
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

/** Adds recording, latency, faults and adapters to `answer`. */
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
