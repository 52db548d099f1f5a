import type { CallSettings } from '../types/call.ts'
import { Memo } from '../utils/memo.ts'
import type { ClientCore } from './create-client.ts'

type Core = Pick<ClientCore<unknown>, 'clock' | 'error' | 'whoAsks'>

/** The settings of a call that decide whether it shares an answer, and how long it waits for one. */
export type Asker = Pick<CallSettings, 'headers' | 'signal' | 'timeout' | 'end'>

/** Which answer a call would take. */
export interface Shareable {
  /** What it is, for the errors of who waits. */
  readonly what: string
  /** How old it may be, in ms. */
  readonly maxAge: number
}

/**
 * Answers that many calls of one client need, such as the description of a process. Calls share them, and the requests for
 * them, only if `auth` returns the same credentials. A call with its own headers does not share, because they may identify a
 * user.
 */
export class SharedAnswers<T> {
  readonly #core: Core
  readonly #memo: Memo<T>

  /** @param most how many answers are remembered; renewed credentials leave old ones behind */
  constructor(core: Core, most: number) {
    this.#core = core
    this.#memo = new Memo(core.clock, core.error, most)
  }

  /**
   * The answer if there is one that is not too old; otherwise what `read` finds. `read` is given the settings of an asker who
   * does not share. Others end only their own wait with their signal and time, so it gets nothing.
   */
  async get<A extends Asker>(key: string, asker: A, wanted: Shareable, read: (own?: A) => Promise<T>): Promise<T> {
    if (!mayShare(asker)) return read(asker)
    const { what, maxAge } = wanted
    const { signal, timeout, end = Number.POSITIVE_INFINITY } = asker
    const kept = await this.#keyOf(key, signal)
    const left = Math.max(0, end - this.#core.clock.now())
    const wait = { what, signal, timeout: Math.min(timeout, left) }
    return this.#memo.get(kept, maxAge, () => read(), wait)
  }

  /** The answer if one is not older than `maxAge`, without a request. */
  async known(key: string, asker: Asker, maxAge: number): Promise<T | undefined> {
    return mayShare(asker) ? this.#memo.known(await this.#keyOf(key, asker.signal), maxAge) : undefined
  }

  /** Remembers an answer that the call found for itself. */
  async keep(key: string, asker: Asker, answer: T): Promise<void> {
    if (mayShare(asker)) this.#memo.keep(await this.#keyOf(key, asker.signal), answer)
  }

  /** Drops the answer, because the call has changed what it tells. */
  async forget(key: string, { signal }: Asker): Promise<void> {
    this.#memo.forget(await this.#keyOf(key, signal))
  }

  async #keyOf(key: string, signal: AbortSignal | undefined): Promise<string> {
    const { whoAsks } = this.#core
    return whoAsks ? JSON.stringify([key, await whoAsks(signal)]) : key
  }
}

function mayShare({ headers }: Asker): boolean {
  return Object.keys(headers).length === 0
}
