import type { Bytes } from '../types/call.ts'
/** Bytes that come piece by piece, held in one growing buffer: many small pieces cost no more than their bytes. */
export class ByteSpool {
  #buffer = new Uint8Array(0)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Takes over `bytes`, which nobody may write to any more: the only piece is not copied. */
  append(bytes: Bytes): void {
    const needed = this.#length + bytes.length
    if (this.#length === 0) this.#buffer = bytes
    else if (needed > this.#buffer.length) this.#grow(Math.max(needed, 2 * this.#buffer.length))
    if (this.#length > 0) this.#buffer.set(bytes, this.#length)
    this.#length = needed
  }

  /** What came so far, without a copy. */
  get bytes(): Bytes {
    return this.#buffer.subarray(0, this.#length)
  }

  #grow(size: number): void {
    const larger = new Uint8Array(size)
    larger.set(this.bytes)
    this.#buffer = larger
  }
}
