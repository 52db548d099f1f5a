import { checkDuration, checkRequestOptions, type ErrorFactory, invalidArgument } from '@geoclients/client-core'
import type { WaitOptions } from '../types/job.ts'

/** Refuses options of a wait that cannot be meant, before anything is sent. */
export function checkWaitOptions(options: WaitOptions, make: ErrorFactory): void {
  checkRequestOptions(options, make)
  const { waitTimeout, dismissOnAbort, onProgress } = options
  checkDuration('waitTimeout', waitTimeout, make)
  if (dismissOnAbort !== undefined && typeof dismissOnAbort !== 'boolean') {
    throw invalidArgument(make, 'dismissOnAbort', dismissOnAbort, 'true or false')
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw invalidArgument(make, 'onProgress', onProgress, 'a function that takes the state of the job')
  }
}
