import { type CallSettings, malformed, messageOf, oneLine, type Reply } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { isOgcError } from '../errors/ogc-error.ts'
import { isExceptionOf, isProblem } from '../parse/error-in-success.ts'
import { isJobInfo } from '../parse/job.ts'
import { isEnd, normaliseStatus } from '../parse/job-status.ts'
import type { ResultsContext, ResultsSource } from './context.ts'
import { isStateWithOutputs } from './json/quirks/value.ts'
import { readJsonBody } from './json/sniff.ts'
import { resultsOneByOne } from './one-by-one.ts'
import { readResults } from './parse.ts'
import type { Results } from './results.ts'

const resultNotReady = 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/result-not-ready'

/** Gets the results of a successful job, or its outputs one by one if the server has no common resource. */
export async function getResults(
  core: OgcCore,
  jobId: string,
  settings: CallSettings,
  context: ResultsContext
): Promise<Results> {
  try {
    return await askResults(core, jobId, settings, context)
  } catch (error) {
    // Version 2.0: none was wanted, or the server has them one by one.
    if (!isOgcError(error) || !(error.exception === 'result-not-available' || error.status === 406)) throw error
    return resultsOneByOne(core, jobId, settings, context, error)
  }
}

/** Requests and reads the results of a job. */
export async function askResults(
  core: OgcCore,
  jobId: string,
  settings: CallSettings,
  context: ResultsContext
): Promise<Results> {
  const response = await core.request('GET /jobs/{jobID}/results', settings, {
    path: { jobID: jobId },
    query: context.query,
    headers: context.prefer ? { prefer: context.prefer } : {},
    mode: 'open'
  })
  const source: ResultsSource = { ...context, response, error: core.error }
  if (response.status === 202) {
    response.rest?.cancel(undefined).catch(() => {})
    throw notReady(response, core)
  }
  const body = await readJsonBody(source)
  if (isProblem(response)) throw core.describe(response, body)
  if (await isExceptionOf(body, source)) throw core.describe(response, body)
  if (isJobInfo(body) && !isStateWithOutputs(body))
    throw isEnd(body.status) ? noResults(source, body) : notReady(response, core)
  return readResults(source, body)
}

/** The error if the server returns the final state of a job instead of its results. */
function noResults(source: ResultsSource, body: { readonly status: string; readonly message?: unknown }): Error {
  const status = normaliseStatus(body.status)
  if (status === 'successful') return malformed(source, 'a results document', body)
  const why = oneLine(messageOf(body.message))
  const message = `there are no results: the job ${status === 'failed' ? 'failed' : 'was dismissed'}${why ? `: ${why}` : ''}`
  return source.error({ code: status === 'failed' ? 'job-failed' : 'job-dismissed', message })
}

/** The error if a server returns the state of a running job instead of the standard's exception. */
function notReady(response: Reply, core: OgcCore): Error {
  return core.describe(response, { type: resultNotReady, detail: 'the results are not ready' })
}
