import type { ClientError, ErrorFactory } from '../../errors/client-error.ts'
import { rememberCall } from '../../response/request-info.ts'
import type { CallInit, Layer } from '../../types/call.ts'
import { linkSignalsWeakly, raceAbort } from '../../utils/abort-signals.ts'
import type { Clock } from '../../utils/clock.ts'
import { abortedBy, describeCall, toClientError } from '../network-error.ts'
import { keepsDeadline } from './body-deadline.ts'
import { guardBody } from './body-guard.ts'
import { startDeadline } from './deadline.ts'

export interface TotalTimeoutOptions {
  readonly clock: Clock
  readonly error: ErrorFactory
  /** Default bound of a call in milliseconds. */
  readonly timeout: number
  /** Aborted, with a `ClientError` as reason, when the client is closed. */
  readonly closed: AbortSignal
  /** Longest buffered body in bytes. */
  readonly maxBodyBytes: number
}

/**
 * Bounds the whole call, its tries and pauses included, and makes everything that can go wrong a `ClientError`.
 * A buffered body must arrive within the same bound; a streamed one may take as long as it likes, but each chunk
 * has at most that long.
 */
export function totalTimeout(options: TotalTimeoutOptions): Layer {
  const { clock, error: make, closed } = options
  return (next) => async (url, init) => {
    const timeout = init.context?.timeout ?? options.timeout
    const timedOut = (what: string): ClientError => {
      const call = describeCall(url, init)
      return make({
        code: 'timeout',
        message: `${call.method} ${call.url}: ${what} within ${timeout} ms`,
        ...call
      })
    }
    const stream = init.context?.stream
    const isOpen = (bytes: number): boolean => bytes >= options.maxBodyBytes && !(guarded && keepsDeadline(guarded))
    const isStream = (bytes: number): boolean => stream === true || (stream === 'open' && isOpen(bytes))
    let guarded: Response | undefined
    // Weakly: a caller may forget a body that it never read, and its signal may live as long as its program.
    const link = linkSignalsWeakly(init.signal, closed)
    const failed = (fault: unknown): ClientError => {
      const { aborted, reason } = link.signal
      // A caller may abort with the ClientError of another call: that is the cause here, not the outcome.
      const byCaller = aborted && reason === init.signal?.reason && reason !== closed.reason
      return byCaller ? abortedBy(reason, url, init, make) : toClientError(fault, url, init, make, link.signal)
    }
    const works: (() => void)[] = []
    const end = (): void => {
      link.unlink()
      for (const work of works.splice(0)) work()
    }
    const deadline = startDeadline(clock, timeout, () => link.abort(timedOut('no answer')))
    const inner: CallInit = {
      ...init,
      signal: link.signal,
      context: { ...init.context, deadline, atEnd: (work) => works.push(work) }
    }
    try {
      link.signal.throwIfAborted()
      const response = await raceAbort(next(url, inner), link.signal)
      guarded = guardBody(response, {
        clock,
        signal: link.signal,
        patience: (bytes) => (isStream(bytes) ? timeout : deadline.left()),
        maxBytes: stream ? Number.POSITIVE_INFINITY : options.maxBodyBytes,
        onTimeout: (bytes) => timedOut(isStream(bytes) ? 'no further part of the body' : 'the body was not complete'),
        onTooLarge: () => tooLarge(url, init, options),
        onFault: failed,
        onEnd: end
      })
      rememberCall(guarded, describeCall(response.url || url, init))
      return guarded
    } catch (fault) {
      const failure = failed(fault)
      end()
      throw failure
    } finally {
      deadline.cancel()
    }
  }
}

function tooLarge(url: string, init: CallInit, { error, maxBodyBytes }: TotalTimeoutOptions): ClientError {
  const call = describeCall(url, init)
  const message = `${call.method} ${call.url}: the body is longer than ${maxBodyBytes} bytes`
  return error({ code: 'body-too-large', message, ...call })
}
