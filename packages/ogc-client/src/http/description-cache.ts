import { type CallSettings, type Clock, Memo, type WhoAsks } from '@geoclients/client-core'
import { isOgcError, makeOgcError } from '../errors/ogc-error.ts'
import type { ProcessDescription } from '../generated/types.ts'
import { sideRequest } from './follow-up-options.ts'

/** Without settings it is asked for as the client asks by default: many may wait for it. */
type Load = (processId: string, settings?: CallSettings) => Promise<ProcessDescription>

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
  readonly #load: Load
  readonly #lifetime: number
  readonly #whoAsks: WhoAsks | undefined

  constructor(load: Load, clock: Clock, lifetime: number, whoAsks?: WhoAsks) {
    this.#memo = new Memo(clock, makeOgcError, mostRemembered)
    this.#load = load
    this.#lifetime = lifetime
    this.#whoAsks = whoAsks
  }

  /**
   * The description of a process. Many share one request: the caller's signal and timeout end its own wait, not the
   * request. A call with headers of its own asks for itself: they may say who it is, and the answer may depend on that.
   * Those share an answer whom `auth` gives the same credentials.
   */
  async get(processId: string, settings: CallSettings): Promise<ProcessDescription> {
    const own = sideRequest(settings)
    if (hasHeaders(own)) return this.#load(processId, own)
    const { signal, timeout } = own
    const what = `the description of process ${JSON.stringify(processId)}`
    return this.#memo.get(await this.#keyOf(processId, signal), this.#lifetime, () => this.#load(processId), {
      what,
      signal,
      timeout
    })
  }

  /** A description that somebody asked for, so that a run need not ask again. */
  async keep(processId: string, description: ProcessDescription, settings: CallSettings): Promise<void> {
    if (!hasHeaders(settings)) this.#memo.keep(await this.#keyOf(processId, settings.signal), description)
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
    return this.#whoAsks ? JSON.stringify([processId, await this.#whoAsks(signal)]) : processId
  }
}

function hasHeaders({ headers }: CallSettings): boolean {
  return Object.keys(headers).length > 0
}
