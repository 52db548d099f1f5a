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
import { describeFailure, makeOgcError } from '../errors/ogc-error.ts'
import { prepareRequest } from '../execute/encode-inputs.ts'
import { type Execution, execute } from '../execute/execute.ts'
import { asksFor, describes, type RequestedResults } from '../execute/requested-outputs.ts'
import { safety } from '../generated/safety.ts'
import type {
  Capabilities,
  ConformanceDeclaration,
  ProcessDescription,
  ProcessList,
  ProcessRequest,
  paths
} from '../generated/types.ts'
import { Descriptions } from '../http/description-cache.ts'
import { orElse, sideRequest } from '../http/follow-up-options.ts'
import type { JobFilter } from '../http/job-filter.ts'
import { fetchLinked, getLinked } from '../http/linked-request.ts'
import { type ProcessQuery, requestJobs, requestProcesses } from '../http/list-requests.ts'
import { readCapabilities, readConformance, readProcessDescription, readProcessList } from '../parse/documents.ts'
import { isRefusal } from '../parse/error-in-success.ts'
import { readDismissedJob, readJobInfo, readJobList } from '../parse/job.ts'
import { isKnownStatus } from '../parse/job-status.ts'
import type { ResultsContext } from '../results/context.ts'
import { getResults } from '../results/fetch.ts'
import type { References } from '../results/output/types.ts'
import type { Results } from '../results/results.ts'
import type { ExecuteRequest } from '../types/job.ts'
import type { OpenProcess, ProcessId, ProcessOf, ProcessTypes } from '../types/process.ts'
import type { JobInfo, JobList } from '../types/wire.ts'
import { tryJson } from '../utils/text.ts'
import { type WarningKind, warnOnce } from '../utils/warn-once.ts'
import { authOf, checkOptions, configOf, type OgcClientConfig, type OgcClientOptions, ownOptions } from './options.ts'

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
  readonly #warn: (kind: WarningKind, message: string) => void

  constructor(options: OgcClientOptions) {
    checkOptions(options)
    const auth = authOf(options)
    const parts = { error: makeOgcError, safe: safety, options: ownOptions, auth, timeout: defaultTimeout }
    this.#runtime = createRuntime<paths>(options, parts)
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
  async executeProcess<K extends ProcessId<P>>(
    processId: K,
    request: ExecuteRequest<ProcessOf<P, K>['inputs']>,
    options: RequestOptions = {}
  ): Promise<JobInfo & { results?: Results<ProcessOf<P, K>['outputs']> }> {
    const prepared = await this.prepare(request, options)
    const { info, results } = await this.execute(processId, prepared, { ...options, prefer: 'respond-async' })
    return results ? { ...info, results: results as Results as Results<ProcessOf<P, K>['outputs']> } : info
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
    const response = await unwrap(
      this.api.DELETE('/jobs/{jobID}', { ...options, params, parseAs: 'response' }),
      describeFailure(this.runtime)
    )
    const { error } = this.runtime
    const text = await response.text()
    const body = tryJson(text)
    if (isRefusal(response, body)) throw describeFailure(this.runtime)(response, body)
    return readDismissedJob(text, { response, error }, jobId)
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
    return this.jobResults(jobId, { processId }, rest)
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

  /** Tells of what is odd but no failure, once for each message. */
  protected warn(kind: WarningKind, message: string): void {
    this.#warn(kind, this.#runtime.redact(message)) // it may quote the server
  }

  /** A process description, remembered for a while. */
  protected describe(processId: string, options: RequestOptions): Promise<ProcessDescription> {
    return this.#descriptions.get(processId, options)
  }

  /** A request as it can be sent; refused here, before anything is sent, where it cannot be. */
  protected async prepare(request: ExecuteRequest<object>, options: RequestOptions): Promise<ProcessRequest> {
    checkRequestOptions(options, makeOgcError)
    return prepareRequest(request, options.signal, this.runtime.closed)
  }

  protected execute(
    processId: string,
    request: ProcessRequest,
    options: RequestOptions & { readonly prefer?: string | undefined }
  ): Promise<Execution> {
    const context = this.#resultsContext(request, async () => processId, options)
    return execute(this.runtime, processId, request, options, context)
  }

  /** The results of a job, named by what is known of it: the outputs that were asked for, or its process. */
  protected jobResults(
    jobId: string,
    { processId, request }: { readonly processId: string | undefined; readonly request?: RequestedResults | undefined },
    options: RequestOptions
  ): Promise<Results> {
    const processOf = async (): Promise<string | undefined> =>
      processId ?? (await orElse(this.getJob(jobId, sideRequest(options)), undefined))?.processID
    return getResults(this.runtime, jobId, options, this.#resultsContext(request, processOf, options))
  }

  /** The state of a job with the pause that the server asked for. */
  protected async pollJob(jobId: string, options: RequestOptions): Promise<Polled<JobInfo>> {
    const params = { path: { jobID: jobId } }
    const received = await this.receive(this.api.GET('/jobs/{jobID}', { ...options, params, parseAs: 'response' }))
    const value = readJobInfo(received, jobId)
    this.noteStatus(value)
    const { headers } = received.response
    return { value, retryAfter: parseRetryAfter(headers.get('Retry-After'), this.runtime.clock.now()) }
  }

  protected noteStatus({ status }: JobInfo): void {
    if (!isKnownStatus(status))
      this.warn('job status', `unknown job status ${JSON.stringify(status)}: taken for running`)
  }

  protected async receive(call: Promise<ApiResult>): Promise<Received> {
    const received = await receive(call, describeFailure(this.runtime), this.runtime.error)
    return { ...received, warn: (message) => this.warn('left out', message) }
  }

  /** What reading results needs of the client; what was asked for tells more of them than the process's description. */
  #resultsContext(
    { outputs: wanted, response }: RequestedResults = {},
    processOf: () => Promise<string | undefined>,
    options: RequestOptions
  ): ResultsContext {
    const wantedIds = Object.keys(wanted ?? {})
    const describe = async (): Promise<ProcessDescription | undefined> => {
      const processId = await processOf()
      return processId === undefined ? undefined : orElse(this.#descriptions.get(processId, options), undefined)
    }
    return {
      references: this.#references,
      requested: response,
      maxBodyBytes: this.runtime.maxBodyBytes,
      outputIds: async () => (wantedIds.length > 0 ? wantedIds : Object.keys((await describe())?.outputs ?? {})),
      outputSchema: async (id) => ({ ...(await describe())?.outputs })[id]?.schema,
      isOutputType: async (type) => asksFor(type, wanted, options.headers) || describes(type, await describe())
    }
  }

  readonly #references: References = {
    get: (href, options = {}, stream) =>
      unwrap(getLinked(href, undefined, options, this.runtime, stream), describeFailure(this.runtime)),
    fetch: (href, init) => fetchLinked(href, init, this.runtime)
  }
}
