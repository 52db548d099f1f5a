import { type RequestOptions, type Runtime, unwrap } from '@geoclients/client-core'
import { acceptResults } from './execution.ts'
import type { paths } from './generated/types.ts'
import { describeFailure } from './ogc-error.ts'
import { readResults } from './reader/results.ts'
import type { ResultsContext } from './reader/results-source.ts'
import { readStart } from './results/body-start.ts'
import type { Results } from './results/results.ts'

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
    describeFailure(runtime.clock)
  )
  const start = await readStart(response, context.maxBodyBytes)
  return readResults({ ...context, response, start, error: runtime.error })
}
