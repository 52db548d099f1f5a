import type { StreamWait } from '@geoclients/cas-client'
import { duration } from '../../terminal/duration.ts'
import type { Live } from '../../terminal/live.ts'
import { counted, numbers } from './counted.ts'

const reasons: Readonly<Record<StreamWait['reason'], string>> = {
  busy: 'the service is busy',
  unreachable: 'the service cannot be reached',
  repeat: 'a request failed and is repeated',
  timeout: 'a response is late',
  'rate-limit': 'the service limits the requests'
}

/** The progress of a run: rows, rate, remaining time, and what it waits for. */
export class Progress {
  readonly #live: Live
  readonly #total: number | undefined
  readonly #first: number
  readonly #started: number = Date.now()
  #done: number
  #failed = 0
  #wait: StreamWait | undefined

  constructor(live: Live, first: number, total: number | undefined) {
    this.#live = live
    this.#first = first
    this.#done = first
    this.#total = total
  }

  row(done: number, isFailed: boolean): void {
    this.#done = done
    if (isFailed) this.#failed += 1
    this.#wait = undefined
    // In a pipe, one line for each tenth or each ten thousand rows.
    const step = this.#total === undefined ? 10_000 : Math.max(100, Math.ceil(this.#total / 10))
    if (done === this.#first + 1) this.#update(this.#count())
    else if (done % step === 0) this.#live.update(this.#count(), () => this.#line())
  }

  wait(wait: StreamWait): void {
    this.#wait = wait
    this.#update(`waiting: ${reasons[wait.reason]}`)
  }

  #update(text: string): void {
    this.#live.update(text, () => this.#line())
  }

  #count(): string {
    const failed = this.#failed > 0 ? `, ${numbers.format(this.#failed)} failed` : ''
    const of = this.#total === undefined ? '' : `${numbers.format(this.#done)} of `
    return `${of}${counted(this.#total ?? this.#done, 'row')}${failed}`
  }

  #line(): string {
    const elapsed = Date.now() - this.#started
    const rate = (this.#done - this.#first) / Math.max(elapsed, 1)
    const parts = [this.#count(), `${numbers.format(Math.round(rate * 1000))} rows/s`]
    if (this.#total !== undefined && rate > 0) parts.push(`${duration((this.#total - this.#done) / rate)} left`)
    if (this.#wait) {
      const { reason, until } = this.#wait
      parts.push(`waiting: ${reasons[reason]}, continues in ${duration(until - Date.now())}`)
    }
    return parts.join(' · ')
  }
}
