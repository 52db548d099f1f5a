import {
  checkRequestOptions,
  isClientError,
  type Polled,
  PollLoop,
  type RequestOptions,
  type Runtime,
  raceAbort,
  waitUntilDone,
  watchChanges
} from '@geoclients/client-core'
import { endedBadly, isPassing, released, waitAborted, waitTimedOut, withJob } from '../errors/job-errors.ts'
import type { ApiError, JobStatus } from '../generated/types.ts'
import { sideRequest } from '../http/follow-up-options.ts'
import { isEnd, normaliseStatus } from '../parse/job-status.ts'
import type { Results } from '../results/results.ts'
import type { Job, SavedJob, WaitOptions } from '../types/job.ts'
import type { JobInfo } from '../types/wire.ts'
import { explainFailure } from './failure-reason.ts'
import type { JobPolls, OpenJob } from './polling/shared-polls.ts'
import { homeOf } from './saved-job.ts'
import { onChange, stateKey } from './status-changes.ts'
import { checkWaitOptions } from './validate-wait-options.ts'

/** What a job needs of its client. */
export interface JobContext {
  readonly runtime: Pick<Runtime<unknown>, 'baseUrl' | 'clock' | 'random' | 'closed' | 'error'>
  /** The polls that all jobs of the client share. */
  readonly polls: JobPolls
  readonly poll: (jobId: string, options: RequestOptions) => Promise<Polled<JobInfo>>
  readonly results: (jobId: string, processId: string | undefined, options: RequestOptions) => Promise<Results>
  readonly dismiss: (jobId: string, options: RequestOptions) => Promise<JobInfo>
}

/** What is known of a job when its handle is made. */
export interface KnownJob {
  readonly id: string | undefined
  readonly processId: string | undefined
  /** Undefined for a job that was saved: its state is not known until it is asked for. */
  readonly info: JobInfo | undefined
  /** Results that came with the answer to the execution. */
  readonly results?: Results | undefined
  /** Milliseconds that the server asked to wait before the first poll. */
  readonly retryAfter?: number | undefined
  /** Headers of the call that started it: its polls are as much part of that. */
  readonly headers?: RequestOptions['headers']
}

/** How long a job is waited for where nobody says it, in ms. */
export const defaultWait = 3_600_000
const dismissTimeout = 10_000
const firstPoll = 50
/** How long the reason of a failure is asked for. */
const reasonTimeout = 5_000

/** The handle of one job: remembers what it last heard, and polls only while somebody waits or watches. */
export class JobHandle implements Job {
  readonly id: string | undefined
  readonly #processId: string | undefined
  readonly #context: JobContext
  readonly #loop: PollLoop<JobInfo>
  readonly #results: Results | undefined
  /** What its requests are sent with: what was given with any call of the handle. */
  #headers: RequestOptions['headers']
  #known: JobInfo | undefined
  #firstDelay: number
  #reason: Promise<ApiError | undefined> | undefined

