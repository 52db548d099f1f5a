interface Reader<T> {
  readonly resolve: (result: IteratorResult<T, undefined>) => void
  readonly reject: (error: unknown) => void
}

/**
 * What a reader with a pace of its own has not seen yet: of each topic the latest value only, and none that it saw last.
 * Unlike a generator it can be left while a `next()` is pending: that ends at once, as all do.
 */
export class ChangeQueue<T> implements AsyncIterableIterator<T, undefined, undefined> {
  readonly #key: (value: T) => string
  readonly #unread = new Map<unknown, { readonly value: T; readonly key: string }>()
  readonly #seen = new Map<unknown, string>()
  readonly #readers: Reader<T>[] = []
  #start: ((queue: ChangeQueue<T>) => () => void) | undefined
  #stop = (): void => {}
  #over: { error?: unknown } | undefined

  /** Values with equal keys are no change. `start` is called by the first `next()`, which rejects where it throws; it returns how to stop. */
  constructor(key: (value: T) => string, start: (queue: ChangeQueue<T>) => () => void) {
    this.#key = key
    this.#start = start
  }

  /** Notes a value that the reader has, so that it is no change for it. */
  saw(topic: unknown, value: T): void {
    this.#seen.set(topic, this.#key(value))
  }

  put(topic: unknown, value: T): void {
    if (this.#over) return
    const key = this.#key(value)
    // A change that is taken back before it was read is none.
    if (key === this.#seen.get(topic)) this.#unread.delete(topic)
    else this.#unread.set(topic, { value, key })
    this.#serve()
  }

  /** Nothing more will come; what is unread is still handed out, then the error where there is one. */
  end(failure: { readonly error?: unknown } = {}): void {
    if (this.#over) return
    this.#over = { ...failure }
    this.#start = undefined
    this.#stop()
    this.#serve()
  }

  /** Ends at once, with what is unread lost. */
  abort(error: unknown): void {
    this.#unread.clear()
    this.end({ error })
  }

  next(): Promise<IteratorResult<T, undefined>> {
    this.#begin()
    return new Promise((resolve, reject) => {
      this.#readers.push({ resolve, reject })
      this.#serve()
    })
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.#unread.clear()
    this.end()
    // A failure that nobody asked for any more is not told.
    this.#over = {}
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #begin(): void {
    const start = this.#start
    this.#start = undefined
    if (!start) return
    try {
      const stop = start(this)
      // It may have ended before it was fully started.
      if (this.#over) stop()
      else this.#stop = stop
    } catch (error) {
      this.abort(error)
    }
  }

  #serve(): void {
    for (let reader = this.#readers[0]; reader; reader = this.#readers[0]) {
      const [unread] = this.#unread
      if (unread) {
        const [topic, { value, key }] = unread
        this.#unread.delete(topic)
        this.#seen.set(topic, key)
        reader.resolve({ done: false, value })
      } else if (this.#over && 'error' in this.#over) {
        reader.reject(this.#over.error)
        this.#over = {}
      } else if (this.#over) {
        reader.resolve({ done: true, value: undefined })
      } else return
      this.#readers.shift()
    }
  }
}
