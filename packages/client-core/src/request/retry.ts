import { isClientError } from '../errors/client-error.ts'
import type { Layer, Outgoing, Reply } from '../types/call.ts'
import type { Pace } from '../types/rate-limit.ts'
import { type Backoff, backoffDelay } from '../utils/backoff.ts'
import type { Clock } from '../utils/clock.ts'
import { retryAfterOf } from '../utils/retry-after.ts'
import type { Call } from './call.ts'
import { wasNeverSent } from './network-error.ts'

export interface RetryLayerOptions {
  readonly clock: Clock
  readonly random: () => number
  readonly pace?: Pick<Pace, 'pauseAfter'> | undefined
}

const passingStatus = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504])
const backoff: Backoff = { min: 200, max: 30_000, factor: 2 }

/**
 * Repeats requests after temporary failures, until the body is read. Operations that the contract calls safe are repeated
 * after network faults, timeouts of an attempt, and status 408, 429, 500, 502, 503 or 504. Other operations are repeated only
 * if the request had no effect: the connection never opened, or the caller passed `retry` to this call and the server
 * returned 429 or 503 with `Retry-After`.
 */
export function retry({ clock, random, pace }: RetryLayerOptions): Layer {
  return (next) => async (request, call) => {
    const policy = call.settings.retry
    if (policy === false || request.body instanceof ReadableStream) return next(request, call)
    const { limit = 2, maxDelay = backoff.max } = policy
    for (let round = 0; ; round++) {
      let reply: Reply | undefined
      let failure: unknown
      try {
        reply = await next(request, call)
        if (reply.ok) return reply
      } catch (error) {
        failure = error
      }
      const asked = reply && retryAfterOf(reply, clock)
      const delay =
        (reply && pace?.pauseAfter(reply)) ?? asked ?? backoffDelay({ ...backoff, max: maxDelay }, round, random)
      const mayRepeat = reply ? mayRepeatStatus(reply.status, call, asked) : mayRepeatFailure(failure, call, request)
      if (!mayRepeat || round >= limit || delay > maxDelay || delay >= call.left) {
        if (reply) return reply
        throw failure
      }
      await call.pause(delay)
    }
  }
}

function mayRepeatStatus(status: number, { kind, settings }: Call, asked: number | undefined): boolean {
  if (kind.safe) return passingStatus.has(status)
  return settings.isRetryAsked && asked !== undefined && (status === 429 || status === 503)
}

function mayRepeatFailure(failure: unknown, { kind }: Call, request: Outgoing): boolean {
  if (!isClientError(failure)) return false
  return kind.safe ? failure.code === 'network' || failure.code === 'timeout' : wasNeverSent(failure, request)
}
