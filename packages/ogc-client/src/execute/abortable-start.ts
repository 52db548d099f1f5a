import { type Clock, type ErrorFactory, linkSignals, raceAbort, startTimer } from '@geoclients/client-core'
import { executionAborted } from '../errors/job-errors.ts'
import type { Job } from '../types/job.ts'

/** How long the client waits for the response to an aborted execution. */
const lateAnswer = 30_000

/**
 * Starts a job that the caller may abort during the request. The caller's promise then rejects immediately. The request
 * continues, because the server may already have started the job, and the job in the response is dismissed.
 */
export async function startOrDismiss<J extends { readonly handle: Pick<Job, 'wait'> }>(
  start: (signal: AbortSignal) => Promise<J>,
  processId: string,
  signal: AbortSignal,
  clock: Clock,
  make: ErrorFactory
): Promise<J> {
  if (signal.aborted) throw executionAborted(processId, make, signal)
  const request = linkSignals()
  const starting = start(request.signal)
  try {
    return await raceAbort(starting, signal)
  } catch (error) {
    if (!signal.aborted) throw error
    const cancelTimer = startTimer(clock, lateAnswer, () => request.abort(signal.reason))
    starting
      .then(({ handle }) => handle.wait({ signal, dismissOnAbort: true }))
      .catch(() => {}) // the wait was aborted, or the execution failed
      .finally(cancelTimer)
    throw executionAborted(processId, make, signal)
  }
}
