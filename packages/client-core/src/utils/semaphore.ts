/** Lets a bounded number of calls be under way; the others wait their turn, first come, first served. */
export class Slots {
  readonly #waiting: Array<() => void> = []
  #free: number

  constructor(size: number) {
    this.#free = size
  }

  /** Calls as soon as there is room; a call that is aborted before its turn is not made. */
  async run<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
    try {
      signal.throwIfAborted()
      return await call()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
  }
}
