import {
  type ApiClient,
  type ApiResult,
  checkRequestOptions,
  createRuntime,
  type Polled,
  parseRetryAfter,
  type Received,
  type RequestOptions,
  type Runtime,
  receive,
  unwrap
} from '@geoclients/client-core'
import type { JobInfo, JobList } from './contract-types.ts'
import { Descriptions } from './descriptions.ts'
import { type Execution, execute } from './execution.ts'
import { safety } from './generated/safety.ts'
import type {
  Capabilities,
  ConformanceDeclaration,
  ProcessDescription,
  ProcessList,
  ProcessRequest,
  paths
} from './generated/types.ts'
import type { JobFilter } from './job-filter.ts'
import { getResults } from './job-results.ts'
import type { ExecuteRequest } from './job-types.ts'
import { getLinked } from './link-target.ts'
import { type ProcessQuery, requestJobs, requestProcesses } from './lists.ts'
import { describeFailure, makeOgcError } from './ogc-error.ts'
import { authOf, checkOptions, configOf, type OgcClientConfig, type OgcClientOptions } from './options.ts'
import type { OpenProcess, ProcessId, ProcessTypes } from './process-types.ts'
import { readCapabilities, readConformance, readProcessDescription, readProcessList } from './reader/documents.ts'
import { readJobInfo, readJobList } from './reader/job.ts'
import type { FetchReference } from './results/output.ts'
import type { Results } from './results/results.ts'
import { orElse, sideRequest } from './side-request.ts'
import { isKnownStatus } from './status.ts'
import { warnOnce } from './warn-once.ts'

const defaultTimeout = 60_000
const defaultLifetime = 300_000

/** One method for each operation of Part 1: what `OgcClient` builds on. */
export class OgcOperations<P extends { [K in keyof P]: ProcessTypes } = Record<string, OpenProcess>> {
  /** The client's settings, frozen and without secrets. */
  readonly config: OgcClientConfig
  /** The contract's path map, through the client's pipeline: for what the methods did not foresee. */
  readonly api: ApiClient<paths>
  /**
   * The pipeline as a plain `fetch`, for libraries that take one (readers of COG, Zarr, GeoParquet). Credentials go to
   * the service's own origin only; `Range` passes through; a relative URL counts from `baseUrl`.
   */
  readonly fetch: typeof globalThis.fetch
  readonly #runtime: Runtime<paths>
  readonly #descriptions: Descriptions
  readonly #warn: (message: string) => void

