import { type CallSettings, leavable, type RequestOptions, withPart } from '@geoclients/client-core'
import { waitRules } from '../core/call-options.ts'
import { released } from '../errors/released.ts'
import type { JobStatus } from '../generated/types.ts'
import type { OnDemand } from '../on-demand/all.ts'
import type { Results } from '../results/results.ts'
import type { Job, SavedJob } from '../types/job.ts'
import type { WaitOptions } from '../types/options.ts'
import type { JobInfo } from '../types/wire.ts'
import type { JobContext, KnownJob } from './job-context.ts'
import type { JobRun } from './job-run.ts'
import { homeOf, idOf } from './saved-job.ts'
import { duringWait, type WaitSettings } from './wait-settings.ts'

/** The handle of one job. A `JobRun` does its work. The run is loaded when a method first needs it. */
export class JobHandle implements Job {
  readonly id: string | undefined
  readonly #context: JobContext
  readonly #saved: KnownJob
  #run: JobRun | undefined
  /** Ends the calls that wait for the run to be loaded. */
  #loading: AbortController | undefined

  constructor(context: JobContext, known: KnownJob, run?: JobRun) {
    this.id = known.id || undefined
    this.#context = context
    this.#saved = known
    this.#run = run
  }

  get processId(): string | undefined {
    return this.#run ? this.#run.processId : this.#saved.processId
  }

  get info(): JobInfo {
    return this.#run?.info ?? { jobID: this.id ?? '', type: 'process', status: 'accepted' }
  }

  get status(): JobStatus {
    return this.#run?.status ?? 'accepted'
  }

  async refresh(options?: RequestOptions): Promise<JobInfo> {
    return this.#with(options, (run, own) => run.refresh(own))
  }

  watch(options?: RequestOptions): AsyncIterableIterator<JobInfo, undefined, undefined> {
    return leavable(() => this.#with(options, (run, own) => run.watch(own)))
  }

  async wait(options?: WaitOptions): Promise<JobInfo> {
    return this.#during(options, (run, own) => run.wait(own))
  }

  async results(options?: WaitOptions): Promise<Results> {
    return this.#during(options, (run, own) => run.results(own))
  }

  async dismiss(options?: RequestOptions): Promise<JobInfo> {
    return this.#with(options, (run, own) => run.dismiss(own))
  }

  toJSON(): SavedJob {
    const { processId } = this
    const { baseUrl, error } = this.#context.core
    return { version: 1, ...homeOf(baseUrl), ...(processId !== undefined && { processId }), jobId: idOf(this, error) }
  }

  [Symbol.dispose](): void {
    this.#loading?.abort(released(this, this.#context.core.error))
    this.#loading = undefined
    this.#run?.release()
  }

  async #with<R>(
    options: RequestOptions | undefined,
    work: (run: JobRun, own: CallSettings) => R | Promise<R>
  ): Promise<R> {
    const { core, rest } = this.#context
    const settings = core.settings(options)
    if (rest.there) return work(this.#runOf(rest.there), settings)
    const left = this.#whileLoading()
    return withPart(core, rest, settings, (there, own) => work(this.#runOf(there, left), own), left)
  }

  async #during<R>(options: WaitOptions | undefined, work: (run: JobRun, own: WaitSettings) => Promise<R>): Promise<R> {
    const left = this.#context.rest.there ? undefined : this.#whileLoading()
    const start = (rest: OnDemand, own: WaitSettings): Promise<R> => work(this.#runOf(rest, left), own)
    return duringWait(this.#context, options, waitRules, start, this, left)
  }

  /** Aborted, with the error, when the handle is released. Later calls get another signal. */
  #whileLoading(): AbortSignal {
    this.#loading ??= new AbortController()
    return this.#loading.signal
  }

  /** The run that does the work. Throws if `left` is aborted. */
  #runOf({ JobRun }: OnDemand, left?: AbortSignal): JobRun {
    left?.throwIfAborted()
    this.#run ??= new JobRun(this.#context, this.#saved, this)
    return this.#run
  }
}
