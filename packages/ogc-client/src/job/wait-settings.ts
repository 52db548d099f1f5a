import { attach, type CallSettings, isClientError, type OwnRules, withPart } from '@geoclients/client-core'
import type { OgcErrorInit } from '../errors/ogc-error.ts'
import type { OnDemand } from '../on-demand/all.ts'
import type { Job } from '../types/job.ts'
import type { WaitOptions } from '../types/options.ts'
import type { JobInfo } from '../types/wire.ts'
import type { JobContext } from './job-context.ts'

/** The checked options of a wait, with defaults. */
export interface WaitSettings extends CallSettings {
  readonly waitTimeout: number
  readonly dismissOnAbort: boolean
  readonly onProgress: ((info: JobInfo) => void) | undefined
}

/** Default limit of a wait, in ms. */
const defaultWait = 3_600_000

/**
 * Runs `work` with the on-demand part. The time that loading it takes is part of the time of the wait. If loading fails, the
 * error has the `job`. An abort does not end the loading if the wait is to dismiss its job, because that needs the part. The
 * options are checked by `rules` before anything is loaded. `left` ends the loading too.
 */
export async function duringWait<R>(
  { core, rest }: JobContext,
  options: WaitOptions | undefined,
  rules: OwnRules<WaitOptions>,
  work: (there: OnDemand, own: WaitSettings) => R | Promise<R>,
  job?: Job,
  left?: AbortSignal
): Promise<R> {
  const call = core.settings(options, rules)
  const { waitTimeout = defaultWait, dismissOnAbort = false, onProgress } = options ?? {}
  const own: WaitSettings = { ...call, waitTimeout, dismissOnAbort, onProgress }
  if (rest.there) return await work(rest.there, own)
  const { timeout, signal } = own
  const bounds = { signal: dismissOnAbort ? undefined : signal, timeout: Math.min(timeout, waitTimeout) }
  const loaded = (there: OnDemand, { timeout }: typeof bounds) => ({ there, spent: bounds.timeout - timeout })
  const loading = withPart(core, rest, bounds, loaded, left)
  const { there, spent } = await loading.catch((error: unknown) => {
    if (!isClientError(error) || error.code === 'closed') throw error
    if (error.code !== 'timeout' || timeout < waitTimeout) throw attach(error, { job })
    const message = `the wait did not end within ${waitTimeout} ms: the client was still being loaded`
    const late: OgcErrorInit = { code: 'wait-timeout', message, job, cause: error }
    throw core.error(late)
  })
  return work(there, {
    ...own,
    waitTimeout: waitTimeout - spent,
    ...(options?.timeout && { timeout: timeout - spent })
  })
}
