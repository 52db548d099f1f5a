/** The error of an interrupted command. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  readonly exitCode: number

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super('interrupted')
    this.exitCode = signal === 'SIGINT' ? 130 : 143
  }
}

/** Handles Ctrl-C: calls the latest handler, or else aborts the program's signal. */
export class Interrupts {
  readonly #controller = new AbortController()
  readonly #claims: (() => void)[] = []

  /** Aborted when the program should end. */
  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Ctrl-C calls `handler` instead, until the returned function is called. */
  claim(handler: () => void): () => void {
    this.#claims.push(handler)
    return () => {
      const index = this.#claims.lastIndexOf(handler)
      if (index >= 0) this.#claims.splice(index, 1)
    }
  }

  interrupt(signal: 'SIGINT' | 'SIGTERM'): void {
    const claim = signal === 'SIGINT' ? this.#claims.at(-1) : undefined
    if (claim) claim()
    else this.end(new Interrupted(signal))
  }

  end(reason: unknown): void {
    this.#controller.abort(reason)
  }
}
