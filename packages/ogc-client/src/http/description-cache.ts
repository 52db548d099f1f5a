import { type CallSettings, Memo } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { isOgcError, makeOgcError } from '../errors/ogc-error.ts'
import type { ProcessDescription } from '../generated/types.ts'
import { getProcess } from './discovery.ts'
import { sideRequest } from './follow-up-options.ts'

/** Answers that say of the process, or of the whole service, that nothing can be run now. */
const decisive = new Set([404, 429, 502, 503, 504])

/** Credentials that were renewed leave descriptions behind. */
const mostRemembered = 1_000

const unreadable = new Set(['media-type', 'malformed-body', 'body-too-large'])

/** Whether a failure is the description's alone: the server answered, and the process may run all the same. */
export function isOnlyUndescribed(error: unknown): error is Error {
  if (!isOgcError(error) || error.exception === 'no-such-process') return false
  if (error.code === 'http-status') return !decisive.has(error.status ?? 0)
  return unreadable.has(error.code)
}

/** The process descriptions of one client, remembered for a while. */
export class Descriptions {
  readonly #memo: Memo<ProcessDescription>
  readonly #core: OgcCore
  readonly #lifetime: number

  constructor(core: OgcCore, lifetime: number) {
    this.#memo = new Memo(core.clock, makeOgcError, mostRemembered)
    this.#core = core
    this.#lifetime = lifetime
  }

  /**
   * The description of a process. Many share one request: the caller's signal and timeout end its own wait, not the
   * request. A call with headers of its own asks for itself: they may say who it is, and the answer may depend on that.
   * Those share an answer whom `auth` gives the same credentials.
   */
  async get(processId: string, settings: CallSettings): Promise<ProcessDescription> {
    const own = sideRequest(settings)
    if (hasHeaders(own)) return getProcess(this.#core, processId, own)
    const { signal, timeout } = own
    const what = `the description of process ${JSON.stringify(processId)}`
    // Many may wait for it, so it is asked for as the client asks by default.
    const load = (): Promise<ProcessDescription> => getProcess(this.#core, processId, this.#core.settings())
    return this.#memo.get(await this.#keyOf(processId, signal), this.#lifetime, load, { what, signal, timeout })
  }

  /** Asks for a description whatever is known, and keeps it, so that a run need not ask again. */
  async refresh(processId: string, settings: CallSettings): Promise<ProcessDescription> {
    const description = await getProcess(this.#core, processId, settings)
    if (!hasHeaders(settings)) this.#memo.keep(await this.#keyOf(processId, settings.signal), description)
    return description
  }

  /** For a process that has changed, or is gone. */
  async forget(processId: string, settings: CallSettings): Promise<void> {
    this.#memo.forget(await this.#keyOf(processId, settings.signal))
  }

  /** What is known of a process without asking for it. */
  async known(processId: string, settings: CallSettings): Promise<ProcessDescription | undefined> {
    if (hasHeaders(sideRequest(settings))) return undefined
    return this.#memo.known(await this.#keyOf(processId, settings.signal), this.#lifetime)
  }

  async #keyOf(processId: string, signal: AbortSignal | undefined): Promise<string> {
    const { whoAsks } = this.#core
    return whoAsks ? JSON.stringify([processId, await whoAsks(signal)]) : processId
  }
}

function hasHeaders({ headers }: CallSettings): boolean {
  return Object.keys(headers).length > 0
}
