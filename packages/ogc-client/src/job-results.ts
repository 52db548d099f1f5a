import { type RequestOptions, type Runtime, unwrap } from '@geoclients/client-core'
import { acceptResults } from './execution.ts'
import type { paths } from './generated/types.ts'
import { describeFailure } from './ogc-error.ts'
import { readResults } from './reader/results.ts'
import type { ResultsSource } from './reader/results-source.ts'
import type { Results } from './results/results.ts'

/** Gets and reads the results of a job. */
export async function getResults(
  runtime: Runtime<paths>,
  jobId: string,
  options: RequestOptions,
  source: Pick<ResultsSource, 'outputIds' | 'fetchReference'>
): Promise<Results> {
  const response = await unwrap(
    runtime.api.GET('/jobs/{jobID}/results', {
      ...options,
      params: { path: { jobID: jobId } },
      headers: { Accept: acceptResults, ...options.headers },
      parseAs: 'response'
    }),
    describeFailure(runtime.clock)
  )
  const bytes = new Uint8Array(await response.arrayBuffer())
  return readResults({ ...source, response, bytes, error: runtime.error })
}
