import { backoffDelay, type Clock, type RequestOptions } from '@geoclients/client-core'
import type { CasError } from '../../errors/cas-error.ts'
import type { RunFacts } from './batch-size.ts'
import { isBusy, isNoService, kindOf } from './classify-error.ts'
import type { RunPause } from './run-pause.ts'

/** Maximum number of waits for a busy service without success. */
const maxWaits = 30
/** Maximum number of waits for an unreachable service, which take three minutes or more. */
const maxOutages = 8
/** Longest pause that the client accepts. */
const longestWait = 600_000
const longestOutage = 60_000

/** The settings that decide which requests of a run are repeated, and when. */
interface RunSettings {
  readonly retry: RequestOptions['retry']
  readonly timeout: number
  readonly clock: Clock
  readonly random: () => number
}

/** The failures of a run, shared by its batches. Created at the first failure. */
export class RunState {
  readonly pause: RunPause
  readonly facts: RunFacts
  readonly #settings: RunSettings
  readonly #limit: number
  /** Whether anything has failed since the last successful request. */
  isTroubled = false
  #refusal: string | undefined
  #kind = ''
  /** Number of single items in a row that failed in the same way. */
  streak = 0

  constructor(settings: RunSettings, facts: RunFacts, pause: RunPause) {
    const { retry } = settings
    this.pause = pause
    this.facts = facts
    this.#settings = settings
    this.#limit = retry === false ? 0 : (retry?.limit ?? 2)
  }

  /** Records a successful request. */
  passed(): void {
    this.pause.end()
    this.isTroubled = false
    this.#refusal = undefined
    this.streak = 0
  }

  /** Begins the pause before a request is repeated after this error. Returns false if it is not to be repeated. */
  beginRepeat(error: CasError, repeats: number, mayRepeat: boolean): boolean {
    this.isTroubled = true
    if (!isNoService(error)) this.facts.wasReached = true
    if (this.#limit === 0) return false
    if (isBusy(error)) {
      const delay = this.#busyFor(error)
      // The service rounds `Retry-After` down, so a second is added, and up to one more at random to separate callers.
      return (
        delay <= longestWait &&
        this.pause.beginCounted('busy', delay + 1_000 + this.#settings.random() * 1_000, error, maxWaits)
      )
    }
    const { retry, random } = this.#settings
    const { maxDelay = 30_000 } = retry || {}
    const delay = error.retryAfter ?? backoffDelay({ min: 200, max: maxDelay, factor: 2 }, repeats, random)
    if (!mayRepeat || repeats >= this.#limit || delay > maxDelay) return false
    this.pause.begin('repeat', delay, error)
    return true
  }

  /** Makes the run wait for an unreachable service. Returns false if it has waited long enough. */
  outlasts(error: CasError): boolean {
    const delay = Math.min(longestOutage, 1_000 * 2 ** this.pause.waits) * (1 + this.#settings.random() / 2)
    return this.#limit > 0 && this.pause.beginCounted('unreachable', delay, error, maxOutages)
  }

  /** Whether no request of the run has ever reached a service, because of a wrong address or no network. */
  isUnknown(error: CasError): boolean {
    return isNoService(error) && !this.facts.wasReached
  }

  /** Notes the refusal of a request. Returns whether the one before was refused in the same way. */
  noteRefusal(error: CasError): boolean {
    const before = this.#refusal
    this.#refusal = `${kindOf(error)} ${error.message}`
    return before === this.#refusal
  }

  /** Records the failure of a part. */
  failed(error: CasError, isOne: boolean): void {
    const kind = kindOf(error)
    if (kind !== this.#kind) this.streak = 0
    this.#kind = kind
    if (isOne) this.streak++
  }

  /** Reports that the next request may take as long as the one that timed out. */
  tellTimeout(error: CasError): void {
    const { clock, timeout } = this.#settings
    this.pause.tell('timeout', clock.now() + timeout, error)
  }

  #busyFor({ retryAfter }: CasError): number {
    const backoff = { min: 1_000, max: 60_000, factor: 2 }
    return retryAfter ?? backoffDelay(backoff, this.pause.waits, this.#settings.random)
  }
}
