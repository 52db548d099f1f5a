import { type CallSettings, check, duration, flag, isFunction, type Rule } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import type { WaitOptions } from '../types/options.ts'
import type { JobInfo } from '../types/wire.ts'

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
export function waitSettings(options: WaitOptions, core: Pick<OgcCore, 'settings' | 'error'>): WaitSettings {
  const call = core.settings(options)
  const { waitTimeout = defaultWait, dismissOnAbort = false, onProgress } = options
  check('waitTimeout', waitTimeout, duration, core.error)
  check('dismissOnAbort', dismissOnAbort, flag, core.error)
  check('onProgress', onProgress, progressRule, core.error)
  return { ...call, waitTimeout, dismissOnAbort, onProgress }
}
