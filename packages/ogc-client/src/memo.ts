import type { Clock } from '@geoclients/client-core'

/** Remembers answers for a while; one request serves all who ask meanwhile, and a failure is forgotten at once. */
export class Memo<T> {
  readonly #entries = new Map<string, { readonly value: Promise<T>; readonly until: number }>()
  readonly #clock: Clock
  readonly #lifetime: number

  constructor(clock: Clock, lifetime: number) {
    this.#clock = clock
    this.#lifetime = lifetime
  }

  get(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key)
    if (known && known.until > this.#clock.now()) return known.value
    const value = load()
    const entry = { value, until: this.#clock.now() + this.#lifetime }
    this.#entries.set(key, entry)
    value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key)
    })
    return value
  }
}
