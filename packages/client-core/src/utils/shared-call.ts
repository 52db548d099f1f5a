import { linkSignals, raceAbort } from './abort-signals.ts'

/** One call that several callers await, each with its own signal. It is aborted when the last one leaves. */
export class SharedCall<T> {
  readonly #link = linkSignals()
  readonly #result: Promise<T>
  #waiting = 0
  #isOver = false

  constructor(call: (signal: AbortSignal) => Promise<T>) {
    this.#result = call(this.#link.signal).finally(() => {
      this.#isOver = true
    })
    this.#result.catch(() => {}) // `join` reports the rejection
  }

  /** Whether it has not settled yet. */
  get isUnderWay(): boolean {
    return !this.#isOver && !this.isAborted
  }

  /** Whether all callers left before the result arrived. Such a call must not be reused. */
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
