import { type Clock, startTimer } from '@geoclients/client-core'

const minute = 60_000
/** A second more than the service counts, since requests travel unevenly. */
const window = minute + 1_000
/** Requests a minute at the least: one every five minutes. */
const slowest = 0.2
/** How long a rate is kept before a higher one is tried: with many clients on one limit, a refusal is then one request of twelve. */
const calm = 11 * minute

interface Waiter {
  readonly go: () => void
}

/**
 * Lets at most `perMinute` requests begin in any 60 seconds, so that a service which counts in windows of that length
 * refuses none. First come, first served.
 *
 * Where the service refuses all the same, because others share its limit or it is lower, the limiter learns: it pauses as
 * long as asked, then goes on evenly and half as often. Once nothing was refused for some minutes it becomes faster and
 * faster, from one request every five minutes to any limit within five. Pauses end at a random moment of the own interval,
 * so that clients which were refused together do not come back together.
 */
export class RateLimiter {
  readonly #perMinute: number
  readonly #clock: Clock
  readonly #random: () => number
  readonly #waiting = new Set<Waiter>()
  /** When the requests of the last minute began. */
  #begun: number[] = []
  /** Requests a minute that the service seems to bear; undefined as long as it has borne all. */
  #rate: number | undefined
  /** How long nothing must be refused until it is tried to go faster. */
  #calm = calm
  #last = Number.NEGATIVE_INFINITY
  #pausedUntil = 0
  #learnedAt = Number.NEGATIVE_INFINITY
  #cancelTimer: (() => void) | undefined

  constructor(perMinute: number, clock: Clock, random: () => number) {
    this.#perMinute = perMinute
    this.#clock = clock
    this.#random = random
  }

  /** Resolves with the time when a request may begin, in turn; rejects with `signal.reason` when that is aborted first. */
  enter(signal: AbortSignal): Promise<number> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const leave = (): void => {
        this.#waiting.delete(waiter)
        if (this.#waiting.size === 0) this.#disarm()
        reject(signal.reason)
      }
      const waiter: Waiter = {
        go: () => {
          signal.removeEventListener('abort', leave)
          resolve(this.#clock.now())
        }
      }
      signal.addEventListener('abort', leave, { once: true })
      this.#waiting.add(waiter)
      this.#admit()
    })
  }

  /** The service refused a request that began at `begun`, and asked for a pause. */
  refused(begun: number, pause: number): void {
    const now = this.#clock.now()
    // Requests that were under way when the last refusal came say nothing new.
    if (begun > this.#learnedAt) {
      this.#rate = Math.max(slowest, this.#lowered(now))
      this.#learnedAt = now
      this.#calm = calm * (0.9 + 0.2 * this.#random())
    }
    const interval = Math.min(minute, minute / (this.#rate ?? 1))
    // A second more than asked: the service rounds down.
    this.#pausedUntil = Math.max(this.#pausedUntil, now + pause + 1_000 + this.#random() * interval)
    this.#disarm()
    this.#admit()
  }

  /** Requests a minute to go on with after a refusal. */
  #lowered(now: number): number {
    // Few requests of our own say little of what the service bears: others may have come before.
    if (this.#rate === undefined) return Math.max(this.#recent(now).length, this.#perMinute / 4) / 2
    // A try to go faster shows that others are still there, and nothing against the rate that was borne before it.
    if (this.#quiet(now) > this.#calm) return Math.max(this.#rate, this.#rateAt(now) / 4)
    return this.#rate / 2
  }

  /** Requests a minute that the service may bear by now. */
  #rateAt(now: number): number {
    if (this.#rate === undefined) return Number.POSITIVE_INFINITY
    const rising = Math.max(0, this.#quiet(now) - this.#calm) / minute
    return this.#rate * 2 ** (rising ** 2 / 3)
  }

  /** How long nothing was refused although requests were sent, in milliseconds. */
  #quiet(now: number): number {
    return now - this.#pausedUntil
  }

  #admit(): void {
    if (this.#cancelTimer) return
    for (const waiter of this.#waiting) {
      const now = this.#clock.now()
      const wait = this.#opensAt(now) - now
      if (wait > 0) {
        // Looked at anew in a minute: the rate may have risen.
        this.#cancelTimer = startTimer(this.#clock, Math.min(wait, minute), () => {
          this.#cancelTimer = undefined
          this.#admit()
        })
        return
      }
      this.#waiting.delete(waiter)
      this.#begun.push(now)
      this.#last = now
      waiter.go()
    }
  }

  #opensAt(now: number): number {
    const recent = this.#recent(now)
    const free = recent.length < this.#perMinute ? now : (recent[0] ?? now) + window
    const paced = this.#last + minute / this.#rateAt(now)
    return Math.max(now, this.#pausedUntil, free, paced)
  }

  /** When the requests began that still count. */
  #recent(now: number): readonly number[] {
    const first = this.#begun.findIndex((begun) => begun > now - window)
    if (first !== 0) this.#begun = first < 0 ? [] : this.#begun.slice(first)
    return this.#begun
  }

  #disarm(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
  }
}
