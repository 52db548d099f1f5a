import { type CallSettings, leavable, type RequestOptions, withPart } from '@geoclients/client-core'
import { waitRules } from '../core/call-options.ts'
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
  /** How often the handle was released. */
  #releases = 0

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
    this.#releases++
    this.#run?.release()
  }

  async #with<R>(
    options: RequestOptions | undefined,
    work: (run: JobRun, own: CallSettings) => R | Promise<R>
  ): Promise<R> {
    const { core, rest } = this.#context
    const releases = this.#releases
    const settings = core.settings(options)
    if (rest.there) return work(this.#runOf(rest.there, releases), settings)
    return withPart(core, rest, settings, (there, own) => work(this.#runOf(there, releases), own))
  }

  async #during<R>(options: WaitOptions | undefined, work: (run: JobRun, own: WaitSettings) => Promise<R>): Promise<R> {
    const releases = this.#releases
    return duringWait(this.#context, options, waitRules, (rest, own) => work(this.#runOf(rest, releases), own), this)
  }

  /** The run that does the work. Throws `closed` if the handle was released while the run was loaded. */
  #runOf({ JobRun, released }: OnDemand, releases: number): JobRun {
    this.#run ??= new JobRun(this.#context, this.#saved, this)
    if (releases !== this.#releases) throw released(this, this.#context.core.error)
    return this.#run
  }
}
