import { isClientError } from '../errors/client-error.ts'
import type { CallInit, Layer, RetryOptions } from '../types/call.ts'
import type { Pace } from '../types/rate-limit.ts'
import { type Backoff, backoffDelay } from '../utils/backoff.ts'
import { type Clock, sleep } from '../utils/clock.ts'
import { parseRetryAfter } from '../utils/retry-after.ts'
import { wasNeverSent } from './network-error.ts'

export interface RetryLayerOptions {
  readonly clock: Clock
  readonly random: () => number
  /** The client's policy; `false` turns retries off. */
  readonly retry: RetryOptions | false
  readonly pace?: Pick<Pace, 'pauseAfter'> | undefined
}

const passingStatus = new Set([408, 429, 500, 502, 503, 504])
const repeatableMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'DELETE'])
const backoff: Backoff = { min: 200, max: 30_000, factor: 2 }

/**
 * Repeats what failed in passing. An operation that the contract calls safe is repeated on network faults, timeouts of
 * a try and the statuses 408, 429, 500, 502, 503 and 504. Any other only where the request cannot have had an effect:
 * the connection never opened, or the caller gave `retry` for this very call and the server refused it with 429 or 503
 * and a `Retry-After`.
 */
export function retry(options: RetryLayerOptions): Layer {
  const { clock, random, pace } = options
  return (next) => async (url, init) => {
    const policy = init.context?.retry ?? options.retry
    if (policy === false || init.body instanceof ReadableStream) return next(url, init)
    const { limit = 2, maxDelay = backoff.max } = policy
    const safe = isSafe(init)

    for (let round = 0; ; round++) {
      let response: Response | undefined
      let failure: unknown
      try {
        response = await next(url, init)
        if (response.ok) return response
      } catch (error) {
        failure = error
      }
      const asked = parseRetryAfter(response?.headers.get('Retry-After'), clock.now())
      const optedIn = Boolean(init.context?.retry) && asked !== undefined
      const again = response
        ? mayRepeatStatus(response.status, safe, optedIn)
        : mayRepeatFailure(failure, safe, url, init)
      const paced = response && pace?.pauseAfter(response)
      const delay = paced ?? asked ?? backoffDelay({ ...backoff, max: maxDelay }, round, random)
      const inTime = delay <= maxDelay && delay < (init.context?.deadline?.left() ?? Number.POSITIVE_INFINITY)
      if (!again || round >= limit || !inTime || init.signal?.aborted) {
        if (response) return response
        throw failure
      }
      await response?.body?.cancel()
      await sleep(clock, delay, init.signal ?? new AbortController().signal)
    }
  }
}

/** Whether a call may be repeated: as the contract says, else as its method lets expect. */
export function isSafe(init: CallInit): boolean {
  return init.context?.safe ?? repeatableMethods.has((init.method ?? 'GET').toUpperCase())
}

function mayRepeatStatus(status: number, safe: boolean, optedIn: boolean): boolean {
  return safe ? passingStatus.has(status) : optedIn && (status === 429 || status === 503)
}

function mayRepeatFailure(failure: unknown, safe: boolean, url: string, init: CallInit): boolean {
  if (!isClientError(failure)) return false
  return safe ? failure.code === 'network' || failure.code === 'timeout' : wasNeverSent(failure, url, init)
}
