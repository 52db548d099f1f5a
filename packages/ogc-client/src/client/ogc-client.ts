import {
  type ApiClient,
  type CallSettings,
  leavable,
  type OwnArgument,
  type RequestOptions,
  withPart
} from '@geoclients/client-core'
import { resultRules, resultsRules, runRules, startRules } from '../core/call-options.ts'
import type { OgcCore } from '../core/core.ts'
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
import type { DeployedProcess, DeployQuery, ProcessPackage } from '../http/deployment.ts'
import * as discovery from '../http/discovery.ts'
import { type JobFilter, jobQuery } from '../http/job-filter.ts'
import type { JobContext } from '../job/job-context.ts'
import { JobHandle } from '../job/job-handle.ts'
import { readSavedJob } from '../job/saved-job.ts'
import { duringWait } from '../job/wait-settings.ts'
import type { OnDemand } from '../on-demand/all.ts'
import type { Output } from '../results/output/types.ts'
import type { Results } from '../results/results.ts'
import type { Job, JobSelection, SavedJob } from '../types/job.ts'
import type { ResultOptions, ResultsOptions, StartOptions, WaitOptions } from '../types/options.ts'
import type { ExecuteRequest, OpenProcess, OutputsOf, ProcessId, ProcessTypes, RequestOf } from '../types/process.ts'
import type { JobInfo, JobList } from '../types/wire.ts'
import { createContext } from './create-context.ts'
import { configOf, type OgcClientConfig, type OgcClientOptions } from './options.ts'

