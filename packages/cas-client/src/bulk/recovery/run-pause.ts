import { type Clock, sleep } from '@geoclients/client-core'
import type { CasError } from '../../errors/cas-error.ts'

/** Why a run waits. */
export type WaitReason =
  /** The service asked for a pause: 429, or 503 with `Retry-After`. */
  | 'busy'
  /** The service cannot be reached: network, 502, 503, 504. */
  | 'unreachable'
  /** A request failed with an error that may pass, and is repeated. */
  | 'repeat'
  /** The last request took longer than `timeout`, and the next one may too. */
  | 'timeout'
  /** `requestsPerMinute` of the client is used up. */
  | 'rate-limit'

/** One wait of a run. */
export interface StreamWait {
  readonly reason: WaitReason
  /** The error that caused the wait; undefined for `rate-limit`. */
  readonly error: CasError | undefined
  /** When the last request succeeded, in milliseconds since 1970. */
  readonly since: number
  /** When the run goes on, in milliseconds since 1970. For `timeout`, the latest time. */
  readonly until: number
}

/** The pause of one run. All its requests wait for it, and `onWait` is called. */
export class RunPause {
  readonly #clock: Clock
  readonly #signal: AbortSignal
  readonly #onWait: ((wait: StreamWait) => void) | undefined
  #until = Number.NEGATIVE_INFINITY
  #since: number | undefined
  #turn = 0
  /** Number of waits since the last successful request. */
  waits = 0
  /** Whether a pause may be active. */
  isOn = false

  constructor(clock: Clock, signal: AbortSignal, onWait: ((wait: StreamWait) => void) | undefined) {
    this.#clock = clock
    this.#signal = signal
    this.#onWait = onWait
  }

  /** Resolves when the run may continue. Other requests may extend the pause. `opensAt` is the time that the client's rate limit allows. */
  async over(opensAt: (() => number) | undefined): Promise<void> {
    for (let left = this.#left(); left > 0; left = this.#left()) await sleep(this.#clock, left, this.#signal)
    this.isOn = false
    const turn = opensAt?.() ?? 0
    if (turn > this.#clock.now() && turn > this.#turn) this.tell('rate-limit', turn)
    this.#turn = turn
  }

  /** Ends the pause after a successful request. */
  end(): void {
    this.waits = 0
    this.#since = undefined
  }

  /** Makes the whole run wait for `delay` milliseconds. */
  begin(reason: WaitReason, delay: number, error: CasError): void {
    const until = this.#clock.now() + delay
    if (until > this.#until) this.tell(reason, until, error)
    this.#until = Math.max(this.#until, until)
    this.isOn = true
  }

  /** Like `begin`, but returns false after `most` waits without success. A request that was in flight when a wait began belongs to it. */
  beginCounted(reason: WaitReason, delay: number, error: CasError, most: number): boolean {
    if (this.#left() <= 0 && this.waits++ >= most) return false
    this.begin(reason, delay, error)
    return true
  }

  tell(reason: WaitReason, until: number, error?: CasError): void {
    const now = this.#clock.now()
    // Waiting for the rate limit is not a problem of the service.
    if (reason !== 'rate-limit') this.#since ??= now
    this.#onWait?.({ reason, error, since: this.#since ?? now, until })
  }

  #left(): number {
    return this.#until - this.#clock.now()
  }
}
