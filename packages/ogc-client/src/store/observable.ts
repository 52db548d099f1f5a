/** A snapshot with listeners. `whileObserved` is active while there is a listener. */
export class Observable<Snapshot> {
  readonly #listeners = new Set<() => void>()
  readonly #initial: Snapshot
  readonly #whileObserved: () => () => void
  #snapshot: Snapshot
  #stop: (() => void) | undefined

  /** `whileObserved` is called when the first listener subscribes. It returns a function that is called when the last one leaves. */
  constructor(initial: Snapshot, whileObserved: () => () => void) {
    this.#initial = initial
    this.#snapshot = initial
    this.#whileObserved = whileObserved
  }

  get isObserved(): boolean {
    return this.#listeners.size > 0
  }

  /** The same object until something changes. */
  readonly getSnapshot = (): Snapshot => this.#snapshot

  /** The initial snapshot, for pages that are rendered on a server. */
  readonly getServerSnapshot = (): Snapshot => this.#initial

  /** Calls `listener` at each change. Returns a function that unsubscribes. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const own = (): void => listener() // the same function may subscribe twice
    this.#listeners.add(own)
    if (this.#listeners.size === 1) this.#stop = this.#whileObserved()
    return () => {
      if (!this.#listeners.delete(own) || this.#listeners.size > 0) return
      this.#stop?.()
      this.#stop = undefined
    }
  }

  set(snapshot: Snapshot): void {
    this.#snapshot = snapshot
    for (const listener of [...this.#listeners]) listener()
  }
}
