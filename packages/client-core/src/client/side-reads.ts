import { begun, sideRequest } from '../request/side-request.ts'
import type { CallSettings } from '../types/call.ts'
import { Memo } from '../utils/ttl-cache.ts'
import type { ClientCore } from './create-client.ts'

/** What calls need to know beside their own answers, such as what a collection offers. They share the requests for it. */
export class SideReads<T> {
  readonly #core: Pick<ClientCore<unknown>, 'clock' | 'settings' | 'whoAsks'>
  readonly #lifetime: number
  readonly #memo: Memo<T>

  /**
   * @param lifetime how long an answer is remembered, in ms
   * @param most how many answers are remembered
   */
  constructor(
    core: Pick<ClientCore<unknown>, 'clock' | 'error' | 'settings' | 'whoAsks'>,
    lifetime: number,
    most: number
  ) {
    this.#core = core
    this.#lifetime = lifetime
    this.#memo = new Memo(core.clock, core.error, most)
  }

  /**
   * What `read` finds, for a call with these settings: its signal and the rest of its time bound the wait. Calls share an answer
   * only if `auth` returns the same credentials for them. A call with its own headers does not share, because they may identify
   * a user; its headers are sent.
   *
   * @param what names it in errors
   */
  async get(what: string, settings: CallSettings, read: (settings: CallSettings) => Promise<T>): Promise<T> {
    const { clock, whoAsks } = this.#core
    const { headers, ...own } = sideRequest(begun(settings, clock))
    if (Object.keys(headers).length > 0) return read({ ...own, headers })
    const key = JSON.stringify([what, await whoAsks?.(own.signal)])
    const load = (): Promise<T> => read(begun(this.#core.settings(), clock))
    const timeout = Math.max(0, (own.end ?? 0) - clock.now())
    return this.#memo.get(key, this.#lifetime, load, { what, signal: own.signal, timeout })
  }
}
