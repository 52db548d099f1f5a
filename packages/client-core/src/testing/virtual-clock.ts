import type { Clock } from '../utils/clock.ts'

interface Timer {
  readonly id: number
  readonly due: number
  readonly delay: number
  readonly callback: () => void
}

/**
 * Time that passes only when a test says so. Timers that are due run in order, and after each one everything that was
 * waiting for it goes on before the next one runs.
 */
export class VirtualClock implements Clock {
  /** Every delay that a timer was started with, in order. */
  readonly delays: number[] = []
  #now: number
  #timers: Timer[] = []
  #started = 0
  #held: Promise<unknown>[] = []

  constructor(start: number = Date.UTC(2026, 0, 1)) {
    this.#now = start
  }

  /** How many timers are waiting. */
  get pending(): number {
    return this.#timers.length
  }

  now(): number {
    return this.#now
  }

  setTimeout(callback: () => void, delay: number): number {
    const id = ++this.#started
    this.delays.push(delay)
    // As platforms do: a delay that is no number or too long becomes the shortest one.
    const effective = delay >= 1 && delay <= 2_147_483_647 ? delay : 1
    this.#timers.push({ id, due: this.#now + (delay === 0 ? 0 : effective), delay, callback })
    return id
  }

  clearTimeout(id: unknown): void {
    this.#timers = this.#timers.filter((timer) => timer.id !== id)
  }

  hold(until: Promise<unknown>): void {
    this.#held.push(until)
  }

  /** Lets `ms` pass. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    await this.#rest()
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.due - b.due || a.id - b.id)[0]
      if (!next || next.due > end) break
      this.#now = Math.max(this.#now, next.due)
      this.clearTimeout(next.id)
      next.callback()
      await this.#rest()
    }
    this.#now = end
  }

  async #rest(): Promise<void> {
    await Promise.allSettled(this.#held.splice(0))
    await settle()
  }
}

/** How many turns of the event loop an answer and its body may take: few on Node, about ten in Chromium. */
const turns = 24

/** Lets everything go on that waits for nothing but its turn: a message is delivered when no microtask is left. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    let left = turns
    port1.onmessage = () => {
      left -= 1
      if (left > 0) return port2.postMessage(null)
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
