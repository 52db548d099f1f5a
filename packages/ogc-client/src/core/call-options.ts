import { duration, flag, isFunction, type OwnRules } from '@geoclients/client-core'
import type { ResultOptions, ResultsOptions, StartOptions, WaitOptions } from '../types/options.ts'

/** The options of a start. What executes a process checks their values. */
export const startRules: OwnRules<StartOptions> = { mode: true, validate: true, return: true }

/** The options of a wait. */
export const waitRules: OwnRules<WaitOptions> = {
  waitTimeout: duration,
  dismissOnAbort: flag,
  onProgress: [isFunction, 'a function that takes the state of the job']
}

/** The options of a run. */
export const runRules: OwnRules<StartOptions & WaitOptions> = { ...startRules, ...waitRules }

/** The options of a single output. */
export const resultRules: OwnRules<ResultOptions> = { processId: true, return: true }

/** The options of results. */
export const resultsRules: OwnRules<ResultsOptions> = { ...resultRules, outputs: true, profile: true }
