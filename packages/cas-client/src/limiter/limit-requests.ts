import {
  type CallInit,
  linkSignals,
  type OwnLayers,
  parseRetryAfter,
  type RetryOptions,
  type Runtime,
  toClientError
} from '@geoclients/client-core'
import { pauseIn } from '../reader/failure.ts'
import { RateLimiter } from './rate-limiter.ts'

/** Where a service does not say how long to wait: half of its window. */
const defaultPause = 30_000

/**
 * Lets the requests of one client begin no more often than `perMinute`. A call waits for its turn before its `timeout`
 * begins, and waits anew where it was refused with 429, as often as `retry` says. A try that is repeated for another
 * reason is one more request and waits within the `timeout`.
 */
export function limitRequests(
  perMinute: number,
  retry: RetryOptions | false,
  { clock, random, closed, error }: Pick<Runtime<unknown>, 'clock' | 'random' | 'closed' | 'error'>
): OwnLayers {
  const limiter = new RateLimiter(perMinute, clock, random)

  const enter = async (url: string, init: CallInit): Promise<number> => {
    const link = linkSignals(init.signal, closed)
    try {
      return await limiter.enter(link.signal)
    } catch (fault) {
      throw toClientError(fault, url, init, error, link.signal)
    } finally {
      link.unlink()
    }
  }

  return {
    call: (next) => async (url, init) => {
      const policy = init.context?.retry ?? retry
      const limit = policy === false || init.body instanceof ReadableStream ? 0 : (policy.limit ?? 2)
      for (let round = 0; ; round++) {
        const admission = { begun: await enter(url, init), spent: false }
        try {
          const response = await next(url, { ...init, context: { ...init.context, admission } })
          if (response.status !== 429 || round === limit) return response
          await response.body?.cancel()
        } finally {
          if (!admission.spent) limiter.giveBack(admission.begun)
        }
      }
    },
    attempt: (next) => async (url, init) => {
      const admission = init.context?.admission
      if (!admission || admission.spent) await enter(url, init)
      else admission.spent = true
      const begun = clock.now()
      const response = await next(url, init)
      if (response.status !== 429) limiter.succeeded()
      else limiter.refused(begun, (await pauseOf(response, clock.now())) ?? defaultPause)
      return response
    }
  }
}

/** Browsers may not read the header: the service exposes none to scripts of other origins. */
async function pauseOf(response: Response, now: number): Promise<number | undefined> {
  return parseRetryAfter(response.headers.get('Retry-After'), now) ?? pauseIn(await response.clone().text())
}
