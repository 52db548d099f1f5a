import { type Clock, checkRequestOptions, type RequestOptions, raceAbort, startTimer } from '@geoclients/client-core'
import type { ProcessDescription } from './generated/types.ts'
import { Memo } from './memo.ts'
import { makeOgcError } from './ogc-error.ts'
import { sideRequest } from './side-request.ts'

type Load = (processId: string, options: RequestOptions) => Promise<ProcessDescription>

/** The process descriptions that one client needs for its own work, remembered for a while. */
export class Descriptions {
  readonly #memo: Memo<ProcessDescription>
  readonly #load: Load
  readonly #clock: Clock

  constructor(load: Load, clock: Clock, lifetime: number) {
    this.#memo = new Memo(clock, lifetime)
    this.#load = load
    this.#clock = clock
  }

  /**
   * The description of a process. Many share one request: the caller's signal and timeout end its own wait, not the
   * request. A call with headers of its own asks for itself: they may say who it is, and the answer may depend on that.
   */
  async get(processId: string, options: RequestOptions): Promise<ProcessDescription> {
    checkRequestOptions(options, makeOgcError)
    const own = sideRequest(options)
    if (own.headers) return this.#load(processId, own)
    const what = `the description of process ${JSON.stringify(processId)}`
    if (own.signal?.aborted) throw aborted(what, own.signal)
    return this.#wait(
      this.#memo.get(processId, () => this.#load(processId, {})),
      what,
      own
    )
  }

  async #wait<T>(shared: Promise<T>, what: string, { signal, timeout }: RequestOptions): Promise<T> {
    const end = new AbortController()
    const abort = (): void => end.abort(signal && aborted(what, signal))
    const late = (): void =>
      end.abort(makeOgcError({ code: 'timeout', message: `${what} did not come within ${timeout} ms` }))
    const cancelTimer = startTimer(this.#clock, timeout ?? Number.POSITIVE_INFINITY, late)
    signal?.addEventListener('abort', abort, { once: true })
    try {
      return await raceAbort(shared, end.signal)
    } finally {
      cancelTimer()
      signal?.removeEventListener('abort', abort)
    }
  }
}

function aborted(what: string, signal: AbortSignal): Error {
  return makeOgcError({ code: 'aborted', message: `waiting for ${what} was aborted`, cause: signal.reason })
}
