import { type CallSettings, check, duration, flag, isFunction, type Rule, withPart } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { OnDemand } from '../on-demand/all.ts'
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

const progressRule: Rule = [isFunction, 'a function that takes the state of the job']

/** Checks the options of a wait before anything is sent. */
function waitSettings(options: WaitOptions, core: Pick<OgcCore, 'settings' | 'error'>): WaitSettings {
  const call = core.settings(options)
  const { waitTimeout = defaultWait, dismissOnAbort = false, onProgress } = options
  check('waitTimeout', waitTimeout, duration, core.error)
  check('dismissOnAbort', dismissOnAbort, flag, core.error)
  check('onProgress', onProgress, progressRule, core.error)
  return { ...call, waitTimeout, dismissOnAbort, onProgress }
}

/**
 * Does what a wait needs the part for that only some calls need: to load it counts towards the time of the wait. A wait that is
 * to dismiss its job when it is aborted needs what is loaded for that.
 */
export async function duringWait<R>(
  { core, rest }: JobContext,
  options: WaitOptions,
  work: (there: OnDemand, own: WaitSettings) => R | Promise<R>
): Promise<R> {
  const own = waitSettings(options, core)
  if (rest.there) return work(rest.there, own)
  const { waitTimeout, dismissOnAbort, signal } = own
  const since = core.clock.now()
  const bounds = { signal: dismissOnAbort ? undefined : signal, timeout: Math.min(own.timeout, waitTimeout) }
  return withPart(core, rest, bounds, (there) =>
    work(there, { ...own, waitTimeout: Math.max(0, waitTimeout - (core.clock.now() - since)) })
  )
}
