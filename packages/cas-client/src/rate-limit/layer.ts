import { type Clock, type Pace, parseRetryAfter, type Reply, textOf } from '@geoclients/client-core'
import { pauseIn } from '../response/failure.ts'
import { RateLimiter } from './limiter.ts'

/** Where a service does not say how long to wait: half of its window. */
const defaultPause = 30_000
/** Who is asked to wait longer hears of the refusal instead. */
const longestPause = 600_000

/** The limit of one client: a layer around its tries, and when the next one may begin. */
export interface Limit extends Pace {
  readonly opensAt: () => number
}

/**
 * Lets the requests of one client begin no more often than `perMinute`. Every try waits for its turn, while the time of
 * its call stands still; after a 429 all of them wait. Whether a refused one is repeated is for `retry` to say.
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

/** Browsers may not read the header: the service exposes none to scripts of other origins. */
function pauseOf(reply: Reply, now: number): number | undefined {
  return parseRetryAfter(reply.headers.get('Retry-After'), now) ?? pauseIn(textOf(reply))
}
