import type { CallSettings } from '@geoclients/client-core'
import { orElse, sideRequest } from '../http/follow-up-options.ts'
import { pollJob } from '../http/jobs.ts'
import { askedResults } from '../results/asked-results.ts'
import { type ResultsContext, resultsContext } from '../results/context.ts'
import { getResults } from '../results/fetch.ts'
import { getOutput, type OutputPath } from '../results/one-by-one.ts'
import type { Output } from '../results/output/types.ts'
import type { Results } from '../results/results.ts'
import type { ResultsOptions } from '../types/options.ts'
import type { JobContext } from './job-context.ts'

/** The results of a job, if only its id is known. */
export async function resultsOfJob(context: JobContext, jobId: string, options: ResultsOptions): Promise<Results> {
  const settings = context.core.settings(options)
  return getResults(context.core, jobId, settings, reading(context, jobId, options, settings))
}

/** One output of such a job, or one of its values. */
export async function outputOfJob(context: JobContext, path: OutputPath, options: ResultsOptions): Promise<Output> {
  const settings = context.core.settings(options)
  return (await getOutput(context.core, path, settings, reading(context, path.jobID, options, settings))).output
}

/** What reading them needs: the state of the job says which process it ran. */
function reading(
  { core, descriptions }: JobContext,
  jobId: string,
  options: ResultsOptions,
  settings: CallSettings
): ResultsContext {
  const find = async (): Promise<string | undefined> =>
    (await orElse(pollJob(core, jobId, sideRequest(settings)), undefined))?.value.processID
  const of = { processId: options.processId, find, ...askedResults(options, core.error) }
  return resultsContext(core, descriptions, of, settings)
}
