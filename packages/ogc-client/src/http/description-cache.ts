import { type CallSettings, SharedAnswers, sideRequest } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { isOgcError } from '../errors/ogc-error.ts'
import type { ProcessDescription } from '../generated/types.ts'
import { getProcess } from './discovery.ts'

/** Statuses that mean that the process cannot run now. */
const decisive = new Set([404, 429, 502, 503, 504])

const unreadable = new Set(['media-type', 'malformed-body', 'body-too-large'])

/** Whether only the description is unavailable: the server answered, and the process may still run. */
export function isOnlyUndescribed(error: unknown): error is Error {
  if (!isOgcError(error) || error.exception === 'no-such-process') return false
  if (error.code === 'http-status') return !decisive.has(error.status ?? 0)
  return unreadable.has(error.code)
}

/** The process descriptions of one client, which its calls share: see `SharedAnswers`. */
export class Descriptions {
  readonly #shared: SharedAnswers<ProcessDescription>
  readonly #core: OgcCore
  readonly #lifetime: number

  constructor(core: OgcCore, lifetime: number) {
    this.#shared = new SharedAnswers(core, 1_000)
    this.#core = core
    this.#lifetime = lifetime
  }

  /** The description of a process, for a call with these settings. */
  get(processId: string, settings: CallSettings): Promise<ProcessDescription> {
    const wanted = { what: `the description of process ${JSON.stringify(processId)}`, maxAge: this.#lifetime }
    const read = (own = this.#core.settings()): Promise<ProcessDescription> => getProcess(this.#core, processId, own)
    return this.#shared.get(processId, sideRequest(settings), wanted, read)
  }

  /** Always requests the description, and remembers it for later runs. */
  async refresh(processId: string, settings: CallSettings): Promise<ProcessDescription> {
    const description = await getProcess(this.#core, processId, settings)
    await this.#shared.keep(processId, settings, description)
    return description
  }

  /** Drops the description of a process that was changed or removed. */
  forget(processId: string, settings: CallSettings): Promise<void> {
    return this.#shared.forget(processId, settings)
  }

  /** The remembered description, without a request. */
  known(processId: string, settings: CallSettings): Promise<ProcessDescription | undefined> {
    return this.#shared.known(processId, sideRequest(settings), this.#lifetime)
  }
}