  constructor(options: OgcClientOptions) {
    checkOptions(options)
    const auth = authOf(options)
    this.#runtime = createRuntime<paths>(options, { error: makeOgcError, safe: safety, auth, timeout: defaultTimeout })
    this.config = configOf(options, this.runtime.baseUrl)
    this.api = this.runtime.api
    this.fetch = this.runtime.fetch
    this.#descriptions = new Descriptions(
      (processId, own) => this.getProcess(processId as ProcessId<P>, own),
      this.runtime.clock,
      options.descriptionLifetime ?? defaultLifetime
    )
    this.#warn = warnOnce(options.onWarning ?? ((message) => globalThis.console?.warn(message)))
  }

  /** The landing page (18-062r2, 7.2). Trust the fixed paths rather than its links: servers publish templates there. */
  async getCapabilities(options: RequestOptions = {}): Promise<Capabilities> {
    return readCapabilities(await this.receive(this.api.GET('/', { ...options, parseAs: 'response' })))
  }

  /** The conformance classes that the server declares (7.4). A hint only: pygeoapi lists neither job-list nor dismiss. */
  async getConformance(options: RequestOptions = {}): Promise<ConformanceDeclaration> {
    return readConformance(await this.receive(this.api.GET('/conformance', { ...options, parseAs: 'response' })))
  }

  /** One page of the process list (7.9). `limit` is 1 to 10 000; the server's default is 10. See `iterProcesses` for all. */
  async getProcesses(query: ProcessQuery = {}, options: RequestOptions = {}): Promise<ProcessList> {
    return readProcessList(await this.receive(requestProcesses(this.api, query, options)))
  }

  /** The description of a process: its inputs, outputs and how it may be run (7.10). */
  async getProcess(processId: ProcessId<P>, options: RequestOptions = {}): Promise<ProcessDescription> {
    const params = { path: { processID: processId } }
    const init = { ...options, params, parseAs: 'response' } as const
    return readProcessDescription(await this.receive(this.api.GET('/processes/{processID}', init)))
  }

  /**
   * Executes a process, always with `Prefer: respond-async` (7.11). The server chooses: `results` is present exactly
   * where it answered at once, and `jobID` is `''` where it kept no job then. `run` and `submit` handle both alike.
   */
  async executeProcess(
    processId: ProcessId<P>,
    request: ProcessRequest,
    options: RequestOptions = {}
  ): Promise<JobInfo & { results?: Results }> {
    const { info, results } = await this.execute(processId, request, { ...options, prefer: 'respond-async' })
    return results ? { ...info, results } : info
  }

  /** One page of the job list (11.2). See `iterJobs` for all. */
  async getJobs(filter: JobFilter = {}, options: RequestOptions = {}): Promise<JobList> {
    return readJobList(await this.receive(requestJobs(this.api, filter, options)))
  }

  /** The state of a job (7.12). */
  async getJob(jobId: string, options: RequestOptions = {}): Promise<JobInfo> {
    return (await this.pollJob(jobId, options)).value
  }

  /** Cancels a job that is under way; a finished one is removed (13). Answers with the job's last state. */
  async dismissJob(jobId: string, options: RequestOptions = {}): Promise<JobInfo> {
    const params = { path: { jobID: jobId } }
    const received = await this.receive(this.api.DELETE('/jobs/{jobID}', { ...options, params, parseAs: 'response' }))
    if (received.body == null) return { jobID: jobId, type: 'process', status: 'dismissed' }
    return readJobInfo(received, jobId)
  }

  /**
   * The results of a finished job (7.13). The ids of outputs that the answer does not name come from the description of
   * the process: give `processId` to save the request that finds it.
   */
  async getJobResults(
    jobId: string,
    options: RequestOptions & { processId?: string | undefined } = {}
  ): Promise<Results> {
    checkRequestOptions(options, makeOgcError)
    const { processId, ...rest } = options
    return this.jobResults(jobId, { processId, wanted: [] }, rest)
  }

  /** Ends the client: aborts its requests, stops its loops, rejects all that wait with `closed`. May be called again. */
  close(): void {
    this.runtime.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  /** What the client is built on; a getter, so that printing a client shows its settings and not its machinery. */
  protected get runtime(): Runtime<paths> {
    return this.#runtime
  }

  /** A process description, remembered for a while. */
  protected describe(processId: string, options: RequestOptions): Promise<ProcessDescription> {
    return this.#descriptions.get(processId, options)
  }

  protected execute(
    processId: string,
    request: ExecuteRequest<object>,
    options: RequestOptions & { readonly prefer?: string | undefined }
  ): Promise<Execution> {
    const wanted = Object.keys(request?.outputs ?? {})
    const outputIds = async (): Promise<readonly string[]> =>
      wanted.length > 0 ? wanted : this.#descriptions.outputIds(processId, options)
    return execute(this.runtime, processId, request, options, { outputIds, fetchReference: this.#fetchReference })
  }

  /** The results of a job, named by what is known of it: the outputs that were asked for, or its process. */
  protected jobResults(
    jobId: string,
    { processId, wanted }: { readonly processId: string | undefined; readonly wanted: readonly string[] },
    options: RequestOptions
  ): Promise<Results> {
    const outputIds = async (): Promise<readonly string[]> => {
      if (wanted.length > 0) return wanted
      const id = processId ?? (await orElse(this.getJob(jobId, sideRequest(options)), undefined))?.processID
      return id === undefined ? [] : this.#descriptions.outputIds(id, options)
    }
    return getResults(this.runtime, jobId, options, { outputIds, fetchReference: this.#fetchReference })
  }

  /** The state of a job with the pause that the server asked for. */
  protected async pollJob(jobId: string, options: RequestOptions): Promise<Polled<JobInfo>> {
    const params = { path: { jobID: jobId } }
    const received = await this.receive(this.api.GET('/jobs/{jobID}', { ...options, params, parseAs: 'response' }))
    const value = readJobInfo(received, jobId)
    const { status } = value
    if (!isKnownStatus(status)) this.#warn(`unknown job status ${JSON.stringify(status)}: taken for running`)
    const { headers } = received.response
    return { value, retryAfter: parseRetryAfter(headers.get('Retry-After'), this.runtime.clock.now()) }
  }

  protected receive(call: Promise<ApiResult>): Promise<Received> {
    return receive(call, describeFailure(this.runtime.clock), makeOgcError)
  }

  #fetchReference: FetchReference = (href, options = {}, stream) =>
    unwrap(getLinked(href, undefined, options, this.runtime, stream), describeFailure(this.runtime.clock))
}
