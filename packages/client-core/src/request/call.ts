import { type ClientError, type ErrorFactory, isClientError } from '../errors/client-error.ts'
import { requestError } from '../errors/request-error.ts'
import type { CallKind, CallSettings } from '../types/call.ts'
import { follow } from '../utils/abort-signals.ts'
import { type Clock, sleep, startTimer } from '../utils/clock.ts'
import type { followWeakly } from './fetch/follow-weakly.ts'

/** The state that all calls of a client share. */
export interface CallContext {
  readonly clock: Clock
  readonly error: ErrorFactory
  /** Aborted, with a `ClientError` as reason, when the client is closed. */
  readonly closed: AbortSignal
  /** The running calls, which end when the client is closed. */
  readonly calls: Set<Call>
}

/** Time limits of a step. */
export interface Bounds {
  /** Milliseconds. Default: the time of the call. */
  readonly limit?: number
  /** Error text for a step that took longer than `limit`; the limit is appended. */
  readonly tooLate?: string
  /** Whether the time of the call limits it too. Default true. */
  readonly isOfCall?: boolean
}

/** One step of a call, such as an attempt. */
export interface Attempt {
  readonly signal: AbortSignal
  /** What it waits for, for the error of a timeout. */
  waitingFor: string
  /** Called when the step is abandoned. */
  onStop: ((fault: ClientError) => void) | undefined
  /** Set when its own limit is lifted, so only the time of the call applies. */
  isLifted: boolean
}

/**
 * One call from beginning to end. Only this class limits its time. The call ends if the caller's signal is aborted, the
 * client is closed, or its time is over. Its running step is then abandoned, even if that ignores its signal.
 */
export class Call {
  readonly method: string
  readonly #url: string
  readonly settings: CallSettings
  readonly kind: CallKind
  readonly #context: CallContext
  readonly #stops = new Set<(fault: ClientError) => void>()
  #fault: ClientError | undefined
  #end: number
  #heldSince: number | undefined
  #unlink: (() => void) | undefined

  constructor(context: CallContext, method: string, url: string, settings: CallSettings, kind: CallKind) {
    this.method = method
    this.#url = url
    this.settings = settings
    this.kind = kind
    this.#context = context
    this.#end = settings.end ?? context.clock.now() + settings.timeout
    const { closed, calls } = context
    calls.add(this)
    if (closed.aborted) this.stop(closed.reason)
    if (settings.signal) this.#unlink = follow([settings.signal], (reason) => this.stop(reason))
  }

  /** Milliseconds until its time is over, at least 0. */
  get left(): number {
    return Math.max(0, this.#end - (this.#heldSince ?? this.#context.clock.now()))
  }

  /** Ends the call and removes its listeners from signals. */
  leave(): void {
    this.#context.calls.delete(this)
    this.#unlink?.()
  }

  /** Hands over to `link`, by which the signals that end the call no longer keep it alive. */
  loosen(link: typeof followWeakly): void {
    this.leave()
    this.#unlink = link(this, [this.settings.signal, this.#context.closed], stopIt)
  }

  /** An error about this call. */
  error(code: ClientError['code'], what: string, more?: { readonly cause: unknown }): ClientError {
    return requestError(this.#context.error, code, { method: this.method, url: this.#url }, what, more)
  }

  /** Runs a step within its limits. Rejects as soon as a limit is reached or the call ends. */
  within<T>(work: (attempt: Attempt) => Promise<T>, bounds: Bounds = {}): Promise<T> {
    if (this.#fault) return Promise.reject(this.#fault)
    const { limit = Number.POSITIVE_INFINITY, tooLate = '', isOfCall = true } = bounds
    const { clock } = this.#context
    return new Promise<T>((resolve, reject) => {
      const controller = new AbortController()
      const attempt: Attempt = {
        signal: controller.signal,
        waitingFor: 'no response',
        onStop: undefined,
        isLifted: false
      }
      const stop = (fault: ClientError): void => {
        end()
        controller.abort(fault)
        attempt.onStop?.(fault)
        reject(fault)
      }
      const late = (): void => {
        if (isShorter && !attempt.isLifted) stop(this.error('timeout', `: ${tooLate} ${limit} ms`))
        // Its time may have been paused meanwhile.
        else if (this.left > 0) cancelTimer = startTimer(clock, this.left, late)
        else stop(this.error('timeout', `: ${attempt.waitingFor} within ${this.settings.timeout} ms`))
      }
      const end = (): void => {
        cancelTimer()
        this.#stops.delete(stop)
      }
      const { left } = this
      const isShorter = !isOfCall || limit < left
      let cancelTimer = startTimer(clock, isShorter ? limit : left, late)
      this.#stops.add(stop)
      work(attempt).then(
        (value) => {
          end()
          resolve(value)
        },
        (fault) => {
          end()
          reject(fault)
        }
      )
    })
  }

  /** Pauses, but no longer than the call lasts. */
  pause(delay: number): Promise<void> {
    return this.within(({ signal }) => sleep(this.#context.clock, delay, signal))
  }

  /** Runs a wait that does not count towards the time of the call, such as a rate limit. */
  async untimed<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { clock } = this.#context
    const since = clock.now()
    const isHeld = this.#heldSince !== undefined
    this.#heldSince ??= since
    try {
      return await this.within(({ signal }) => work(signal), { isOfCall: false })
    } finally {
      if (!isHeld) {
        this.#end += clock.now() - since
        this.#heldSince = undefined
      }
    }
  }

  /** Ends the call because its caller aborted or the client was closed. */
  stop(reason: unknown): void {
    const { closed } = this.#context
    const isClosed = closed.aborted && isClientError(closed.reason)
    this.#fault ??= isClosed ? closed.reason : this.error('aborted', ' was aborted', { cause: reason })
    for (const stop of [...this.#stops]) stop(this.#fault as ClientError)
  }
}

function stopIt(call: Call, reason: unknown): void {
  call.stop(reason)
}
