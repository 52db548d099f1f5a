import type { Clock } from '@geoclients/client-core'

const maxEntries = 100

/** Remembers a hundred answers; those used least recently give way. Failures are never kept. */
export class Memo<T> {
  readonly #clock: Clock
  readonly #entries = new Map<string, { readonly value: T; readonly since: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What is known under `key` and no older than `maxAge` ms, else what `load` gives. */
  async get(key: string, maxAge: number, load: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key)
    if (known && this.#clock.now() - known.since < maxAge) {
      this.#keep(key, known)
      return known.value
    }
    const value = await load()
    if (maxAge > 0) this.#keep(key, { value, since: this.#clock.now() })
    return value
  }

  #keep(key: string, entry: { readonly value: T; readonly since: number }): void {
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > maxEntries && oldest !== undefined) this.#entries.delete(oldest)
  }
}
