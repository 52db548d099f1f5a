import { backoffDelay, type Clock, type RequestOptions, Slots, sleep } from '@geoclients/client-core'
import { type CasError, isCasError } from '../../errors/cas-error.ts'
import { isBusy } from './classify-error.ts'

/** What waiting needs. */
export interface Waiting {
  readonly clock: Clock
  readonly random: () => number
  readonly signal: AbortSignal
}

/** A service that lets nobody in for longer than this many waits is given up. */
const maxWaits = 30
/** One that cannot be reached for longer than these, which is three minutes or more. */
const maxOutages = 8
/** Who asks to wait longer is not waited for. */
const longestWait = 600_000
const longestOutage = 60_000

/**
 * When the requests of one run are sent, and which of them again: the only place that decides so. At most `concurrency`
 * are under way; where the service is busy or cannot be reached, all of the run waits and not one batch alone.
 */
export class Patience {
  /** Whether anything is repeated or waited for. */
  readonly isOn: boolean
  /** How long one try may take; infinite where the caller does not say. */
  readonly tryTimeout: number
  readonly #retry: Exclude<RequestOptions['retry'], false | undefined>
  readonly #waiting: Waiting
  readonly #slots: Slots
  #pausedUntil = Number.NEGATIVE_INFINITY
  #decidedAt = Number.NEGATIVE_INFINITY
  /** Waits since the last request that got through. */
  #waits = 0
  readonly #begun = new WeakMap<CasError, number>()

  constructor(retry: RequestOptions['retry'], concurrency: number, waiting: Waiting) {
    this.#retry = retry || {}
    this.isOn = retry !== false && retry?.limit !== 0
    this.tryTimeout = (this.isOn && this.#retry.tryTimeout) || Number.POSITIVE_INFINITY
    this.#waiting = waiting
    this.#slots = new Slots(concurrency)
  }

  /** Asks until there is an answer or an error to stay, one of those that `mayRepeat` is false for or that lasts. */
  async ask<T>(call: () => Promise<T>, mayRepeat: (error: CasError) => boolean): Promise<T> {
    const { clock } = this.#waiting
    let begun = 0
    const turn = async (): Promise<T> => {
      await this.#resumed()
      begun = clock.now()
      return call()
    }
    for (let repeats = 0, waits = 0; ; ) {
      try {
        const answer = await this.#slots.run(turn, this.#waiting.signal)
        this.#waits = 0
        return answer
      } catch (error) {
        if (!isCasError(error) || !this.isOn) throw error
        this.#begun.set(error, begun)
        const goesOn = isBusy(error)
          ? waits++ < maxWaits && this.#wait(this.#busyFor(error), error, maxWaits)
          : mayRepeat(error) && this.#repeat(error, repeats++)
        if (!goesOn) throw error
      }
    }
  }

  /** Makes the run wait for a service that could not be reached; false where it has waited enough. */
  outlast(error: CasError): boolean {
    const delay = Math.min(longestOutage, 1_000 * 2 ** this.#waits)
    return this.isOn && this.#wait(delay * (1 + this.#waiting.random() / 2), error, maxOutages)
  }

  /** The service rounds `Retry-After` down, so a second is added, and up to one more that keeps callers apart. */
  #busyFor({ retryAfter }: CasError): number {
    const { random } = this.#waiting
    const asked = retryAfter ?? backoffDelay({ min: 1_000, max: 60_000, factor: 2 }, this.#waits, random)
    return asked > longestWait ? Number.POSITIVE_INFINITY : asked + 1_000 + random() * 1_000
  }

  #repeat(error: CasError, repeats: number): boolean {
    const { limit = 2, maxDelay = 30_000 } = this.#retry
    // What takes too long would do so again, unless the caller says how long one try may take.
    const isHopeless = error.code === 'timeout' && this.tryTimeout === Number.POSITIVE_INFINITY
    if (repeats >= limit || isHopeless) return false
    const backoff = { min: 200, max: maxDelay, factor: 2 }
    const delay = error.retryAfter ?? backoffDelay(backoff, repeats, this.#waiting.random)
    if (delay <= maxDelay) this.#pause(delay)
    return delay <= maxDelay
  }

  #wait(delay: number, error: CasError, most: number): boolean {
    if (delay === Number.POSITIVE_INFINITY) return false
    // Requests that were under way when the last wait was decided on are part of it.
    if ((this.#begun.get(error) ?? 0) > this.#decidedAt) {
      if (this.#waits >= most) return false
      this.#waits++
      this.#decidedAt = this.#waiting.clock.now()
    }
    this.#pause(delay)
    return true
  }

  #pause(delay: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#waiting.clock.now() + delay)
  }

  async #resumed(): Promise<void> {
    const { clock, signal } = this.#waiting
    // Others may prolong the pause meanwhile.
    for (let left = this.#pausedUntil - clock.now(); left > 0; left = this.#pausedUntil - clock.now()) {
      await sleep(clock, left, signal)
    }
  }
}
