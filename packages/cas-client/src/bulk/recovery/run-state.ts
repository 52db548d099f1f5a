import { backoffDelay, type Clock, type RequestOptions } from '@geoclients/client-core'
import type { CasError } from '../../errors/cas-error.ts'
import type { RunFacts } from './batch-size.ts'
import { isBusy, isNoService, kindOf } from './classify-error.ts'
import type { RunPause } from './run-pause.ts'

/** A service that lets nobody in for longer than this many waits is given up. */
const maxWaits = 30
/** One that cannot be reached for longer than these, which is three minutes or more. */
const maxOutages = 8
/** Who asks to wait longer is not waited for. */
const longestWait = 600_000
const longestOutage = 60_000

/** What decides for one run which requests are sent again, and when. */
interface RunSettings {
  readonly retry: RequestOptions['retry']
  readonly timeout: number
  readonly clock: Clock
  readonly random: () => number
}

/** What the batches of one run know together of its failures; made when the first one fails. */
export class RunState {
  readonly pause: RunPause
  readonly facts: RunFacts
  readonly #settings: RunSettings
  readonly #limit: number
  /** Whether anything failed since the last request that got through: else there is nothing to look after. */
  isTroubled = false
  #refusal: string | undefined
  #kind = ''
  /** Single items in a row that failed alike. */
  streak = 0

  constructor(settings: RunSettings, facts: RunFacts, pause: RunPause) {
    const { retry } = settings
    this.pause = pause
    this.facts = facts
    this.#settings = settings
    this.#limit = retry === false ? 0 : (retry?.limit ?? 2)
  }

  /** A request was answered. */
  passed(): void {
    this.pause.end()
    this.isTroubled = false
    this.#refusal = undefined
    this.streak = 0
  }

  /** Whether a request is sent again after this error, once the pause that this begins is over. */
  goesOn(error: CasError, repeats: number, mayRepeat: boolean): boolean {
    this.isTroubled = true
    if (!isNoService(error)) this.facts.wasReached = true
    if (this.#limit === 0) return false
    if (isBusy(error)) {
      const delay = this.#busyFor(error)
      // The service rounds `Retry-After` down, so a second is added, and up to one more that keeps callers apart.
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

  /** Makes the run wait for a service that could not be reached; false where it has waited enough. */
  outlasts(error: CasError): boolean {
    const delay = Math.min(longestOutage, 1_000 * 2 ** this.pause.waits) * (1 + this.#settings.random() / 2)
    return this.#limit > 0 && this.pause.beginCounted('unreachable', delay, error, maxOutages)
  }

  /** Whether no request of the run ever came to a service: it has the wrong address, or there is no network. */
  isUnknown(error: CasError): boolean {
    return isNoService(error) && !this.facts.wasReached
  }

  /** Whether the request before this one was refused in the same way. */
  isRefusedAgain(error: CasError): boolean {
    const before = this.#refusal
    this.#refusal = `${kindOf(error)} ${error.message}`
    return before === this.#refusal
  }

  /** Keeps how a part failed. */
  failed(error: CasError, isOne: boolean): void {
    const kind = kindOf(error)
    if (kind !== this.#kind) this.streak = 0
    this.#kind = kind
    if (isOne) this.streak++
  }

  /** The next request may hang as long as the one that has failed so. */
  tellTimeout(error: CasError): void {
    const { clock, timeout } = this.#settings
    this.pause.tell('timeout', clock.now() + timeout, error)
  }

  #busyFor({ retryAfter }: CasError): number {
    const backoff = { min: 1_000, max: 60_000, factor: 2 }
    return retryAfter ?? backoffDelay(backoff, this.pause.waits, this.#settings.random)
  }
}
