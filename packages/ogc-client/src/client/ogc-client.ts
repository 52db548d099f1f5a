import { checkRequestOptions, invalidArgument, type Received, type RequestOptions } from '@geoclients/client-core'
import { makeOgcError } from '../errors/ogc-error.ts'
import { executionAborted, startOrDismiss } from '../execute/abortable-start.ts'
import { checkInputs } from '../execute/check-inputs.ts'
import type { RequestedResults } from '../execute/requested-outputs.ts'
import type { Link, ProcessSummary } from '../generated/types.ts'
import { isOnlyUndescribed } from '../http/description-cache.ts'
import { sideRequest } from '../http/follow-up-options.ts'
import type { JobFilter } from '../http/job-filter.ts'
import { getLinked } from '../http/linked-request.ts'
import { type ProcessQuery, requestJobs, requestProcesses } from '../http/list-requests.ts'
import { iterateLinked, type Page } from '../http/paginate.ts'
import { defaultWait, type JobContext, JobHandle } from '../job/job-handle.ts'
import { type JobPage, readJobPage } from '../job/polling/list-poll.ts'
import { JobPolls } from '../job/polling/shared-polls.ts'
import { readSavedJob } from '../job/saved-job.ts'
import { checkWaitOptions } from '../job/validate-wait-options.ts'
import { handlesOf, isListOfJobs, watchAll } from '../job/watch-jobs.ts'
import { readProcessList } from '../parse/documents.ts'
import { readJobList } from '../parse/job.ts'
import type { Results } from '../results/results.ts'
import type { ExecuteRequest, Job, SavedJob, StartOptions, WaitOptions } from '../types/job.ts'
import type { OpenProcess, ProcessId, ProcessOf, ProcessTypes } from '../types/process.ts'
import type { JobInfo } from '../types/wire.ts'
import { OgcOperations } from './operations.ts'