type Work<R> = (rest: OnDemand, own: CallSettings) => R | Promise<R>

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
  readonly #context: JobContext

  constructor(options: OgcClientOptions) {
    this.#context = createContext(options)
    const { core } = this.#context
    this.#core = core
    this.config = configOf(options, core.baseUrl)
    this.api = core.api
    this.fetch = core.fetch
  }

  /** The landing page (18-062r2, 7.2). Do not rely on its links: some servers publish URL templates there. */
  async getCapabilities(options?: RequestOptions): Promise<Capabilities> {
    return discovery.getCapabilities(this.#core, this.#core.settings(options))
  }

  /** The conformance classes that the server declares (7.4). Only a hint: pygeoapi supports job-list and dismiss but lists neither. */
  async getConformance(options?: RequestOptions): Promise<ConformanceDeclaration> {
    return discovery.getConformance(this.#core, this.#core.settings(options))
  }

  /** One page of the process list (7.9). `limit` is 1 to 10 000; the server's default is 10. See `iterProcesses` for all. */
  async getProcesses(query: discovery.ProcessQuery = {}, options?: RequestOptions): Promise<ProcessList> {
    return discovery.getProcesses(this.#core, query, this.#core.settings(options))
  }

  /**
   * The description of a process, with its inputs, outputs and execution modes (7.10). Always sends a request. `run` reuses
   * the description for `descriptionLifetime`.
   */
  async getProcess(processId: ProcessId<P>, options?: RequestOptions): Promise<ProcessDescription> {
    return this.#context.descriptions.refresh(processId, this.#core.settings(options))
  }

  /**
   * Executes a process and asks for a job with the header `Prefer` (`respond-async`, 7.11). If the server answers with the
   * results instead, they are in `results`, and `jobID` is `''` if it kept no job. `run` and `submit` handle both cases.
   */
  async executeProcess<K extends ProcessId<P>>(
    processId: K,
    request: RequestOf<P, K>,
    options?: RequestOptions
  ): Promise<JobInfo & { results?: Results<OutputsOf<P, K>> }> {
    return this.#withRest(options, (rest, own) => rest.executeForJob(this.#context, processId, request, own))
  }

  /** One page of the job list (11.2). See `iterJobs` for all. */
  async getJobs(filter: JobFilter = {}, options?: RequestOptions): Promise<JobList> {
    const query = jobQuery(filter, this.#core.error)
    return this.#withRest(options, (rest, own) => rest.getJobs(this.#core, query, own))
  }

  /** The state of a job (7.12). */
  async getJob(jobId: string, options?: RequestOptions): Promise<JobInfo> {
    return this.#withRest(options, async (rest, own) => (await rest.pollJob(this.#core, jobId, own)).value)
  }

  /** Cancels a running job, or removes a finished one from the server (13). Resolves with the job's last state. */
  async dismissJob(jobId: string, options?: RequestOptions): Promise<JobInfo> {
    return this.#withRest(options, (rest, own) => rest.dismissJob(this.#core, jobId, own))
  }

  /**
   * The results of a finished job (7.13). If the response could be either a map of outputs or a single value, the process
   * description decides. Pass `processId` to save the request that looks it up. `outputs`, `profile` and `return` are
   * understood by servers of version 2.0; others ignore them.
   */
  async getJobResults(jobId: string, options: ResultsOptions = {}): Promise<Results> {
    return this.#withRest(options, (rest, own) => rest.resultsOfJob(this.#context, jobId, options, own), resultsRules)
  }

  /**
   * A single output of a job (18-062r3, 7.14). Only servers of version 2.0 support this. If the output has several values,
   * they are in its `items`.
   *
   * @example
   * const { jobID } = await ogc.executeProcess('ndvi', { inputs })
   * await ogc.job(jobID).wait()
   * const scene = await ogc.getJobResult(jobID, 'ndvi')
   * console.log(scene.kind, scene.mediaType)
   */
  async getJobResult(jobId: string, outputId: string, options: ResultOptions = {}): Promise<Output> {
    const path = { jobID: jobId, outputID: outputId }
    return this.#withRest(options, (rest, own) => rest.outputOfJob(this.#context, path, options, own), resultRules)
  }

  /** A single value of an output that has several, by its index from 0 (version 2.0). */
  async getJobResultItem(jobId: string, outputId: string, index: number, options: ResultOptions = {}): Promise<Output> {
    const path = { jobID: jobId, outputID: outputId, N: index }
    return this.#withRest(options, (rest, own) => rest.outputOfJob(this.#context, path, options, own), resultRules)
  }

  /**
   * Deploys a process from a package (Part 2, 20-044): an application package (an object with `executionUnit`), or a CWL
   * document as an object or as text. A server may queue the deployment. `workflow` selects one of several workflows in a
   * CWL document.
   */
  async deployProcess(given: ProcessPackage, query?: DeployQuery, options?: RequestOptions): Promise<DeployedProcess> {
    return this.#withRest(options, (rest, own) => rest.deploy(this.#context, given, query, own))
  }

  /** Replaces a deployed process with the process of a package (Part 2). */
  async replaceProcess(
    processId: ProcessId<P>,
    given: ProcessPackage,
    query?: DeployQuery,
    options?: RequestOptions
  ): Promise<DeployedProcess> {
    return this.#withRest(options, (rest, own) => rest.deploy(this.#context, given, query, own, processId))
  }

  /** Removes a deployed process (Part 2). */
  async undeployProcess(processId: ProcessId<P>, options?: RequestOptions): Promise<void> {
    return this.#withRest(options, (rest, own) => rest.undeploy(this.#context, processId, own))
  }

  /** The package that a process was deployed from (Part 2): an object if the server sends JSON, otherwise text. */
  async getProcessPackage(processId: ProcessId<P>, options?: RequestOptions): Promise<ProcessPackage> {
    return this.#withRest(options, (rest, own) => rest.getPackage(this.#core, processId, own))
  }

  /**
   * Creates a job that does not start by itself (Part 4, 24-051). `startJob` starts it. Until then, waiting for it rejects
   * with `job-not-started`.
   *
   * @example
   * const { jobID } = await ogc.createJob('primes_between', { inputs: { max_val: 30 } })
   * await ogc.startJob(jobID)
   * const results = await ogc.job(jobID).results()
   */
  async createJob<K extends ProcessId<P>>(
    processId: K,
    request: RequestOf<P, K>,
    options?: RequestOptions
  ): Promise<JobInfo> {
    return this.#withRest(options, (rest, own) => rest.createJob(this.#core, processId, request, own))
  }

  /** Changes a job that has not started (Part 4). The given members replace its own. */
  async updateJob(jobId: string, request: ExecuteRequest<object>, options?: RequestOptions): Promise<void> {
    return this.#withRest(options, (rest, own) => rest.updateJob(this.#core, jobId, request, own))
  }

  /** Starts a job that was created with `createJob` (Part 4), and resolves with its state. */
  async startJob(jobId: string, options?: RequestOptions): Promise<JobInfo> {
    return this.#withRest(options, (rest, own) => rest.startPreparedJob(this.#core, jobId, own))
  }

  /** The inputs that a job was created or executed with (Part 4). */
  async getJobInputs(jobId: string, options?: RequestOptions): Promise<JobInputs> {
    return this.#withRest(options, (rest, own) => rest.getJobInputs(this.#core, jobId, own))
  }

  /** The definition of a job (Part 4): its execution request and the URI of its process. */
  async getJobDefinition(jobId: string, options?: RequestOptions): Promise<JobDefinition> {
    return this.#withRest(options, (rest, own) => rest.getJobDefinition(this.#core, jobId, own))
  }

  /** All processes. Pages are fetched one by one as you iterate; `limit` is the page size. */
  iterProcesses(
    query: discovery.ProcessQuery = {},
    options?: RequestOptions
  ): AsyncGenerator<ProcessSummary, void, undefined> {
    return this.#walk(options, () => (rest, own) => rest.iterateProcesses(this.#core, query, own))
  }

  /** All jobs. Pages are fetched one by one as you iterate; `limit` is the page size. */
  iterJobs(filter: JobFilter = {}, options?: RequestOptions): AsyncGenerator<JobInfo, void, undefined> {
    return this.#walk(options, () => {
      const query = jobQuery(filter, this.#core.error)
      return (rest, own) => rest.iterateJobs(this.#core, query, own)
    })
  }

  /**
   * Runs a process and resolves with its results, whether the server answers immediately or starts a job. Without `mode`
   * it first fetches the process description, at most once per `descriptionLifetime`.
   *
   * `waitTimeout` limits the request that starts the process as well as the wait, because a response that is given up cannot
   * be requested again. That request is also limited by the `timeout` of the call, or of the client if `waitTimeout` is not
   * passed. Rejects with `job-failed`, `job-dismissed` or `wait-timeout`, or like any other call.
   *
   * @example
   * const results = await ogc.run('sleep_a_while', { inputs: { duration: 5 } }, {
   *   onProgress: ({ status, progress }) => console.log(status, progress)
   * })
   */
  async run<K extends ProcessId<P>>(
    processId: K,
    request: RequestOf<P, K>,
    options?: StartOptions & WaitOptions
  ): Promise<Results<OutputsOf<P, K>>> {
    return duringWait(this.#context, options, runRules, ({ runJob }, own) =>
      runJob(this.#context, processId, request, options ?? {}, own, this.config.timeout)
    )
  }

  /**
   * Starts a process and resolves with a handle as soon as the server has answered, either with a job or with the results.
   * Pass `timeout` if a synchronous execution takes longer than a minute.
   */
  async submit<K extends ProcessId<P>>(
    processId: K,
    request: RequestOf<P, K>,
    options: StartOptions = {}
  ): Promise<Job<OutputsOf<P, K>>> {
    return this.#withRest(
      options,
      (rest, own) => rest.startJob(this.#context, processId, request, own, options),
      startRules
    )
  }

  /**
   * A handle for a job that was started before, from its id or from the parsed text of `JSON.stringify(job)`. Sends
   * nothing. `processId` names the process, and with it the types of the outputs. Throws `invalid-argument` if the job
   * was saved for another process or service.
   */
  job(saved: string | SavedJob): Job
  job<K extends ProcessId<P>>(saved: string | SavedJob, processId: K): Job<OutputsOf<P, K>>
  job(saved: string | SavedJob, processId?: string): Job {
    return new JobHandle(this.#context, { ...readSavedJob(saved, processId, this.#core), info: undefined })
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
  watchJobs(jobs: JobSelection, options?: RequestOptions): AsyncIterableIterator<JobInfo, undefined, undefined> {
    const resume = (saved: string | SavedJob): Job => this.job(saved)
    return this.#walk(options, () => (rest, own) => rest.watchJobs(this.#context, jobs, resume, own))
  }

  /** Closes the client: its requests, waits and watches reject with `closed`. May be called more than once. */
  close(): void {
    this.#core.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  /** Several requests, each of which has the whole timeout. `prepare` checks the arguments before anything is loaded. */
  #walk<T>(
    options: RequestOptions | undefined,
    prepare: () => Work<AsyncIterator<T, undefined>>
  ): AsyncGenerator<T, undefined> {
    return leavable(async () => {
      const open = prepare()
      const own = this.#core.settings(options)
      const { core, rest } = this.#context
      return withPart(core, rest, own, (there) => open(there, own))
    })
  }

  /** A call whose code is loaded on first use. */
  async #withRest<R, O extends RequestOptions>(
    options: O | undefined,
    work: Work<R>,
    ...rules: OwnArgument<O>
  ): Promise<R> {
    const own = this.#core.settings(options, ...rules)
    const { core, rest } = this.#context
    return await (rest.there ? work(rest.there, own) : withPart(core, rest, own, work))
  }
}
