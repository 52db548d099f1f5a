import type { CallSettings } from '@geoclients/client-core'
import { getOutput, type OutputPath } from '../results/one-by-one.ts'
import type { Output } from '../results/output/types.ts'
import type { ResultsOptions } from '../types/options.ts'
import type { JobContext } from './job-context.ts'
import { reading } from './results-of-job.ts'

/** One output of a job of which no more is known than its id, or one of its values. */
export async function outputOfJob(
  context: JobContext,
  path: OutputPath,
  options: ResultsOptions,
  settings: CallSettings
): Promise<Output> {
  return (await getOutput(context.core, path, settings, await reading(context, path.jobID, options, settings))).output
}
