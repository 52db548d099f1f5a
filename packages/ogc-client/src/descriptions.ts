import { type Clock, checkRequestOptions, Memo, type RequestOptions } from '@geoclients/client-core'
import type { ProcessDescription } from './generated/types.ts'
import { makeOgcError } from './ogc-error.ts'
import { sideRequest } from './side-request.ts'

type Load = (processId: string, options: RequestOptions) => Promise<ProcessDescription>

/** The process descriptions that one client needs for its own work, remembered for a while. */
export class Descriptions {
  readonly #memo: Memo<ProcessDescription>
  readonly #load: Load
  readonly #lifetime: number

  constructor(load: Load, clock: Clock, lifetime: number) {
    this.#memo = new Memo(clock, makeOgcError, Number.POSITIVE_INFINITY)
    this.#load = load
    this.#lifetime = lifetime
  }

  /**
   * The description of a process. Many share one request: the caller's signal and timeout end its own wait, not the
   * request. A call with headers of its own asks for itself: they may say who it is, and the answer may depend on that.
   */
  async get(processId: string, options: RequestOptions): Promise<ProcessDescription> {
    checkRequestOptions(options, makeOgcError)
    const own = sideRequest(options)
    if (own.headers) return this.#load(processId, own)
    const { signal, timeout } = own
    const what = `the description of process ${JSON.stringify(processId)}`
    return this.#memo.get(processId, this.#lifetime, () => this.#load(processId, {}), { what, signal, timeout })
  }
}
