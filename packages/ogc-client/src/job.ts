import {
  checkRequestOptions,
  isClientError,
  type Polled,
  PollLoop,
  type RequestOptions,
  type Runtime,
  waitUntilDone,
  watchChanges
} from '@geoclients/client-core'
import type { JobInfo } from './contract-types.ts'
import type { JobStatus } from './generated/types.ts'
import { endedBadly, isPassing, waitAborted, waitTimedOut, withJob } from './job-errors.ts'
import type { Job, SavedJob, WaitOptions } from './job-types.ts'
import type { Results } from './results/results.ts'
import { isEnd, normaliseStatus } from './status.ts'
import { checkWaitOptions } from './wait-options.ts'

/** What a job needs of its client. */
export interface JobContext {
  readonly runtime: Pick<Runtime<unknown>, 'baseUrl' | 'clock' | 'random' | 'closed' | 'error'>
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

const defaultWait = 3_600_000
const dismissTimeout = 10_000
const firstPoll = 150

/** The handle of one job: remembers what it last heard, and polls only while somebody waits or watches. */
export class JobHandle implements Job {
  readonly id: string | undefined
  readonly processId: string | undefined
  readonly #context: JobContext
  readonly #loop: PollLoop<JobInfo>
  readonly #results: Results | undefined
  #known: JobInfo | undefined
  #firstDelay: number

  constructor(context: JobContext, { id, processId, info, results, retryAfter, headers }: KnownJob) {
    this.id = id || undefined
    this.processId = processId
    this.#context = context
    this.#known = info
    this.#results = results
    this.#firstDelay = info ? (retryAfter ?? firstPoll) : 0
    const { clock, random, closed } = context.runtime
    this.#loop = new PollLoop<JobInfo>({
      ...{ clock, random, closed, isPassing },
      poll: (signal) => this.#poll({ signal, retry: false, headers }),
      isDone,
      firstDelay: () => this.#takeFirstDelay()
    })
  }

  get info(): JobInfo {
    return this.#known ?? { jobID: this.id ?? '', type: 'process', status: 'accepted' }
  }

  get status(): JobStatus {
    return normaliseStatus(this.info.status)
  }

  async refresh(options: RequestOptions = {}): Promise<JobInfo> {
    checkRequestOptions(options, this.#context.runtime.error)
    return (await this.#poll(options)).value
  }

  async *watch(options: RequestOptions = {}): AsyncGenerator<JobInfo, void, undefined> {
    checkRequestOptions(options, this.#context.runtime.error)
    const { signal } = options
    if (signal?.aborted) throw waitAborted(this, signal.reason)
    // Others may hear more of the job while the reader is busy with this: what was yielded counts, not what is known then.
    const known = this.#known
    if (known) yield known
    if (known && isDone(known)) return
    const onAbort = (reason: unknown): Error => waitAborted(this, reason)
    yield* watchChanges(this.#loop, { signal, key: keyOf, onAbort, isDone, known })
  }

  async wait(options: WaitOptions = {}): Promise<JobInfo> {
    checkWaitOptions(options, this.#context.runtime.error)
    const { signal, dismissOnAbort = false } = options
    const tell = onChange(options.onProgress)
    if (this.#known) tell(this.#known)
    try {
      if (signal?.aborted) throw waitAborted(this, signal.reason)
      if (!this.#isOver) await this.#untilDone(options, tell)
    } catch (error) {
      if (dismissOnAbort && signal?.aborted && !this.#isOver) await this.#dismissQuietly()
      throw withJob(error, this)
    }
    if (this.status !== 'successful') throw endedBadly(this)
    return this.info
  }

  async results(options: WaitOptions = {}): Promise<Results> {
    await this.wait(options)
    if (this.#results) return this.#results
    const { signal, timeout, retry, headers } = options
    const processId = this.processId ?? this.#known?.processID
    return this.#context.results(this.#needId(), processId, { signal, timeout, retry, headers })
  }

  async dismiss(options: RequestOptions = {}): Promise<JobInfo> {
    this.#known = this.#withProcess(await this.#context.dismiss(this.#needId(), options))
    this.#loop.hurry()
    return this.info
  }

  toJSON(): SavedJob {
    const { origin } = new URL(this.#context.runtime.baseUrl)
    const { processId } = this
    return { version: 1, origin, ...(processId !== undefined && { processId }), jobId: this.#needId() }
  }

  get #isOver(): boolean {
    return this.#known !== undefined && isDone(this.#known)
  }

  #untilDone({ signal, waitTimeout = defaultWait }: WaitOptions, onValue: (info: JobInfo) => void): Promise<JobInfo> {
    return waitUntilDone(this.#loop, {
      ...{ signal, timeout: waitTimeout, clock: this.#context.runtime.clock, onValue, isDone },
      onAbort: (reason) => waitAborted(this, reason),
      onTimeout: (fault) => waitTimedOut(this, waitTimeout, fault)
    })
  }

  /** Asks for the state. Once a job is over nothing takes that back: a poll may be older than its dismissal, or fail after it. */
  async #poll(options: RequestOptions): Promise<Polled<JobInfo>> {
    if (this.#isOver) return { value: this.info }
    try {
      const polled = await this.#context.poll(this.#needId(), options)
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
    return this.processId === undefined || info.processID !== undefined ? info : { ...info, processID: this.processId }
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

/** Equal for equal states, in whatever order the server writes their members. */
function keyOf(info: JobInfo): string {
  return JSON.stringify(Object.entries(info).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function onChange(tell: ((info: JobInfo) => void) | undefined): (info: JobInfo) => void {
  let last: string | undefined
  return (info) => {
    const now = keyOf(info)
    if (now !== last) tell?.(info)
    last = now
  }
}
