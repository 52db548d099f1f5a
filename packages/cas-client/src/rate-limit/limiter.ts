import { type Clock, follow, settled, startTimer } from '@geoclients/client-core'

/** A second longer than the service's minute, because the latency of requests varies. */
const window = 61_000

/**
 * Allows at most `perMinute` requests in any 60 seconds, and none during a pause that the service asked for. Requests wait in
 * order. A service that counts in windows of a minute then refuses none.
 */
export class RateLimiter {
  readonly #perMinute: number
  readonly #clock: Clock
  readonly #random: () => number
  readonly #waiting = new Set<() => void>()
  /** Start times of the requests of the last minute. */
  readonly #begun: number[] = []
  #pausedUntil = 0
  #cancelTimer: (() => void) | undefined

  constructor(perMinute: number, clock: Clock, random: () => number) {
    this.#perMinute = perMinute
    this.#clock = clock
    this.#random = random
  }

  /** Resolves when a request may begin. Rejects with `signal.reason` if it is aborted before. */
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

  /** Begins a pause after a refusal, with one to two more seconds, because the service rounds down. */
  refused(pause: number): void {
    const until = this.#clock.now() + pause + 1_000 + this.#random() * 1_000
    this.#pausedUntil = Math.max(this.#pausedUntil, until)
    this.#disarm()
    this.#admit()
  }

  /** When a new request may begin, not counting requests that already wait. */
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
