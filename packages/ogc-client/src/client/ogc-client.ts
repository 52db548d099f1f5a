import { type ApiClient, type CallSettings, invalidArgument, type RequestOptions } from '@geoclients/client-core'
import { executionAborted, startOrDismiss } from '../execute/abortable-start.ts'
import { prepareRequest } from '../execute/encode-inputs.ts'
import { type Execution, execute } from '../execute/execute.ts'
import type {
  Capabilities,
  ConformanceDeclaration,
  ProcessDescription,
  ProcessList,
  ProcessSummary,
  paths
} from '../generated/types.ts'
import { Descriptions, isOnlyUndescribed } from '../http/description-cache.ts'
import {
  getCapabilities,
  getConformance,
  getProcess,
  getProcesses,
  iterateProcesses,
  type ProcessQuery
} from '../http/discovery.ts'
import { lastingHeaders, orElse, sideRequest } from '../http/follow-up-options.ts'
import type { JobFilter } from '../http/job-filter.ts'
import { dismissJob, getJobs, iterateJobs, pollJob } from '../http/jobs.ts'
import { matches } from '../http/matches-filter.ts'
import { type JobContext, JobHandle } from '../job/job-handle.ts'
import { JobPolls } from '../job/polling/shared-polls.ts'
import { readSavedJob } from '../job/saved-job.ts'
import { waitSettings } from '../job/wait-settings.ts'
import { handlesOf, isListOfJobs, watchAll } from '../job/watch-jobs.ts'
import { isKnownStatus } from '../parse/job-status.ts'
import { resultsContext } from '../results/context.ts'
import { getResults } from '../results/fetch.ts'
import type { Results } from '../results/results.ts'
import type { ExecuteRequest, Job, SavedJob, StartOptions, WaitOptions } from '../types/job.ts'
import type { OpenProcess, ProcessId, ProcessOf, ProcessTypes } from '../types/process.ts'
import type { JobInfo, JobList } from '../types/wire.ts'
import { createOgcCore, type OgcCore } from './core.ts'
import { configOf, defaultLifetime, type OgcClientConfig, type OgcClientOptions } from './options.ts'

type Mode = NonNullable<StartOptions['mode']>

/**
 * A client of one OGC API - Processes service. Its methods reject with an `OgcError` and with nothing else.
 *
 * @example
 * const ogc = new OgcClient({ baseUrl: 'https://example.com/ogc' })
 * const results = await ogc.run('primes_between', { inputs: { min_val: 10, max_val: 30 } })
 * console.log(await results.get('return_value').json())
 */
export class OgcClient<P extends { [K in keyof P]: ProcessTypes } = Record<string, OpenProcess>> {
  /** The client's settings, frozen and without secrets. */
  readonly config: OgcClientConfig
  /** The contract's path map, through the client's pipeline: for what the methods did not foresee. */
  readonly api: ApiClient<paths>
  /**
   * The pipeline as a plain `fetch`, for libraries that take one (readers of COG, Zarr, GeoParquet). Credentials go to
   * the service's own origin only; `Range` passes through; a relative URL counts from `baseUrl`.
   */
  readonly fetch: typeof globalThis.fetch
  readonly #core: OgcCore
  readonly #descriptions: Descriptions
  readonly #polls: JobPolls

  constructor(options: OgcClientOptions) {
    const core = createOgcCore(options)
    const load = (processId: string, settings = core.settings()): Promise<ProcessDescription> =>
      getProcess(core, processId, settings)
    this.#core = core
    this.#descriptions = new Descriptions(load, core.clock, options.descriptionLifetime ?? defaultLifetime)
    this.#polls = new JobPolls(core)
    this.config = configOf(options, core.baseUrl)
    this.api = core.api
    this.fetch = core.fetch
  }

