import { type CallSettings, Memo, sideRequest } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { isOgcError, makeOgcError } from '../errors/ogc-error.ts'
import type { ProcessDescription } from '../generated/types.ts'
import { getProcess } from './discovery.ts'

/** Statuses that mean that the process cannot run now. */
const decisive = new Set([404, 429, 502, 503, 504])

/** Limit of the cache, because renewed credentials leave old entries behind. */
const mostRemembered = 1_000

const unreadable = new Set(['media-type', 'malformed-body', 'body-too-large'])

/** Whether only the description is unavailable: the server answered, and the process may still run. */
export function isOnlyUndescribed(error: unknown): error is Error {
  if (!isOgcError(error) || error.exception === 'no-such-process') return false
  if (error.code === 'http-status') return !decisive.has(error.status ?? 0)
  return unreadable.has(error.code)
}

/** The cached process descriptions of one client. */
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
   * The description of a process. Simultaneous calls share one request; a caller's signal and timeout end only its own wait.
   * Calls share only if `auth` returns the same credentials for them. A call with its own headers does not share, because
   * they may identify a user.
   */
  async get(processId: string, settings: CallSettings): Promise<ProcessDescription> {
    const own = sideRequest(settings)
    if (hasHeaders(own)) return getProcess(this.#core, processId, own)
    const { signal, timeout } = own
    const what = `the description of process ${JSON.stringify(processId)}`
    // Several callers may share it, so it uses the client's default settings.
    const load = (): Promise<ProcessDescription> => getProcess(this.#core, processId, this.#core.settings())
    return this.#memo.get(await this.#keyOf(processId, signal), this.#lifetime, load, { what, signal, timeout })
  }

  /** Always requests the description, and caches it for later runs. */
  async refresh(processId: string, settings: CallSettings): Promise<ProcessDescription> {
    const description = await getProcess(this.#core, processId, settings)
    if (!hasHeaders(settings)) this.#memo.keep(await this.#keyOf(processId, settings.signal), description)
    return description
  }

  /** Drops the description of a process that was changed or removed. */
  async forget(processId: string, settings: CallSettings): Promise<void> {
    this.#memo.forget(await this.#keyOf(processId, settings.signal))
  }

  /** The cached description, without a request. */
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
