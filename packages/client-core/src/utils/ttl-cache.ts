import type { ErrorFactory } from '../errors/client-error.ts'
import { follow, settled } from './abort-signals.ts'
import { type Clock, startTimer } from './clock.ts'

/** How one caller waits for an answer that it may share with others; `what` it waits for, for its error. */
export interface OwnWait {
  readonly what: string
  readonly signal?: AbortSignal | undefined
  /** Milliseconds. Default: no bound but that of the load. */
  readonly timeout?: number | undefined
}

/**
 * Remembers answers for a while, those used last; one load serves all who ask meanwhile, and a failure is forgotten at
 * once.
 */
export class Memo<T> {
  readonly #entries = new Map<string, { readonly value: Promise<T>; readonly since: number }>()
  readonly #clock: Clock
  readonly #error: ErrorFactory
  readonly #maxEntries: number

  constructor(clock: Clock, error: ErrorFactory, maxEntries: number) {
    this.#clock = clock
    this.#error = error
    this.#maxEntries = maxEntries
  }

  /**
   * What is known under `key` and was asked for less than `maxAge` ms ago, else what `load` gives. The caller's signal and
   * timeout end its own wait, not the load.
   */
  async get(key: string, maxAge: number, load: () => Promise<T>, wait: OwnWait): Promise<T> {
    if (wait.signal?.aborted) throw this.#aborted(wait)
    return this.#waitFor(this.known(key, maxAge) ?? this.#load(key, load), wait)
  }

  /** What is known under `key` and was asked for less than `maxAge` ms ago. */
  known(key: string, maxAge: number): Promise<T> | undefined {
    const entry = this.#entries.get(key)
    if (!entry || this.#clock.now() - entry.since >= maxAge) return undefined
    this.#keep(key, entry)
    return entry.value
  }

  /** Remembers what was learned elsewhere. */
  keep(key: string, value: T): void {
    this.#keep(key, { value: Promise.resolve(value), since: this.#clock.now() })
  }

  forget(key: string): void {
    this.#entries.delete(key)
  }

  #load(key: string, load: () => Promise<T>): Promise<T> {
    const entry = { value: load(), since: this.#clock.now() }
    this.#keep(key, entry)
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key)
    })
    return entry.value
  }

  #keep(key: string, entry: { readonly value: Promise<T>; readonly since: number }): void {
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > this.#maxEntries && oldest !== undefined) this.#entries.delete(oldest)
  }

  #waitFor(shared: Promise<T>, wait: OwnWait): Promise<T> {
    const { what, signal, timeout = Number.POSITIVE_INFINITY } = wait
    const late = { code: 'timeout', message: `${what} did not arrive within ${timeout} ms` } as const
    return settled((resolve, reject) => {
      shared.then(resolve, reject)
      return [
        startTimer(this.#clock, timeout, () => reject(this.#error(late))),
        // The load itself may have aborted it.
        follow([signal], () => reject(this.#aborted(wait)))
      ]
    })
  }

  #aborted({ what, signal }: OwnWait): Error {
    return this.#error({ code: 'aborted', message: `waiting for ${what} was aborted`, cause: signal?.reason })
  }
}