  constructor(context: JobContext, { id = '', processId, info, results, retryAfter, headers }: KnownJob) {
    this.id = id || undefined
    this.#processId = processId
    this.#context = context
    this.#known = info
    this.#results = results
    this.#headers = headers
    this.#firstDelay = info ? (retryAfter ?? firstPoll) : 0
    const { clock, closed } = context.runtime
    const open: OpenJob = {
      id,
      headers: () => this.#headers,
      created: () => this.#known?.created,
      withKnown: (listed) => (listed.status === this.#known?.status ? { ...this.#known, ...listed } : listed),
      hurry: () => this.#loop.hurry()
    }
    this.#loop = new PollLoop<JobInfo>({
      ...{ clock, closed, isPassing, isDone },
      random: () => context.polls.random(open),
      poll: (signal, isDue) => this.#learn(() => context.polls.poll(open, signal, isDue)),
      onRun: () => context.polls.open(open),
      firstDelay: () => this.#takeFirstDelay()
    })
  }

  get processId(): string | undefined {
    return this.#processId ?? this.#known?.processID
  }

  get info(): JobInfo {
    return this.#known ?? { jobID: this.id ?? '', type: 'process', status: 'accepted' }
  }

  get status(): JobStatus {
    return normaliseStatus(this.info.status)
  }

  async refresh(options: RequestOptions = {}): Promise<JobInfo> {
    checkRequestOptions(options, this.#context.runtime.error)
    await this.#learn(() => this.#context.poll(this.#needId(), options))
    return this.info
  }

  watch(options: RequestOptions = {}): AsyncIterableIterator<JobInfo, undefined, undefined> {
    return watchChanges(this.#loop, stateKey, () => {
      checkRequestOptions(options, this.#context.runtime.error)
      this.#sendWith(options)
      const onAbort = (reason: unknown): Error => waitAborted(this, reason)
      return { signal: options.signal, known: this.#known, isDone, onAbort }
    })
  }

  async wait(options: WaitOptions = {}): Promise<JobInfo> {
    checkWaitOptions(options, this.#context.runtime.error)
    this.#sendWith(options)
    const { signal, dismissOnAbort = false, waitTimeout = defaultWait } = options
    const { clock } = this.#context.runtime
    const deadline = clock.now() + waitTimeout
    const tell = onChange(options.onProgress)
    if (this.#known) tell(this.#known)
    try {
      if (signal?.aborted) throw waitAborted(this, signal.reason)
      if (!this.#isOver) await this.#untilDone(signal, waitTimeout, tell)
    } catch (error) {
      if (dismissOnAbort && signal?.aborted && !this.#isOver) await this.#dismissQuietly()
      throw withJob(error, this)
    }
    if (this.status === 'successful') return this.info
    const reason = this.status === 'failed' ? await this.#whyFailed(deadline - clock.now(), signal) : undefined
    throw endedBadly(this, this.#context.runtime.error, reason)
  }

  async results(options: WaitOptions = {}): Promise<Results> {
    await this.wait(options)
    if (this.#results) return this.#results
    const { signal, timeout, retry } = options
    const headers = { ...this.#headers, ...options.headers }
    const getting = this.#context.results(this.#needId(), this.processId, { signal, timeout, retry, headers })
    return getting.catch((error) => Promise.reject(withJob(error, this)))
  }

  async dismiss(options: RequestOptions = {}): Promise<JobInfo> {
    const headers = { ...this.#headers, ...options.headers }
    const info = this.#withProcess(await this.#context.dismiss(this.#needId(), { ...options, headers }))
    // One that was over is removed: that is no other end.
    if (!this.#isOver) this.#known = info
    this.#loop.hurry()
    return info
  }

  toJSON(): SavedJob {
    const { processId } = this
    const home = homeOf(this.#context.runtime.baseUrl)
    return { version: 1, ...home, ...(processId !== undefined && { processId }), jobId: this.#needId() }
  }

  [Symbol.dispose](): void {
    this.#loop.end(released(this))
  }

  get #isOver(): boolean {
    return this.#known !== undefined && isDone(this.#known)
  }

  #untilDone(signal: AbortSignal | undefined, timeout: number, onValue: (info: JobInfo) => void): Promise<JobInfo> {
    return waitUntilDone(this.#loop, {
      ...{ signal, timeout, clock: this.#context.runtime.clock, onValue, isDone },
      onAbort: (reason) => waitAborted(this, reason),
      onTimeout: (fault) => waitTimedOut(this, timeout, fault)
    })
  }

  /** What the server says of the failure, asked for within the bound of the wait; once, whoever waits, where it answers. */
  async #whyFailed(left: number, signal: AbortSignal | undefined): Promise<ApiError | undefined> {
    const id = this.id
    const timeout = Math.min(reasonTimeout, left)
    if (id === undefined || timeout <= 0) return undefined
    this.#reason ??= explainFailure(this.info, () =>
      this.#context.results(id, this.processId, { timeout, retry: false, headers: this.#headers })
    )
    const reason = this.#reason.catch(() => {
      this.#reason = undefined
      return undefined
    })
    return signal ? raceAbort(reason, signal).catch(() => undefined) : reason
  }

  /** Asks for the state. Once a job is over nothing takes that back: a poll may be older than its dismissal, or fail after it. */
  async #learn<P extends Polled<JobInfo> | undefined>(ask: () => Promise<P>): Promise<Polled<JobInfo> | P> {
    if (this.#isOver) return { value: this.info }
    try {
      const polled = await ask()
      if (!polled) return polled
      if (!this.#isOver) this.#known = this.#withProcess(polled.value)
      return { ...polled, value: this.info }
    } catch (error) {
      // pygeoapi forgets a job that is dismissed.
      if (this.#isOver && isClientError(error) && error.code === 'http-status') return { value: this.info }
      throw error
    }
  }

  /** Not all servers repeat what was run. */
  #withProcess(info: JobInfo): JobInfo {
    const processID = this.#processId
    return processID === undefined || info.processID !== undefined ? info : { ...info, processID }
  }

  #sendWith(options: RequestOptions): void {
    const { headers } = sideRequest(options)
    if (headers) this.#headers = { ...this.#headers, ...headers }
  }

  /** The server's wish counts for the first run of the loop; a later one starts at once. */
  #takeFirstDelay(): number {
    const delay = this.#isOver ? 0 : this.#firstDelay
    this.#firstDelay = 0
    return delay
  }

  #needId(): string {
    if (this.id !== undefined) return this.id
    const message =
      'this job has no id: the server answered at once and kept none, so it cannot be found again or dismissed'
    throw this.#context.runtime.error({ code: 'invalid-argument', message })
  }

  /** An abort has a signal of its own behind it, so the DELETE must not use the caller's. */
  async #dismissQuietly(): Promise<void> {
    // The wait's own error says what happened; a job that could not be dismissed ends by itself.
    await this.dismiss({ timeout: dismissTimeout, retry: false }).catch(() => {})
  }
}

function isDone({ status }: JobInfo): boolean {
  return isEnd(status)
}
