import { linkSignals, raceAbort } from './abort-signals.ts'

/** One call that many wait for, each with a signal of its own; the last one to leave aborts it. */
export class SharedCall<T> {
  readonly #link = linkSignals()
  readonly #result: Promise<T>
  #waiting = 0
  #isOver = false

  constructor(call: (signal: AbortSignal) => Promise<T>) {
    this.#result = call(this.#link.signal).finally(() => {
      this.#isOver = true
    })
    this.#result.catch(() => {}) // told to those who wait
  }

  /** Whether its result is still to come. */
  get isUnderWay(): boolean {
    return !this.#isOver && !this.isAborted
  }

  /** Whether all have left before its result came: it is of no use to anybody else. */
  get isAborted(): boolean {
    return this.#link.signal.aborted
  }

  /** The result; rejects with `signal.reason` as soon as that is aborted. */
  async join(signal: AbortSignal): Promise<T> {
    this.#waiting++
    try {
      return await raceAbort(this.#result, signal)
    } finally {
      this.#waiting--
      if (this.#waiting === 0 && !this.#isOver) this.#link.abort(signal.reason)
    }
  }
}
