import { isRecord, readProblem } from '@geoclients/client-core'
import { isOgcError } from '../errors/ogc-error.ts'
import type { ApiError } from '../generated/types.ts'
import type { JobInfo } from '../types/wire.ts'

/** Exceptions that only say that a failed job has no results: those of GeoServer, version 2.0 and pygeoapi. */
const noReason = /(?:result-?not-?(?:ready|available)|no-?such-?job)$/i

/**
 * The server's explanation of a failed job: in the job's state (2.0 draft), or else the exception in the response to a request
 * for its results (18-062r2, 7.13.4). Rejects if the server did not answer, so the caller can try again.
 */
export async function explainFailure(info: JobInfo, getResults: () => Promise<unknown>): Promise<ApiError | undefined> {
  const { exception } = info as { readonly exception?: unknown }
  const known = isRecord(exception) ? readProblem(exception, 500).apiError : undefined
  if (known) return known
  try {
    await getResults()
  } catch (error) {
    if (!isOgcError(error) || error.code === 'network' || error.code === 'timeout') throw error
    if (error.apiError && !noReason.test(error.apiError.type)) return error.apiError
  }
  return undefined
}
