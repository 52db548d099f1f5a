/** Who is told of changes, and what is looked after while somebody is. */
export class Observable<Snapshot> {
  readonly #listeners = new Set<() => void>()
  readonly #initial: Snapshot
  readonly #whileObserved: () => () => void
  #snapshot: Snapshot
  #stop: (() => void) | undefined

  /** `whileObserved` is called when the first listener comes; what it returns, when the last one has gone. */
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

  /** What there is before anything was read or heard: for pages that are rendered on a server. */
  readonly getServerSnapshot = (): Snapshot => this.#initial

  /** Calls `listener` at each change; returns what ends that. */
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
