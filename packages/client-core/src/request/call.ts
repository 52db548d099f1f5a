import { type ClientError, type ErrorFactory, isClientError } from '../errors/client-error.ts'
import { requestError } from '../errors/request-error.ts'
import type { CallKind, CallSettings } from '../types/call.ts'
import { follow, followWeakly } from '../utils/abort-signals.ts'
import { type Clock, sleep, startTimer } from '../utils/clock.ts'

/** What all calls of a client share. */
export interface CallContext {
  readonly clock: Clock
  readonly error: ErrorFactory
  /** Aborted, with a `ClientError` as reason, when the client is closed. */
  readonly closed: AbortSignal
  /** The calls under way, which end with the client. */
  readonly calls: Set<Call>
}

/** How long a piece of work may take. */
export interface Bounds {
  /** Milliseconds. Default: as long as the call. */
  readonly limit?: number
  /** What an error says of work that took longer than `limit`, which follows. */
  readonly tooLate?: string
  /** Whether it must be done within the time of the call, too. Default true. */
  readonly isOfCall?: boolean
}

/** One piece of a call's work, such as a try. */
export interface Attempt {
  readonly signal: AbortSignal
  /** What has not come yet, for the error of a timeout. */
  waitingFor: string
  /** Called when the work is given up. */
  onStop: ((fault: ClientError) => void) | undefined
  /** Set when the work may go on as long as the call. */
  isLifted: boolean
}

/**
 * One call from its beginning to its end: the only place that bounds its time. It ends with the caller's signal, with the
 * client, or when its time is over; whatever is under way is given up then, even where that does not listen.
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
    this.#end = context.clock.now() + settings.timeout
    const { closed, calls } = context
    if (kind.body === 'bytes') {
      calls.add(this)
      if (closed.aborted) this.stop(closed.reason)
      if (settings.signal) this.#unlink = follow([settings.signal], (reason) => this.stop(reason))
    } else {
      // Weakly: who forgets a stream that it never read leaves no listener on a signal that lives as long as its program.
      this.#unlink = followWeakly(this, [settings.signal, closed], stopIt)
    }
  }

  /** Milliseconds until its time is over, 0 at the least. */
  get left(): number {
    return Math.max(0, this.#end - (this.#heldSince ?? this.#context.clock.now()))
  }

  /** The call is over: takes its listeners off the signals that it followed. */
  leave(): void {
    this.#context.calls.delete(this)
    this.#unlink?.()
  }

  /** The error of this call with that code. */
  error(code: ClientError['code'], what: string, more?: { readonly cause: unknown }): ClientError {
    return requestError(this.#context.error, code, { method: this.method, url: this.#url }, what, more)
  }

  /** Does a piece of work within its bounds. Rejects as soon as these are over or the call ends. */
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
        // Its time may have been on hold meanwhile.
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

  /** Waits for a while, and no longer than the call lasts. */
  pause(delay: number): Promise<void> {
    return this.within(({ signal }) => sleep(this.#context.clock, delay, signal))
  }

  /** Waits for what is not the call's own time, such as its turn. */
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

  /** Ends the call with its caller's signal, or with the client. */
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
