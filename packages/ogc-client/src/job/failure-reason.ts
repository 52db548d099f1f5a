import { isRecord } from '@geoclients/client-core'
import { isOgcError } from '../errors/ogc-error.ts'
import type { ApiError } from '../generated/types.ts'
import { readProblem } from '../parse/problem.ts'
import type { JobInfo } from '../types/wire.ts'

/** Answers that say of a failed job only that it has no results: GeoServer's, pygeoapi's, and that of version 2.0. */
const noReason = /(?:result-?not-?(?:ready|available)|no-?such-?job)$/i

/**
 * Why a job failed, as the server explains it: with the state of the job (2.0 draft), else with the exception that its
 * results are answered with (18-062r2, 7.13.4). Rejects where the server did not answer: it may when asked again.
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
