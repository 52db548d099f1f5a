import { isOgcError } from '../errors/ogc-error.ts'

import type { Results } from '../results/results.ts'
import type { Job } from '../types/job.ts'
import type { JobInfo } from '../types/wire.ts'

/** What is heard of a job while it is followed. */
export interface JobNews<O extends object> {
  readonly info: (info: JobInfo) => void
  /** Without it the results stay on the server. */
  readonly results?: (results: Results<O>) => void
  /** Why it failed, was dismissed or could not be asked for. */
  readonly error: (error: Error) => void
}

/** Follows a job to its end until `signal` is aborted; the client's shared polls serve all that are followed. */
export async function followJob<O extends object>(job: Job<O>, signal: AbortSignal, news: JobNews<O>): Promise<void> {
  try {
    for await (const info of job.watch({ signal })) {
      if (signal.aborted) return
      news.info(info)
    }
    if (!news.results) return void (await job.wait({ signal }))
    const results = await job.results({ signal })
    if (!signal.aborted) news.results(results)
  } catch (error) {
    if (!signal.aborted) news.error(error instanceof Error ? error : new Error(String(error)))
  }
}

/** Whether nothing more can be heard of a job: any other error may have passed when it is asked for again. */
export function isFinal(error: Error | undefined): boolean {
  return isOgcError(error) && (error.code === 'job-failed' || error.code === 'job-dismissed')
}
