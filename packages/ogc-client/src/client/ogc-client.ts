import { type ApiClient, type CallSettings, invalidArgument, type RequestOptions } from '@geoclients/client-core'
import type { OgcCore } from '../core/core.ts'
import { executionAborted, startOrDismiss } from '../execute/abortable-start.ts'
import { createJob, getJobDefinition, getJobInputs, startPreparedJob, updateJob } from '../execute/job-management.ts'
import type {
  Capabilities,
  ConformanceDeclaration,
  JobDefinition,
  JobInputs,
  ProcessDescription,
  ProcessList,
  ProcessSummary,
  paths
} from '../generated/types.ts'
import {
  type DeployedProcess,
  type DeployQuery,
  deploy,
  getPackage,
  type ProcessPackage,
  undeploy
} from '../http/deployment.ts'
import { Descriptions } from '../http/description-cache.ts'
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
import { executeProcess, startJob } from '../job/start-job.ts'
import { waitSettings } from '../job/wait-settings.ts'
import { handlesOf, isListOfJobs, watchAll } from '../job/watch-jobs.ts'
import { isKnownStatus } from '../parse/job-status.ts'
import { askedResults } from '../results/asked-results.ts'
import { type ResultsContext, resultsContext } from '../results/context.ts'
import { getResults } from '../results/fetch.ts'
import { getOutput } from '../results/one-by-one.ts'
import type { Output } from '../results/output/types.ts'
import type { Results } from '../results/results.ts'
import type {
  ExecuteRequest,
  Job,
  ResultOptions,
  ResultsOptions,
  SavedJob,
  StartOptions,
  WaitOptions
} from '../types/job.ts'
import type { OpenProcess, ProcessId, ProcessOf, ProcessTypes } from '../types/process.ts'
import type { JobInfo, JobList } from '../types/wire.ts'
import { createOgcCore } from './create-core.ts'
import { configOf, defaultLifetime, type OgcClientConfig, type OgcClientOptions } from './options.ts'

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
  /** Typed HTTP calls by the contract's paths, for requests that no method covers. They have the client's credentials and retries. */
  readonly api: ApiClient<paths>
  /**
   * A `fetch` with the client's credentials and retries, for libraries that accept one (readers of COG, Zarr, GeoParquet).
   * Credentials are sent to the service's own origin only. `Range` is passed on. A relative URL is relative to `baseUrl`.
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
    this.#descriptions = new Descriptions(
      load,
      core.clock,
      options.descriptionLifetime ?? defaultLifetime,
      core.whoAsks
    )
    this.#polls = new JobPolls(core)
    this.config = configOf(options, core.baseUrl)
    this.api = core.api
    this.fetch = core.fetch
  }

  /** The landing page (18-062r2, 7.2). Do not rely on its links: some servers publish URL templates there. */
  async getCapabilities(options?: RequestOptions): Promise<Capabilities> {
    return getCapabilities(this.#core, this.#core.settings(options))
  }

  /** The conformance classes that the server declares (7.4). Only a hint: pygeoapi supports job-list and dismiss but lists neither. */
  async getConformance(options?: RequestOptions): Promise<ConformanceDeclaration> {
    return getConformance(this.#core, this.#core.settings(options))
  }

  /** One page of the process list (7.9). `limit` is 1 to 10 000; the server's default is 10. See `iterProcesses` for all. */
  async getProcesses(query: ProcessQuery = {}, options?: RequestOptions): Promise<ProcessList> {
    return getProcesses(this.#core, query, this.#core.settings(options))
  }

  /**
   * The description of a process, with its inputs, outputs and execution modes (7.10). Always sends a request. `run` reuses
   * the description for `descriptionLifetime`.
   */
  async getProcess(processId: ProcessId<P>, options?: RequestOptions): Promise<ProcessDescription> {
    const settings = this.#core.settings(options)
    const description = await getProcess(this.#core, processId, settings)
    await this.#descriptions.keep(processId, description, settings)
    return description
  }

  /**
   * Executes a process and asks for a job with the header `Prefer` (`respond-async`, 7.11). If the server answers with the
   * results instead, they are in `results`, and `jobID` is `''` if it kept no job. `run` and `submit` handle both cases.
   */
  async executeProcess<K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options?: RequestOptions
  ): Promise<JobInfo & { results?: Results<ProcessOf<P, K>['outputs']> }> {
    const { info, results } = await executeProcess(
      this.#jobs,
      processId,
      { request },
      this.#core.settings(options),
      () => 'async'
    )
    return results ? { ...info, results: results as Results<object> as Results<ProcessOf<P, K>['outputs']> } : info
  }

  /** One page of the job list (11.2). See `iterJobs` for all. */
  async getJobs(filter: JobFilter = {}, options?: RequestOptions): Promise<JobList> {
    return getJobs(this.#core, filter, this.#core.settings(options))
  }

  /** The state of a job (7.12). */
  async getJob(jobId: string, options?: RequestOptions): Promise<JobInfo> {
    return (await pollJob(this.#core, jobId, this.#core.settings(options))).value
  }

  /** Cancels a running job, or removes a finished one from the server (13). Resolves with the job's last state. */
  async dismissJob(jobId: string, options?: RequestOptions): Promise<JobInfo> {
    return dismissJob(this.#core, jobId, this.#core.settings(options))
  }

  /**
   * The results of a finished job (7.13). If the response could be either a map of outputs or a single value, the process
   * description decides. Pass `processId` to save the request that looks it up. `outputs`, `profile` and `return` are
   * understood by servers of version 2.0; others ignore them.
   */
  async getJobResults(jobId: string, options: ResultsOptions = {}): Promise<Results> {
    const settings = this.#core.settings(options)
    return getResults(this.#core, jobId, settings, this.#results(jobId, options, settings))
  }

  /**
   * One output of a job, from a resource of its own (18-062r3, 7.14): only of servers of version 2.0. If the output has
   * several values, they are in its `items`.
   *
   * @example
   * const { jobID } = await ogc.executeProcess('ndvi', { inputs })
   * await ogc.job(jobID).wait()
   * const scene = await ogc.getJobResult(jobID, 'ndvi')
   * console.log(scene.kind, scene.mediaType)
   */
  async getJobResult(jobId: string, outputId: string, options: ResultOptions = {}): Promise<Output> {
    const settings = this.#core.settings(options)
    const context = this.#results(jobId, options, settings)
    return (await getOutput(this.#core, { jobID: jobId, outputID: outputId }, settings, context)).output
  }

  /** One value of an output that has several, counted from 0, from a resource of its own (version 2.0). */
  async getJobResultItem(jobId: string, outputId: string, index: number, options: ResultOptions = {}): Promise<Output> {
    const settings = this.#core.settings(options)
    const context = this.#results(jobId, options, settings)
    return (await getOutput(this.#core, { jobID: jobId, outputID: outputId, N: index }, settings, context)).output
  }

  /**
   * Deploys a process from a package (Part 2, 20-044): an application package (an object with `executionUnit`), or a CWL
   * document as an object or as text. A server may queue it. `workflow` names one of several in a CWL document.
   */
  async deployProcess(
    given: ProcessPackage,
    query: DeployQuery = {},
    options?: RequestOptions
  ): Promise<DeployedProcess> {
    return deploy(this.#core, given, query, this.#core.settings(options))
  }

  /** Puts the process of a package in the place of one that was deployed before (Part 2). */
  async replaceProcess(
    processId: ProcessId<P>,
    given: ProcessPackage,
    query: DeployQuery = {},
    options?: RequestOptions
  ): Promise<DeployedProcess> {
    const settings = this.#core.settings(options)
    const deployed = await deploy(this.#core, given, query, settings, processId)
    await this.#descriptions.forget(processId, settings)
    return deployed
  }

  /** Removes a process that was deployed before (Part 2). */
  async undeployProcess(processId: ProcessId<P>, options?: RequestOptions): Promise<void> {
    const settings = this.#core.settings(options)
    await undeploy(this.#core, processId, settings)
    await this.#descriptions.forget(processId, settings)
  }

  /** What a process was deployed from (Part 2): an object if the server sends JSON, else text. */
  async getProcessPackage(processId: ProcessId<P>, options?: RequestOptions): Promise<ProcessPackage> {
    return getPackage(this.#core, processId, this.#core.settings(options))
  }

  /**
   * Prepares a job that does not start by itself (Part 4, 24-051). `startJob` starts it; until then waiting for it rejects
   * with `job-not-started`.
   *
   * @example
   * const { jobID } = await ogc.createJob('primes_between', { inputs: { max_val: 30 } })
   * await ogc.startJob(jobID)
   * const results = await ogc.job(jobID).results()
   */
  async createJob<K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options?: RequestOptions
  ): Promise<JobInfo> {
    return createJob(this.#core, processId, request, this.#core.settings(options))
  }

  /** Changes a job that has not started (Part 4): members that are given take the place of those that it has. */
  async updateJob(jobId: string, request: ExecuteRequest<object>, options?: RequestOptions): Promise<void> {
    return updateJob(this.#core, jobId, request, this.#core.settings(options))
  }

  /** Starts a job that was prepared (Part 4), and resolves with its state. */
  async startJob(jobId: string, options?: RequestOptions): Promise<JobInfo> {
    return startPreparedJob(this.#core, jobId, this.#core.settings(options))
  }

  /** The inputs of a job, as it was created or executed with (Part 4). */
  async getJobInputs(jobId: string, options?: RequestOptions): Promise<JobInputs> {
    return getJobInputs(this.#core, jobId, this.#core.settings(options))
  }

  /** What a job was created with (Part 4): its execution request, and the URI of its process. */
  async getJobDefinition(jobId: string, options?: RequestOptions): Promise<JobDefinition> {
    return getJobDefinition(this.#core, jobId, this.#core.settings(options))
  }

  /** All processes. Pages are fetched one by one as you iterate; `limit` is the page size. */
  iterProcesses(query: ProcessQuery = {}, options?: RequestOptions): AsyncGenerator<ProcessSummary, void, undefined> {
    return iterateProcesses(this.#core, query, () => this.#core.settings(options))
  }

  /** All jobs. Pages are fetched one by one as you iterate; `limit` is the page size. */
  iterJobs(filter: JobFilter = {}, options?: RequestOptions): AsyncGenerator<JobInfo, void, undefined> {
    return iterateJobs(this.#core, filter, () => this.#core.settings(options))
  }

  /**
   * Runs a process and resolves with its results, whether the server answers immediately or starts a job. Without `mode`
   * it first fetches the process description, at most once per `descriptionLifetime`.
   *
   * `waitTimeout` limits the request that starts the process as well as the wait, because a response that is given up cannot
   * be requested again. A `timeout` of the call or the client also limits that request. Rejects with `job-failed`,
   * `job-dismissed` or `wait-timeout`, or like any other call.
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
    const deadline = clock.now() + waitTimeout
    // One budget for all requests and the wait; a server may run the process while the request waits.
    const left = (): number => Math.max(1, deadline - clock.now())
    const isBound = options.timeout !== undefined || (options.waitTimeout === undefined && this.config.timeout)
    const bound = (): number => {
      if (signal?.aborted) throw executionAborted(processId, error, signal)
      return isBound ? Math.min(settings.timeout, left()) : left()
    }
    const start = (own: AbortSignal | undefined): Promise<JobHandle> =>
      startJob(this.#jobs, processId, request, { ...settings, signal: own }, options, bound)
    const job =
      dismissOnAbort && signal ? await startOrDismiss(start, processId, signal, clock, error) : await start(signal)
    const results = await job.finish({ ...settings, waitTimeout: left() })
    // The types of the outputs are the caller's word; nothing here can check them.
    return results as Results<object> as Results<ProcessOf<P, K>['outputs']>
  }

  /**
   * Starts a process and resolves with a handle as soon as the server has answered, either with a job or with the results.
   * Pass `timeout` if a synchronous execution takes longer than a minute.
   */
  async submit<K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options: StartOptions = {}
  ): Promise<Job<ProcessOf<P, K>['outputs']>> {
    const settings = this.#core.settings(options)
    const job: Job = await startJob(this.#jobs, processId, request, settings, options, () => settings.timeout)
    return job as Job<object> as Job<ProcessOf<P, K>['outputs']>
  }

  /**
   * A handle for a job that was started before, from its id or from the parsed text of `JSON.stringify(job)`. Sends
   * nothing. `processId` names the process, and with it the types of the outputs. Throws `invalid-argument` if the job
   * was saved for another process or service.
   */
  job(saved: string | SavedJob): Job
  job<K extends ProcessId<P>>(saved: string | SavedJob, processId: K): Job<ProcessOf<P, K>['outputs']>
  job(saved: string | SavedJob, processId?: string): Job {
    const { id, processId: known = processId } = readSavedJob(saved, this.#core.baseUrl, this.#core.error)
    if (processId !== undefined && processId !== known) {
      const expected = `${JSON.stringify(known)}, for which the job was saved`
      throw invalidArgument(this.#core.error, 'processId', processId, expected)
    }
    return new JobHandle(this.#jobs, { id, processId: known, info: undefined })
  }

  /**
   * Yields the current state of each job, then every change. Ends when all jobs have ended; failed and dismissed jobs do
   * not make it throw. Pass ids, handles or saved jobs, or a filter, which selects the jobs that match when the watch
   * begins. If the server has a working job list, one request polls all jobs. If the state of a job cannot be read, the
   * error is thrown after the others have ended, with the handle as `job`.
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
        if (matches(info, jobs, this.#core.clock.now()))
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

  /** Closes the client: its requests, waits and watches reject with `closed`. May be called more than once. */
  close(): void {
    this.#core.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #results(jobId: string, options: ResultsOptions, settings: CallSettings): ResultsContext {
    const find = async (): Promise<string | undefined> =>
      (await orElse(pollJob(this.#core, jobId, sideRequest(settings)), undefined))?.value.processID
    const of = { processId: options.processId, find, ...askedResults(options, this.#core.error) }
    return resultsContext(this.#core, this.#descriptions, of, settings)
  }

  get #jobs(): JobContext {
    return { core: this.#core, descriptions: this.#descriptions, polls: this.#polls }
  }
}
