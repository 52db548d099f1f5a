import type { ErrorFactory } from '../errors/client-error.ts'
import { follow, settled } from './abort-signals.ts'
import { type Clock, startTimer } from './clock.ts'

/** How one caller waits for a shared response; `what` names the response in its error. */
export interface OwnWait {
  readonly what: string
  readonly signal?: AbortSignal | undefined
  /** Milliseconds. Default: only the limit of the load itself. */
  readonly timeout?: number | undefined
}

interface Entry<T> {
  readonly value: Promise<T>
  /** The value, once it is there: who asks later need not wait. */
  arrived: { readonly value: T } | undefined
  readonly since: number
}

/**
 * A cache with a maximum age that drops the least recently used entries. Simultaneous callers share one load. Failures are
 * not cached.
 */
export class Memo<T> {
  readonly #entries = new Map<string, Entry<T>>()
  readonly #clock: Clock
  readonly #error: ErrorFactory
  readonly #maxEntries: number

  constructor(clock: Clock, error: ErrorFactory, maxEntries: number) {
    this.#clock = clock
    this.#error = error
    this.#maxEntries = maxEntries
  }

  /**
   * The cached value under `key` if it was requested less than `maxAge` ms ago, otherwise the result of `load`. The caller's
   * signal and timeout end only its own wait, not the load.
   */
  async get(key: string, maxAge: number, load: () => Promise<T>, wait: OwnWait): Promise<T> {
    if (wait.signal?.aborted) throw this.#aborted(wait)
    const entry = this.#fresh(key, maxAge)
    if (entry?.arrived) return entry.arrived.value
    return this.#waitFor(entry?.value ?? this.#load(key, load), wait)
  }

  /** The cached value under `key` if it was requested less than `maxAge` ms ago. */
  known(key: string, maxAge: number): Promise<T> | undefined {
    return this.#fresh(key, maxAge)?.value
  }

  #fresh(key: string, maxAge: number): Entry<T> | undefined {
    const entry = this.#entries.get(key)
    if (!entry || this.#clock.now() - entry.since >= maxAge) return undefined
    this.#keep(key, entry)
    return entry
  }

  /** Stores a value that was obtained elsewhere. */
  keep(key: string, value: T): void {
    this.#keep(key, { value: Promise.resolve(value), arrived: { value }, since: this.#clock.now() })
  }

  forget(key: string): void {
    this.#entries.delete(key)
  }

  #load(key: string, load: () => Promise<T>): Promise<T> {
    const entry: Entry<T> = { value: load(), arrived: undefined, since: this.#clock.now() }
    this.#keep(key, entry)
    entry.value.then(
      (value) => {
        entry.arrived = { value }
      },
      () => {
        if (this.#entries.get(key) === entry) this.#entries.delete(key)
      }
    )
    return entry.value
  }

  #keep(key: string, entry: Entry<T>): void {
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
