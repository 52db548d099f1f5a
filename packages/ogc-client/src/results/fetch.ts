import { malformed, type RequestOptions, type Runtime, unwrap } from '@geoclients/client-core'
import { describeFailure } from '../errors/ogc-error.ts'
import { acceptResults } from '../execute/execute.ts'
import type { paths } from '../generated/types.ts'
import { isProblem } from '../parse/error-in-success.ts'
import { isJobInfo } from '../parse/job.ts'
import { isEnd, normaliseStatus } from '../parse/job-status.ts'
import { oneLine, textOf } from '../parse/problem.ts'
import { readStart } from './body/read-head.ts'
import type { ResultsContext, ResultsSource } from './context.ts'
import { readJsonBody } from './json/sniff.ts'
import { readResults } from './parse.ts'
import type { Results } from './results.ts'

const resultNotReady = 'http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/result-not-ready'

/** Gets and reads the results of a job. */
export async function getResults(
  runtime: Runtime<paths>,
  jobId: string,
  options: RequestOptions,
  context: ResultsContext
): Promise<Results> {
  const response = await unwrap(
    runtime.api.GET('/jobs/{jobID}/results', {
      ...options,
      params: { path: { jobID: jobId } },
      headers: { Accept: acceptResults, ...options.headers },
      parseAs: 'open'
    }),
    describeFailure(runtime)
  )
  const start = await readStart(response, context.maxBodyBytes)
  const source: ResultsSource = { ...context, response, start, error: runtime.error }
  if (response.status === 202) {
    start.rest?.cancel(undefined).catch(() => {})
    throw notReady(response, runtime)
  }
  const body = await readJsonBody(source)
  if (isProblem(response)) throw describeFailure(runtime)(response, body)
  if (isJobInfo(body)) throw isEnd(body.status) ? noResults(source, body) : notReady(response, runtime)
  return readResults(source, body)
}

/** The state of a job that is over, in place of its results. */
function noResults(source: ResultsSource, body: { readonly status: string; readonly message?: unknown }): Error {
  const status = normaliseStatus(body.status)
  if (status === 'successful') return malformed(source, 'results', body)
  const why = oneLine(textOf(body.message))
  const message = `there are no results: the job ${status === 'failed' ? 'failed' : 'was dismissed'}${why ? `: ${why}` : ''}`
  return source.error({ code: status === 'failed' ? 'job-failed' : 'job-dismissed', message })
}

/** Some servers answer the state of the job in place of the standard's exception. */
function notReady(response: Response, runtime: Runtime<paths>): Error {
  return describeFailure(runtime)(response, { type: resultNotReady, detail: 'the results are not ready' })
}
