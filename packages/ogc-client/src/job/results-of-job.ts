import { type CallSettings, sideRequest } from '@geoclients/client-core'
import { pollJob } from '../http/jobs.ts'
import { orElse } from '../http/or-else.ts'
import { askedResults } from '../results/asked-results.ts'
import { type ResultsContext, resultsContext } from '../results/context.ts'
import { getResults } from '../results/fetch.ts'
import type { Results } from '../results/results.ts'
import type { ResultsOptions } from '../types/options.ts'
import type { JobContext } from './job-context.ts'

/** The results of a job, if only its id is known. */
export async function resultsOfJob(
  context: JobContext,
  jobId: string,
  options: ResultsOptions,
  settings: CallSettings
): Promise<Results> {
  return getResults(context.core, jobId, settings, await reading(context, jobId, options, settings))
}

/** What reading them needs: the state of the job says which process it ran. */
export async function reading(
  { core, descriptions }: JobContext,
  jobId: string,
  options: ResultsOptions,
  settings: CallSettings
): Promise<ResultsContext> {
  const find = async (): Promise<string | undefined> =>
    (await orElse(pollJob(core, jobId, sideRequest(settings)), undefined))?.value.processID
  const { processId, outputs, profile, return: wanted } = options
  const isAsked = outputs !== undefined || profile !== undefined || wanted !== undefined
  const asked = isAsked && askedResults(options, core.error)
  const of = { processId, find, ...asked }
  return resultsContext(core, descriptions, of, settings)
}