  /** The landing page (18-062r2, 7.2). Trust the fixed paths rather than its links: servers publish templates there. */
  async getCapabilities(options?: RequestOptions): Promise<Capabilities> {
    return getCapabilities(this.#core, this.#core.settings(options))
  }

  /** The conformance classes that the server declares (7.4). A hint only: pygeoapi lists neither job-list nor dismiss. */
  async getConformance(options?: RequestOptions): Promise<ConformanceDeclaration> {
    return getConformance(this.#core, this.#core.settings(options))
  }

  /** One page of the process list (7.9). `limit` is 1 to 10 000; the server's default is 10. See `iterProcesses` for all. */
  async getProcesses(query: ProcessQuery = {}, options?: RequestOptions): Promise<ProcessList> {
    return getProcesses(this.#core, query, this.#core.settings(options))
  }

  /**
   * The description of a process: its inputs, outputs and how it may be run (7.10). Always asks the server; `run` then
   * uses what came for as long as `descriptionLifetime`.
   */
  async getProcess(processId: ProcessId<P>, options?: RequestOptions): Promise<ProcessDescription> {
    const settings = this.#core.settings(options)
    const description = await getProcess(this.#core, processId, settings)
    this.#descriptions.keep(processId, description, settings)
    return description
  }

  /**
   * Executes a process, always with `Prefer: respond-async` (7.11). The server chooses: `results` is present exactly
   * where it answered at once, and `jobID` is `''` where it kept no job then. `run` and `submit` handle both alike.
   */
  async executeProcess(
    processId: ProcessId<P>,
    request: ExecuteRequest<OpenProcess['inputs']>,
    options?: RequestOptions
  ): Promise<JobInfo & { results?: Results }> {
    const { info, results } = await this.#execute(processId, request, this.#core.settings(options), () => 'async')
    return results ? { ...info, results } : info
  }

  /** One page of the job list (11.2). See `iterJobs` for all. */
  async getJobs(filter: JobFilter = {}, options?: RequestOptions): Promise<JobList> {
    return getJobs(this.#core, filter, this.#core.settings(options))
  }

  /** The state of a job (7.12). */
  async getJob(jobId: string, options?: RequestOptions): Promise<JobInfo> {
    return (await pollJob(this.#core, jobId, this.#core.settings(options))).value
  }

  /** Cancels a job that is under way; a finished one is removed (13). Answers with the job's last state. */
  async dismissJob(jobId: string, options?: RequestOptions): Promise<JobInfo> {
    return dismissJob(this.#core, jobId, this.#core.settings(options))
  }

  /**
   * The results of a finished job (7.13). Where the answer does not tell a map of outputs from a value, the description of
   * the process does: give `processId` to save the request that finds it.
   */
  async getJobResults(
    jobId: string,
    options: RequestOptions & { processId?: string | undefined } = {}
  ): Promise<Results> {
    const core = this.#core
    const settings = core.settings(options)
    const { processId } = options
    const find = async (): Promise<string | undefined> =>
      (await orElse(pollJob(core, jobId, sideRequest(settings)), undefined))?.value.processID
    const context = resultsContext(core, this.#descriptions, { processId, find }, settings)
    return getResults(core, jobId, settings, context)
  }

  /** The processes of all pages, a page at a time as they are asked for; `limit` is the size of a page. */
  iterProcesses(query: ProcessQuery = {}, options?: RequestOptions): AsyncGenerator<ProcessSummary, void, undefined> {
    return iterateProcesses(this.#core, query, () => this.#core.settings(options))
  }

  /** The jobs of all pages, a page at a time as they are asked for; `limit` is the size of a page. */
  iterJobs(filter: JobFilter = {}, options?: RequestOptions): AsyncGenerator<JobInfo, void, undefined> {
    return iterateJobs(this.#core, filter, () => this.#core.settings(options))
  }

  /**
   * Runs a process and resolves with its results, whether the server answers at once or makes a job of it. The request
   * that starts it has as long as the wait, unless `timeout` is given, with the call or to the client: an answer that is
   * given up cannot be asked for again. Without `mode` the description of the process is fetched first, once in
   * `descriptionLifetime`. Rejects with `job-failed`, `job-dismissed`, `wait-timeout`, or as any call does.
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
    const { clock, error } = this.#core
    const settings = waitSettings(options, this.#core)
    const { signal, dismissOnAbort, waitTimeout } = settings
    const mode = this.#mode(options)
    const deadline = clock.now() + waitTimeout
    // One budget for all requests and the wait; a server may run the process while the request waits.
    const left = (): number => Math.max(1, deadline - clock.now())
    const isBound = options.timeout !== undefined || (options.waitTimeout === undefined && this.config.timeout)
    const bound = (): number => {
      if (signal?.aborted) throw executionAborted(processId, error, signal)
      return isBound ? Math.min(settings.timeout, left()) : left()
    }
    const start = (own: AbortSignal | undefined): Promise<JobHandle> =>
      this.#start(processId, request, { ...settings, signal: own }, mode, bound)
    const job =
      dismissOnAbort && signal ? await startOrDismiss(start, processId, signal, clock, error) : await start(signal)
    const results = await job.finish({ ...settings, waitTimeout: left() })
    // The types of the outputs are the caller's word; nothing here can check them.
    return results as Results<object> as Results<ProcessOf<P, K>['outputs']>
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
    const settings = this.#core.settings(options)
    const job: Job = await this.#start(processId, request, settings, this.#mode(options), () => settings.timeout)
    return job as Job<object> as Job<ProcessOf<P, K>['outputs']>
  }

  /** A handle of a job that was started before: from its id, or from what `JSON.stringify(job)` wrote. Sends nothing. */
  job(saved: string | SavedJob): Job {
    const { id, processId } = readSavedJob(saved, this.#core.baseUrl, this.#core.error)
    return new JobHandle(this.#jobs, { id, processId, info: undefined })
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
    options?: RequestOptions
  ): AsyncIterableIterator<JobInfo, undefined, undefined> {
    const find = async (settings: CallSettings): Promise<Job[]> => {
      if (isListOfJobs(jobs)) return handlesOf(jobs, (saved) => this.job(saved))
      const headers = lastingHeaders(settings.headers)
      const found: Job[] = []
      for await (const info of iterateJobs(this.#core, jobs, () => settings)) {
        if (matches(info, jobs))
          found.push(
            new JobHandle(this.#jobs, {
              id: info.jobID,
              processId: info.processID,
              info: isKnownStatus(info.status) ? info : undefined,
              headers
            })
          )
      }
      return found
    }
    return watchAll(find, () => this.#core.settings(options), this.#core.error)
  }

  /** Ends the client: aborts its requests, stops its loops, rejects all that wait with `closed`. May be called again. */
  close(): void {
    this.#core.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  get #jobs(): JobContext {
    return { core: this.#core, descriptions: this.#descriptions, polls: this.#polls }
  }

  #mode({ mode = 'auto' }: StartOptions): Mode {
    if (mode === 'auto' || mode === 'sync' || mode === 'async') return mode
    throw invalidArgument(this.#core.error, 'mode', mode, '"auto", "sync" or "async"')
  }

  /** `bound` is asked before each request for the time that it may take, and throws where none is wanted any more. */
  async #start(
    processId: string,
    request: ExecuteRequest<object>,
    settings: CallSettings,
    mode: Mode,
    bound: () => number
  ): Promise<JobHandle> {
    const choose = async (): Promise<Mode> =>
      mode === 'auto' && (await this.#mayRunAsync(processId, { ...settings, timeout: bound() })) ? 'async' : mode
    const { info, ...started } = await this.#execute(processId, request, settings, choose, bound)
    const headers = lastingHeaders(settings.headers)
    return new JobHandle(this.#jobs, { id: info.jobID, processId, info, headers, isNew: true, ...started })
  }

  async #execute(
    processId: string,
    request: ExecuteRequest<object>,
    settings: CallSettings,
    mode: () => Mode | Promise<Mode>,
    bound: () => number = () => settings.timeout
  ): Promise<Execution & { readonly request: Awaited<ReturnType<typeof prepareRequest>> }> {
    const core = this.#core
    const prepared = await prepareRequest(request, settings.signal, core.closed)
    const prefer = (await mode()) === 'async' ? 'respond-async' : undefined
    const call = { ...settings, timeout: bound(), prefer }
    const context = resultsContext(core, this.#descriptions, { processId, isAtOnce: true, request: prepared }, call)
    return { ...(await execute(core, processId, prepared, call, context)), request: prepared }
  }

  /** Without `jobControlOptions` a process is synchronous by the standard, but servers leave them out: they may choose then. */
  async #mayRunAsync(processId: string, settings: CallSettings): Promise<boolean> {
    try {
      const { jobControlOptions } = await this.#descriptions.get(processId, settings)
      return !Array.isArray(jobControlOptions) || jobControlOptions.includes('async-execute')
    } catch (error) {
      if (!isOnlyUndescribed(error)) throw error
      const what = `process ${JSON.stringify(processId)} is taken for one that may run either way`
      this.#core.warn('no description', `${what}, its description cannot be read: ${error.message}`)
      return true
    }
  }
}
