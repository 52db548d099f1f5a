import type { CasError } from '../../errors/cas-error.ts'
import { kindOf } from './classify-error.ts'

/** So many single items in a row that fail alike are no coincidence. */
const few = 3

/**
 * What the batches of a run know together of its failures: whether it may be the service that fails, whatever it is sent.
 * A suspicion only; an item elsewhere must confirm it.
 */
export class Doubt {
  #kind = ''
  #alone = 0
  #confirmed = false

  /** Whether this failure makes the service suspect; `alone` where it is that of a single item. */
  raisedBy(error: CasError, alone: boolean): boolean {
    const kind = kindOf(error)
    if (kind !== this.#kind) this.dispel()
    this.#kind = kind
    if (alone) this.#alone++
    return this.#confirmed || this.#alone >= few
  }

  confirm(): void {
    this.#confirmed = true
  }

  /** Something got through, or failed otherwise. */
  dispel(): void {
    this.#alone = 0
    this.#confirmed = false
  }
}
