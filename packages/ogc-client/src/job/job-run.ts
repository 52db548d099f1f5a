import {
  type CallSettings,
  type HeaderMap,
  isClientError,
  isRecord,
  lastingHeaders,
  type Polled,
  PollLoop,
  raceAbort,
  sideRequest,
  waitUntilDone,
  watchChanges
} from '@geoclients/client-core'
import { endedBadly, isPassing, notStarted, waitAborted, waitTimedOut, withJob } from '../errors/job-errors.ts'
import { released } from '../errors/released.ts'
import type { ApiError, JobStatus } from '../generated/types.ts'
import { dismissJob, pollJob } from '../http/jobs.ts'
import { orElse } from '../http/or-else.ts'
import { isDone, isIdle, normaliseStatus } from '../parse/job-status.ts'
import { resultsContext } from '../results/context.ts'
import { askResults, getResults } from '../results/fetch.ts'
import type { RequestedResults } from '../results/requested-outputs.ts'
import type { Results } from '../results/results.ts'
import type { Job } from '../types/job.ts'
import type { JobInfo } from '../types/wire.ts'
import { isNotThere, settling, whenReady } from './eventually.ts'
import { explainFailure } from './failure-reason.ts'
import type { JobContext, KnownJob } from './job-context.ts'
import { JobHandle } from './job-handle.ts'
import { OddStatus } from './odd-status.ts'
import { JobPolls, type OpenJob } from './polling/shared-polls.ts'
import { idOf } from './saved-job.ts'
import { onChange, stateKey } from './status-changes.ts'
import type { WaitSettings } from './wait-settings.ts'

const dismissTimeout = 10_000
const firstPoll = 50
/** Time limit for requesting the reason of a failure. */
const reasonTimeout = 5_000

/** Does the work of a job's handle. Keeps the last known state, and polls only while somebody waits or watches. */
export class JobRun {
  #handle: Job | undefined
  readonly #job: KnownJob
  readonly #id: string | undefined
  readonly #processId: string | undefined
  readonly #context: JobContext
  #ownLoop: PollLoop<JobInfo> | undefined
  #open: OpenJob | undefined
  readonly #request: RequestedResults | undefined
  readonly #results: Results | undefined
  /** The headers that its requests send: those that were passed to any call of the handle. */
  #headers: HeaderMap
  #known: JobInfo | undefined
  /** Whether the known state ends the job. */
  #isOver: boolean
  #firstDelay: number
  /** Until this time of the clock, the server may not know the new job yet. */
  #notThereUntil: number
  /** Whether this client started the job. If so, the server runs the job, whatever its first status says. */
  readonly #isNew: boolean
  #reason: Promise<ApiError | undefined> | undefined
  readonly #oddStatus = new OddStatus()

  constructor(context: JobContext, known: KnownJob, handle?: Job) {
    const { id = '', processId, info, results, retryAfter, headers = {}, request, isNew = false } = known
    this.#id = id || undefined
    this.#processId = processId
    this.#context = context
    this.#request = request
    this.#known = info
    this.#isOver = info !== undefined && isDone(info)
    this.#results = results
    this.#headers = headers
    this.#isNew = isNew
    this.#notThereUntil = isNew ? context.core.clock.now() + settling : 0
    this.#firstDelay = info ? (retryAfter ?? firstPoll) : 0
    this.#handle = handle
    this.#job = known
  }

  /** The handle, which errors contain. A run that succeeds needs none, so it is created when an error needs it. */
  get handle(): Job {
    this.#handle ??= new JobHandle(this.#context, this.#job, this)
    return this.#handle
  }

  /** Created when it is first needed, because a job whose results came immediately is never polled. */
  get #loop(): PollLoop<JobInfo> {
    if (this.#ownLoop) return this.#ownLoop
    const { core } = this.#context
    this.#context.polls ??= new JobPolls(core)
    const { polls } = this.#context
    const open: OpenJob = {
      id: this.#id ?? '',
      headers: this.#headers,
      created: () => this.#known?.created,
      withKnown: (listed) => (listed.status === this.#known?.status ? { ...this.#known, ...listed } : listed),
      hurry: () => this.#loop.hurry()
    }
    this.#open = open
    this.#ownLoop = new PollLoop<JobInfo>({
      ...{ clock: core.clock, closed: core.closed, isDone },
      isPassing: (error) => isPassing(error) || (core.clock.now() < this.#notThereUntil && isNotThere(error)),
      random: () => polls.random(open),
      poll: (signal, isDue) => this.#learn(() => polls.poll(open, signal, isDue)),
      onRun: () => polls.open(open),
      firstDelay: () => this.#takeFirstDelay()
    })
    return this.#ownLoop
  }

  get processId(): string | undefined {
    return this.#processId ?? this.#known?.processID
  }

  get info(): JobInfo {
    return this.#known ?? { jobID: this.#id ?? '', type: 'process', status: 'accepted' }
  }

  get status(): JobStatus {
    return normaliseStatus(this.info.status)
  }

  async refresh(settings: CallSettings): Promise<JobInfo> {
    const { core } = this.#context
    await this.#learn(() => pollJob(core, this.#needId(), settings))
    return this.info
  }

