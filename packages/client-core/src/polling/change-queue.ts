interface Reader<T> {
  readonly resolve: (result: IteratorResult<T, undefined>) => void
  readonly reject: (error: unknown) => void
}

/**
 * The changes that a slow reader has not seen yet: for each topic only the latest value, and only if it differs from the
 * one seen last. Unlike a generator, it can be closed while a `next()` is pending; all pending calls then end immediately.
 */
export class ChangeQueue<T> implements AsyncIterableIterator<T, undefined, undefined> {
  readonly #key: (value: T) => string
  readonly #unread = new Map<unknown, { readonly value: T; readonly key: string }>()
  readonly #seen = new Map<unknown, string>()
  readonly #readers: Reader<T>[] = []
  #start: ((queue: ChangeQueue<T>) => () => void) | undefined
  #stop = (): void => {}
  #over: { error?: unknown } | undefined

  /** Values with equal keys are no change. The first `next()` calls `start`, and rejects if it throws. `start` returns a stop function. */
  constructor(key: (value: T) => string, start: (queue: ChangeQueue<T>) => () => void) {
    this.#key = key
    this.#start = start
  }

  /** Records a value that the reader already has, so it is not reported as a change. */
  saw(topic: unknown, value: T): void {
    this.#seen.set(topic, this.#key(value))
  }

  put(topic: unknown, value: T): void {
    if (this.#over) return
    const key = this.#key(value)
    // A change that was reverted before it was read is not reported.
    if (key === this.#seen.get(topic)) this.#unread.delete(topic)
    else this.#unread.set(topic, { value, key })
    this.#serve()
  }

  /** Ends the queue. Unread values are still returned, then the error, if there is one. */
  end(failure: { readonly error?: unknown } = {}): void {
    if (this.#over) return
    this.#over = { ...failure }
    this.#start = undefined
    this.#stop()
    this.#serve()
  }

  /** Ends immediately, and drops unread values. */
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
    // After a return, a failure is not reported.
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
      // It may have ended while it was starting.
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
