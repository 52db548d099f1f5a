/** Limits the number of concurrent calls. Other calls wait in order. */
export class Slots {
  readonly #waiting: Array<() => void> = []
  #free: number

  constructor(size: number) {
    this.#free = size
  }

  /** Calls as soon as a slot is free. If it is aborted before, the call is not made. */
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
