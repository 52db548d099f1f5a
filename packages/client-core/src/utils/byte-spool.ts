import type { Bytes } from '../types/call.ts'
/** Collects chunks of bytes in one growing buffer, so many small chunks need no extra memory. */
export class ByteSpool {
  #buffer = new Uint8Array(0)
  #length = 0

  static of(bytes: Bytes): ByteSpool {
    const spool = new ByteSpool()
    spool.append(bytes)
    return spool
  }

  get length(): number {
    return this.#length
  }

  /** Appends `bytes`. The caller must not change them afterwards, because a single chunk is not copied. */
  append(bytes: Bytes): void {
    const needed = this.#length + bytes.length
    if (this.#length === 0) this.#buffer = bytes
    else if (needed > this.#buffer.length) this.#grow(Math.max(needed, 2 * this.#buffer.length))
    if (this.#length > 0) this.#buffer.set(bytes, this.#length)
    this.#length = needed
  }

  /** The bytes so far, without a copy. */
  get bytes(): Bytes {
    return this.#buffer.subarray(0, this.#length)
  }

  #grow(size: number): void {
    const larger = new Uint8Array(size)
    larger.set(this.bytes)
    this.#buffer = larger
  }
}
