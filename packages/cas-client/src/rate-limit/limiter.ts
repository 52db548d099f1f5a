import { type Clock, follow, settled, startTimer } from '@geoclients/client-core'

/** A second more than the minute that the service counts, since requests travel unevenly. */
const window = 61_000

/**
 * Lets at most `perMinute` requests begin in any 60 seconds, so that a service which counts in windows of that length
 * refuses none, and none during a pause that the service asked for. First come, first served.
 */
export class RateLimiter {
  readonly #perMinute: number
  readonly #clock: Clock
  readonly #random: () => number
  readonly #waiting = new Set<() => void>()
  /** When the requests of the last minute began. */
  readonly #begun: number[] = []
  #pausedUntil = 0
  #cancelTimer: (() => void) | undefined

  constructor(perMinute: number, clock: Clock, random: () => number) {
    this.#perMinute = perMinute
    this.#clock = clock
    this.#random = random
  }

  /** Resolves when a request may begin, in turn; rejects with `signal.reason` when that is aborted first. */
  async enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    await settled<void>((resolve, reject) => {
      this.#waiting.add(resolve)
      this.#admit()
      return [follow([signal], reject), () => this.#leave(resolve)]
    })
  }

  #leave(go: () => void): void {
    this.#waiting.delete(go)
    if (this.#waiting.size === 0) this.#disarm()
  }

  /** The service refused a request, and asked for a pause: all wait a second more, since it rounds down, and up to two. */
  refused(pause: number): void {
    const until = this.#clock.now() + pause + 1_000 + this.#random() * 1_000
    this.#pausedUntil = Math.max(this.#pausedUntil, until)
    this.#disarm()
    this.#admit()
  }

  /** When a request that comes now may begin, those that wait before it left out of account. */
  opensAt(): number {
    const oldest = (this.#begun.at(-this.#perMinute) ?? Number.NEGATIVE_INFINITY) + window
    return Math.max(this.#clock.now(), this.#pausedUntil, oldest)
  }

  #admit(): void {
    if (this.#cancelTimer) return
    for (const go of this.#waiting) {
      const now = this.#clock.now()
      const wait = this.opensAt() - now
      if (wait > 0) {
        this.#cancelTimer = startTimer(this.#clock, wait, () => {
          this.#cancelTimer = undefined
          this.#admit()
        })
        return
      }
      this.#waiting.delete(go)
      this.#begun.push(now)
      while ((this.#begun[0] ?? now) <= now - window) this.#begun.shift()
      go()
    }
  }

  #disarm(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
  }
}
