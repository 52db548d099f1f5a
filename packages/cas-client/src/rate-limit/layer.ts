import { type Clock, type Pace, parseRetryAfter, type Reply } from '@geoclients/client-core'
import { pauseIn } from '../response/failure.ts'
import { RateLimiter } from './limiter.ts'

/** Pause if the service names none: half of its window. */
const defaultPause = 30_000
/** Longest accepted pause. If the service asks for more, the call rejects. */
const longestPause = 600_000

/** The rate limit of one client: a layer around its attempts, and the time when the next one may begin. */
export interface Limit extends Pace {
  readonly opensAt: () => number
}

/**
 * Limits the requests of one client to `perMinute`. Every attempt waits for its turn, and this wait does not count towards the
 * time of its call. After a 429 all attempts wait. `retry` decides whether a refused request is repeated.
 */
export function limitRequests(perMinute: number, clock: Clock, random: () => number): Limit {
  const limiter = new RateLimiter(perMinute, clock, random)
  const pauses = new WeakMap<Reply, number>()

  return {
    opensAt: () => limiter.opensAt(),
    attempt: (next) => async (request, call) => {
      await call.untimed((signal) => limiter.enter(signal))
      const reply = await next(request, call)
      if (reply.status === 429) {
        const pause = pauseOf(reply, clock.now()) ?? defaultPause
        limiter.refused(Math.min(pause, longestPause))
        pauses.set(reply, pause > longestPause ? Number.POSITIVE_INFINITY : 0)
      }
      return reply
    },
    pauseAfter: (reply) => pauses.get(reply)
  }
}

/** The requested pause. Browsers read it from the message, because the service exposes no headers to other origins. */
function pauseOf(reply: Reply, now: number): number | undefined {
  return parseRetryAfter(reply.headers.get('Retry-After'), now) ?? pauseIn(new TextDecoder().decode(reply.bytes))
}