/** Longest time for one poll of a job, in ms: it can be repeated, and others wait for their turn. */
const longestPoll = 30_000
/** How many processes the standard lists on a page where nobody asks for more. */
const defaultPage = 10

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
  readonly #polls = new JobPolls({
    clock: this.runtime.clock,
    random: this.runtime.random,
    one: (jobId, options) => this.pollJob(jobId, { ...options, timeout: this.#pollTimeout }),
    list: (filter, options) => this.#jobPages(filter, options)
  })

  /** The processes of all pages, a page at a time as they are asked for; `limit` is the size of a page. */
  iterProcesses(
    query: ProcessQuery = {},
    options: RequestOptions = {}
  ): AsyncGenerator<ProcessSummary, void, undefined> {
    return iterateLinked({
      service: this.config,
      first: () => this.receive(requestProcesses(this.api, query, options)),
      follow: (url) => this.receive(getLinked(url, 'application/json', options, this.runtime)),
      read: (received) => {
        const { processes, links } = readProcessList(received)
        this.#warnOfLostProcesses(processes.length, query.limit, links)
        return { items: processes, links }
      }
    })
  }

  /** The jobs of all pages, a page at a time as they are asked for; `limit` is the size of a page. */
  iterJobs(filter: JobFilter = {}, options: RequestOptions = {}): AsyncGenerator<JobInfo, void, undefined> {
    return this.#walkJobs(filter, options, (received) => {
      const { jobs, links } = readJobList(received)
      return { items: jobs, links }
    })
  }

  /**
   * Runs a process and resolves with its results, whether the server answers at once or makes a job of it. The request
   * that starts it has as long as the wait, unless `timeout` is given, with the call or to the client: an answer that is
   * given up cannot be asked for again. Rejects with `job-failed`, `job-dismissed`, `wait-timeout`, or as any call does.
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
    const { mode, validate, waitTimeout, dismissOnAbort = false, onProgress, ...common } = options
    const { signal, timeout = waitTimeout === undefined ? this.config.timeout : undefined } = common
    const { clock } = this.runtime
    const deadline = clock.now() + (waitTimeout ?? defaultWait)
    // One budget for all requests and the wait; a server may run the process while the request waits.
    const left = (): number => Math.max(1, deadline - clock.now())
    const bound = (): number => {
      if (signal?.aborted) throw executionAborted(processId, signal)
      return Math.min(timeout ?? left(), left())
    }
    const start = (own: AbortSignal | undefined): Promise<Job<ProcessOf<P, K>['outputs']>> =>
      this.#start(processId, request, { ...common, mode, validate, signal: own }, bound)
    const job = dismissOnAbort && signal ? await startOrDismiss(start, processId, signal, clock) : await start(signal)
    return job.results({ ...common, waitTimeout: left(), dismissOnAbort, onProgress })
  }

  /**
   * Starts a process and resolves with a handle as soon as the server has answered, whether with a job or with results.
   * For an answer at once that takes more than a minute give `timeout`.
   */
  async submit<K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options: StartOptions = {}
  ): Promise<Job<ProcessOf<P, K>['outputs']>> {
    return this.#start(processId, request, options, () => options.timeout)
  }

  /**
   * A handle of a job that was started before: from its id, or from what `JSON.stringify(job)` wrote. Sends nothing.
   * `processId` says of which process it is, and so of which types its outputs are. Throws `invalid-argument` where it was
   * saved for another process or service.
   */
  job(saved: string | SavedJob): Job
  job<K extends ProcessId<P>>(saved: string | SavedJob, processId: K): Job<ProcessOf<P, K>['outputs']>
  job(saved: string | SavedJob, processId?: string): Job {
    const { id, processId: known = processId } = readSavedJob(saved, this.runtime.baseUrl, makeOgcError)
    if (processId !== undefined && processId !== known) {
      throw invalidArgument(
        makeOgcError,
        'processId',
        processId,
        `${JSON.stringify(known)}, for which the job was saved`
      )
    }
    return new JobHandle(this.#jobContext(undefined), { id, processId: known, info: undefined })
  }

  /** pygeoapi cuts its list of processes and links to no other page: nobody else would tell. */
  #warnOfLostProcesses(count: number, limit: number | undefined, links: readonly Link[]): void {
    if (count === 0 || count !== (limit ?? defaultPage) || links.some(({ rel }) => rel === 'next' || rel === 'prev'))
      return
    this.warn(
      'cut list',
      `the list of processes ends after ${count} without a next page: the server may have more, ask with a limit`
    )
  }

  /** `bound` is asked before each request for the time that it may take, and throws where none is wanted any more. */
  async #start<K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options: StartOptions,
    bound: () => number | undefined
  ): Promise<Job<ProcessOf<P, K>['outputs']>> {
    checkRequestOptions(options, makeOgcError)
    const { mode = 'auto', validate, ...rest } = options
    if (mode !== 'auto' && mode !== 'sync' && mode !== 'async') {
      throw invalidArgument(makeOgcError, 'mode', mode, '"auto", "sync" or "async"')
    }
    const prepared = await this.prepare(request, rest)
    const describing = { ...rest, timeout: bound() }
    if (validate !== undefined) checkInputs(validate, await this.describe(processId, describing), prepared)
    const async = mode === 'async' || (mode === 'auto' && (await this.#mayRunAsync(processId, describing)))
    const prefer = async ? 'respond-async' : undefined
    const execution = { ...rest, timeout: bound(), prefer }
    const { info, results, retryAfter } = await this.execute(processId, prepared, execution)
    const context = this.#jobContext(prepared)
    const { headers } = sideRequest(rest)
    const job = new JobHandle(context, { id: info.jobID, processId, info, results, retryAfter, headers })
    // The types of the outputs are the caller's word; the handle itself works on any.
    return job as Job as Job<ProcessOf<P, K>['outputs']>
  }

  /**
   * The states of many jobs as they change, each first as it is known; ends when all have ended, failed and dismissed
   * ones without throwing. Jobs are given by id, as handles or as they were saved; a filter watches those that it
   * matches when the watch begins. Where the server's job list works, one request serves all of them at a time.
   * A job that is not there or cannot be asked for fails the watch when the others are over, with the handle as `job`.
   *
   * @example
   * for await (const { jobID, status } of ogc.watchJobs({ status: ['accepted', 'running'] })) console.log(jobID, status)
   */
  watchJobs(
    jobs: JobFilter | Iterable<string | SavedJob | Job>,
    options: RequestOptions = {}
  ): AsyncIterableIterator<JobInfo, undefined, undefined> {
    return watchAll(async (signal) => {
      if (isListOfJobs(jobs)) return handlesOf(jobs, (saved) => this.job(saved))
      const found: Job[] = []
      for await (const info of this.iterJobs(jobs, { ...options, signal })) {
        const { headers } = sideRequest(options)
        found.push(
          new JobHandle(this.#jobContext(undefined), { id: info.jobID, processId: info.processID, info, headers })
        )
      }
      return found
    }, options)
  }

  #walkJobs<Item>(
    filter: JobFilter,
    options: RequestOptions,
    read: (received: Received) => Page<Item>
  ): AsyncGenerator<Item, void, undefined> {
    return iterateLinked({
      service: this.config,
      first: () => this.receive(requestJobs(this.api, filter, options)),
      follow: (url) => this.receive(getLinked(url, 'application/json', options, this.runtime)),
      read
    })
  }

  get #pollTimeout(): number {
    return Math.min(longestPoll, this.config.timeout ?? longestPoll)
  }

  /** The pages that hold anything. */
  #jobPages(filter: JobFilter, options: RequestOptions): AsyncGenerator<JobPage, void, undefined> {
    return this.#walkJobs(filter, options, (received) => {
      const { links, ...page } = readJobPage(received, this.runtime.clock)
      for (const job of page.jobs) this.noteStatus(job)
      return { items: page.jobs.length > 0 ? [page] : [], links }
    })
  }

  #jobContext(request: RequestedResults | undefined): JobContext {
    return {
      runtime: this.runtime,
      polls: this.#polls,
      poll: (jobId, options) => this.pollJob(jobId, options),
      results: (jobId, processId, options) => this.jobResults(jobId, { processId, request }, options),
      dismiss: (jobId, options) => this.dismissJob(jobId, options)
    }
  }

  /** Without `jobControlOptions` a process is synchronous by the standard, but servers leave them out: they may choose then. */
  async #mayRunAsync(processId: string, options: RequestOptions): Promise<boolean> {
    try {
      const { jobControlOptions } = await this.describe(processId, options)
      return !Array.isArray(jobControlOptions) || jobControlOptions.includes('async-execute')
    } catch (error) {
      if (!isOnlyUndescribed(error)) throw error
      const what = `process ${JSON.stringify(processId)} is taken for one that may run either way`
      this.warn('no description', `${what}, its description cannot be read: ${error.message}`)
      return true
    }
  }
}
