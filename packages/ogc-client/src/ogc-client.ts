import { checkRequestOptions, invalidArgument, type RequestOptions } from '@geoclients/client-core'
import type { JobInfo } from './contract-types.ts'
import { checkRequest } from './execution.ts'
import type { ProcessSummary } from './generated/types.ts'
import { type JobContext, JobHandle } from './job.ts'
import type { JobFilter } from './job-filter.ts'
import type { ExecuteRequest, Job, SavedJob, StartOptions, WaitOptions } from './job-types.ts'
import { getLinked } from './link-target.ts'
import { type ProcessQuery, requestJobs, requestProcesses } from './lists.ts'
import { makeOgcError } from './ogc-error.ts'
import { OgcOperations } from './operations.ts'
import { iterateLinked } from './pages.ts'
import type { OpenProcess, ProcessId, ProcessOf, ProcessTypes } from './process-types.ts'
import { readProcessList } from './reader/documents.ts'
import { readJobList } from './reader/job.ts'
import type { Results } from './results/results.ts'
import { readSavedJob } from './saved-job.ts'
import { sideRequest } from './side-request.ts'
import { checkWaitOptions } from './wait-options.ts'

/**
 * A client of one OGC API - Processes service. Its methods reject with an `OgcError` and with nothing else.
 *
 * @example
 * const ogc = new OgcClient({ baseUrl: 'https://example.com/ogc' })
 * const results = await ogc.run('primes_between', { inputs: { min_val: 10, max_val: 30 } })
 * console.log(await results.get('return_value').json())
 */
export class OgcClient<
  P extends { [K in keyof P]: ProcessTypes } = Record<string, OpenProcess>
> extends OgcOperations<P> {
  /** The processes of all pages, a page at a time as they are asked for; `limit` is the size of a page. */
  iterProcesses(
    query: ProcessQuery = {},
    options: RequestOptions = {}
  ): AsyncGenerator<ProcessSummary, void, undefined> {
    return iterateLinked({
      baseUrl: this.runtime.baseUrl,
      first: () => this.receive(requestProcesses(this.api, query, options)),
      follow: (url) => this.receive(getLinked(url, 'application/json', options, this.runtime)),
      read: (received) => {
        const { processes, links } = readProcessList(received)
        return { items: processes, links }
      }
    })
  }

  /** The jobs of all pages, a page at a time as they are asked for; `limit` is the size of a page. */
  iterJobs(filter: JobFilter = {}, options: RequestOptions = {}): AsyncGenerator<JobInfo, void, undefined> {
    return iterateLinked({
      baseUrl: this.runtime.baseUrl,
      first: () => this.receive(requestJobs(this.api, filter, options)),
      follow: (url) => this.receive(getLinked(url, 'application/json', options, this.runtime)),
      read: (received) => {
        const { jobs, links } = readJobList(received)
        return { items: jobs, links }
      }
    })
  }

  /**
   * Runs a process and resolves with its results, whether the server answers at once or makes a job of it.
   * Rejects with `job-failed`, `job-dismissed`, `wait-timeout`, or as any call does.
   *
   * @example
   * const results = await ogc.run('sleep_a_while', { inputs: { duration: 5 } }, {
   *   onProgress: ({ status, progress }) => console.log(status, progress)
   * })
   */
  async run<K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options: StartOptions & WaitOptions = {}
  ): Promise<Results<ProcessOf<P, K>['outputs']>> {
    checkWaitOptions(options, makeOgcError)
    const { mode, waitTimeout, dismissOnAbort, onProgress, ...common } = options
    // A server may run the process while the request waits: then the bound of the wait is that of the request.
    const timeout = common.timeout ?? waitTimeout
    const job = await this.submit(processId, request, { ...common, timeout, mode })
    return job.results({ ...common, waitTimeout, dismissOnAbort, onProgress })
  }

  /** Starts a process and resolves with a handle as soon as the server has answered, whether with a job or with results. */
  async submit<K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options: StartOptions = {}
  ): Promise<Job<ProcessOf<P, K>['outputs']>> {
    checkRequestOptions(options, makeOgcError)
    checkRequest(request)
    const { mode = 'auto', ...rest } = options
    if (mode !== 'auto' && mode !== 'sync' && mode !== 'async') {
      throw invalidArgument(makeOgcError, 'mode', mode, '"auto", "sync" or "async"')
    }
    const async = mode === 'async' || (mode === 'auto' && (await this.#mayRunAsync(processId, rest)))
    const prefer = async ? 'respond-async' : undefined
    const { info, results, retryAfter } = await this.execute(processId, request, { ...rest, prefer })
    const context = this.#jobContext(Object.keys(request.outputs ?? {}))
    const { headers } = sideRequest(rest)
    const job = new JobHandle(context, { id: info.jobID, processId, info, results, retryAfter, headers })
    // The types of the outputs are the caller's word; the handle itself works on any.
    return job as Job as Job<ProcessOf<P, K>['outputs']>
  }

  /** A handle of a job that was started before: from its id, or from what `JSON.stringify(job)` wrote. Sends nothing. */
  job(saved: string | SavedJob): Job {
    const { id, processId } = readSavedJob(saved, this.runtime.baseUrl, makeOgcError)
    return new JobHandle(this.#jobContext([]), { id, processId, info: undefined })
  }

  #jobContext(wanted: readonly string[]): JobContext {
    return {
      runtime: this.runtime,
      poll: (jobId, options) => this.pollJob(jobId, options),
      results: (jobId, processId, options) => this.jobResults(jobId, { processId, wanted }, options),
      dismiss: (jobId, options) => this.dismissJob(jobId, options)
    }
  }

  /** Without `jobControlOptions` a process is synchronous by the standard, but servers leave them out: they may choose then. */
  async #mayRunAsync(processId: string, options: RequestOptions): Promise<boolean> {
    const { jobControlOptions } = await this.describe(processId, options)
    return !Array.isArray(jobControlOptions) || jobControlOptions.includes('async-execute')
  }
}
