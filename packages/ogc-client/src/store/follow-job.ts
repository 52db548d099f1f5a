import { isOgcError } from '../errors/ogc-error.ts'

import type { Results } from '../results/results.ts'
import type { Job } from '../types/job.ts'
import type { JobInfo } from '../types/wire.ts'

/** Callbacks for a followed job. */
export interface JobNews<O extends object> {
  readonly info: (info: JobInfo) => void
  /** Without it, the results are not fetched. */
  readonly results?: (results: Results<O>) => void
  /** Called if the job failed, was dismissed or cannot be polled. */
  readonly error: (error: Error) => void
}

/** Follows a job until it ends or `signal` is aborted. All followed jobs share the client's polls. */
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

/** Whether an error is final. After any other error, another poll may succeed. */
export function isFinal(error: Error | undefined): boolean {
  return isOgcError(error) && (error.code === 'job-failed' || error.code === 'job-dismissed')
}
