import type { ErrorFactory } from '../../errors/client-error.ts'
import type { Layer, RetryOptions } from '../../types/call.ts'
import { linkSignals, raceAbort } from '../../utils/abort-signals.ts'
import { type Clock, startTimer } from '../../utils/clock.ts'
import { describeCall } from '../network-error.ts'
import { isSafe } from '../retry.ts'

export interface TryTimeoutOptions {
  readonly clock: Clock
  readonly error: ErrorFactory
  readonly retry: RetryOptions | false
}

/**
 * Gives up a try that hangs, so that there is time left for another. Covers the headers and an error's body.
 * Calls that cannot be repeated, such as a synchronous execution, have only the total bound.
 */
export function tryTimeout(options: TryTimeoutOptions): Layer {
  const { clock, error: make } = options
  return (next) => async (url, init) => {
    const policy = init.context?.retry ?? options.retry
    if (policy === false || policy.limit === 0 || !isSafe(init)) return next(url, init)
    const { tryTimeout: limit = init.context?.slow ? Number.POSITIVE_INFINITY : 30_000 } = policy
    const call = describeCall(url, init)
    const link = linkSignals(init.signal)
    const cancelTimer = startTimer(clock, limit, () =>
      link.abort(
        make({
          code: 'timeout',
          message: `${call.method} ${call.url}: one try took longer than ${limit} ms`,
          ...call
        })
      )
    )
    try {
      // The link stays: the body that follows must end with the call's own signal.
      return await raceAbort(next(url, { ...init, signal: link.signal }), link.signal)
    } catch (error) {
      link.unlink()
      throw error
    } finally {
      cancelTimer()
    }
  }
}