  watch({ signal, headers }: CallSettings): AsyncIterator<JobInfo, undefined> {
    return watchChanges(this.#loop, stateKey, () => {
      this.#sendWith(headers)
      const onAbort = (reason: unknown): Error => waitAborted(this.handle, this.#context.core.error, reason)
      return { signal, known: this.#known, isDone, onAbort }
    })
  }

  async results(settings: WaitSettings): Promise<Results> {
    const { clock, closed } = this.#context.core
    const end = clock.now() + settings.waitTimeout
    await this.wait(settings)
    if (this.#results) return this.#results
    const own = { ...settings, headers: { ...this.#headers, ...settings.headers } }
    return whenReady(() => this.#getResults(own), { clock, end, signal: settings.signal ?? closed })
  }

  async dismiss(settings: CallSettings): Promise<JobInfo> {
    const { core } = this.#context
    const headers = { ...this.#headers, ...settings.headers }
    const info = this.#withProcess(await dismissJob(core, this.#needId(), { ...settings, headers }))
    this.#keep(info) // to dismiss a finished job removes it from the server, but does not change its status
    this.#ownLoop?.hurry()
    return info
  }

  /** Ends all waits and watches. */
  release(): void {
    this.#ownLoop?.end(released(this.handle, this.#context.core.error))
  }

  /** Keeps a state, unless it comes after one that ended the job. */
  #keep(info: JobInfo): void {
    if (this.#isOver) return
    this.#known = info
    this.#isOver = isDone(info)
  }

  async wait({ signal, dismissOnAbort, waitTimeout, onProgress, headers }: WaitSettings): Promise<JobInfo> {
    const { clock, error: make } = this.#context.core
    this.#sendWith(headers)
    const tell = onProgress && onChange(onProgress)
    if (this.#known) tell?.(this.#known)
    const onAbort = (reason: unknown): Error => waitAborted(this.handle, make, reason)
    const deadline = clock.now() + waitTimeout
    try {
      if (signal?.aborted) throw onAbort(signal.reason)
      if (!this.#isOver) {
        const onTimeout = (fault: unknown): Error => waitTimedOut(this.handle, make, waitTimeout, fault)
        await waitUntilDone(this.#loop, {
          signal,
          timeout: waitTimeout,
          clock,
          onValue: tell,
          isDone: this.#isNew ? isDone : isIdle,
          onAbort,
          onTimeout
        })
      }
    } catch (error) {
      if (dismissOnAbort && signal?.aborted && !this.#isOver) await this.#dismissQuietly()
      throw withJob(error, this.handle)
    }
    if (this.status === 'successful') return this.info
    if (!this.#isOver) throw notStarted(this.handle, make)
    const reason = this.status === 'failed' ? await this.#whyFailed(deadline - clock.now(), signal) : undefined
    throw endedBadly(this.handle, make, reason)
  }

  async #getResults(settings: CallSettings, get = getResults): Promise<Results> {
    const { core, descriptions } = this.#context
    const id = this.#needId()
    const find = async (): Promise<string | undefined> =>
      this.processId ?? (await orElse(pollJob(core, id, sideRequest(settings)), undefined))?.value.processID
    const of = { processId: this.processId, find, request: this.#request ?? requestOf(this.info) }
    try {
      return await get(core, id, settings, resultsContext(core, descriptions, of, settings))
    } catch (error) {
      throw withJob(error, this.handle)
    }
  }

  /**
   * The server's explanation of the failure; undefined if it does not arrive within `left` ms, or 5 s at most. All waits share
   * one request. If it fails, the next wait requests again.
   */
  async #whyFailed(left: number, signal: AbortSignal | undefined): Promise<ApiError | undefined> {
    const timeout = Math.min(reasonTimeout, left)
    if (timeout <= 0) return undefined
    const { core } = this.#context
    const settings = { ...core.settings({ timeout, retry: false }), headers: this.#headers }
    this.#reason ??= explainFailure(this.info, () => this.#getResults(settings, askResults))
    const reason = this.#reason.catch(() => {
      this.#reason = undefined
      return undefined
    })
    return signal ? raceAbort(reason, signal).catch(() => undefined) : reason
  }

  /**
   * Requests the state with `ask`. A state that ends the job is final: a poll that finishes later may bring an older state, or fail
   * because the server has removed the job.
   */
  async #learn<P extends Polled<JobInfo> | undefined>(ask: () => Promise<P>): Promise<Polled<JobInfo> | P> {
    if (this.#isOver) return { value: this.info }
    try {
      const polled = await ask()
      if (!polled) return polled
      this.#notThereUntil = 0
      this.#oddStatus.note(polled.value, this.#context.core)
      this.#keep(this.#withProcess(polled.value))
      return { ...polled, value: this.info }
    } catch (error) {
      // pygeoapi removes a dismissed job.
      if (this.#isOver && isClientError(error) && error.code === 'http-status') return { value: this.info }
      throw error
    }
  }

  /** Adds the process id, because not all servers repeat it. */
  #withProcess(info: JobInfo): JobInfo {
    const processID = this.#processId
    return processID === undefined || info.processID !== undefined ? info : { ...info, processID }
  }

  #sendWith(headers: HeaderMap): void {
    this.#headers = { ...this.#headers, ...lastingHeaders(headers) }
    if (this.#open) this.#open.headers = this.#headers
  }

  /** The server's `Retry-After` applies to the first run of the loop. Later runs start immediately. */
  #takeFirstDelay(): number {
    const delay = this.#isOver ? 0 : this.#firstDelay
    this.#firstDelay = 0
    return delay
  }

  #needId(): string {
    return this.#id ?? idOf(this.handle, this.#context.core.error)
  }

  /** Dismisses the job without the caller's signal, which is already aborted. */
  async #dismissQuietly(): Promise<void> {
    // The caller gets the error of the wait. A job that could not be dismissed ends by itself.
    await this.dismiss(this.#context.core.settings({ timeout: dismissTimeout, retry: false })).catch(() => {})
  }
}

/** The request in a job state of version 2.0. */
function requestOf({ request }: JobInfo): RequestedResults | undefined {
  return isRecord(request) && !('href' in request) ? request : undefined
}
