import { isClientError } from '../errors/client-error.ts'
import { linkSignals, raceAbort } from '../utils/abort-signals.ts'
import { backoffDelay } from '../utils/backoff.ts'
import { type Clock, sleep } from '../utils/clock.ts'
import { defaultPace, type PollPace, pollPause } from './poll-interval.ts'

export interface Polled<T> {
  readonly value: T
  /** Milliseconds that the server asked to wait before the next poll. */
  readonly retryAfter?: number | undefined
}

export interface PollOptions<T> {
  /**
   * Asks once; must give up when its signal is aborted. `isDue` tells whether the pause had passed: a poll that `hurry`
   * brought before that may come to nothing (undefined), and is made again when it is due.
   */
  readonly poll: (signal: AbortSignal, isDue: () => boolean) => Promise<Polled<T> | undefined>
  readonly isDone: (value: T) => boolean
  /** Whether a failed poll says nothing of what is polled: a gateway's 502, a cut connection. */
  readonly isPassing: (error: unknown) => boolean
  /** Milliseconds before the first poll of a run. */
  readonly firstDelay: () => number
  readonly clock: Clock
  readonly random: () => number
  /** Ends all observers with its reason. */
  readonly closed: AbortSignal
  /** How often it polls where the server asks for nothing else. Default: 100 ms to 15 % of the run so far, at most 3 s, after a minute up to 10 s. */
  readonly pace?: PollPace | undefined
  /** Told when a run begins; what it returns is told when that ends. */
  readonly onRun?: (() => () => void) | undefined
}

export interface PollObserver<T> {
  next(value: T): void
  /** A poll failed in passing; the loop goes on. */
  missed?(error: unknown): void
  /** The loop ended without an end of what is polled. */
  fail(error: unknown): void
}

/** A poll that failed. */
interface Missed {
  readonly error: unknown
  readonly retryAfter: number | undefined
}

interface Run {
  readonly stop: (reason?: unknown) => void
  readonly onEnd: (() => void) | undefined
  /** Ends the pause, while there is one. */
  wake: (() => void) | undefined
}

/** The loop gives up after so many failed polls in a row, and not before they have gone on for so long: a server may be started again. */
const faultBudget = { polls: 5, time: 120_000 }
/** Longest pause that a server can impose. */
const longestPause = 5 * 60_000

/**
 * One loop for all who watch the same thing: it starts with the first observer, stops with the last one, and starts
 * again for a later one. Never are two polls in flight.
 */
export class PollLoop<T> {
  readonly #options: PollOptions<T>
  readonly #observers = new Set<PollObserver<T>>()
  #run: Run | undefined

  constructor(options: PollOptions<T>) {
    this.#options = options
  }

  /** Joins; returns how to leave. */
  observe(observer: PollObserver<T>): () => void {
    this.#observers.add(observer)
    if (!this.#run) this.#start()
    return () => {
      this.#observers.delete(observer)
      if (this.#observers.size === 0) this.#stop()
    }
  }

  /** Ends the current pause: polls now, unless a poll is under way; tells whether it did. */
  hurry(): boolean {
    const wake = this.#run?.wake
    if (!this.#run || !wake) return false
    this.#run.wake = undefined
    wake()
    return true
  }

  /** Ends the run, if there is one, and fails all who watch. */
  end(error: unknown): void {
    this.#stop()
    this.#tell((observer) => observer.fail(error), 'last')
  }

  #start(): void {
    const link = linkSignals(this.#options.closed)
    const run: Run = { stop: link.abort, onEnd: this.#options.onRun?.(), wake: undefined }
    this.#run = run
    this.#loop(link.signal, run)
      .catch((error) => {
        // Stopped because the last observer left: there is nobody to tell, and later observers have a run of their own.
        if (this.#run === run) this.#tell((observer) => observer.fail(error), 'last')
      })
      .finally(link.unlink)
  }

  #stop(): void {
    this.#leave()?.stop()
  }

  /** From now on who joins starts another run. */
  #leave(): Run | undefined {
    const run = this.#run
    this.#run = undefined
    run?.onEnd?.()
    return run
  }

  /**
   * Tells those who watch now; one that throws hurts only itself. After the `last` word the run is over: who joins
   * meanwhile starts another.
   */
  #tell(word: (observer: PollObserver<T>) => void, last?: 'last'): void {
    if (last) this.#leave()
    for (const observer of [...this.#observers]) {
      if (!this.#observers.has(observer)) continue
      if (last) this.#observers.delete(observer)
      try {
        word(observer)
      } catch (error) {
        observer.fail(error)
      }
    }
  }

  async #loop(signal: AbortSignal, run: Run): Promise<void> {
    const { isDone, isPassing, random, clock, pace = defaultPace } = this.#options
    const start = clock.now()
    let faults = 0
    let faultySince = start
    const usual = (): number =>
      faults > 0 ? backoffDelay({ ...pace, factor: 3 }, faults, random) : pollPause(pace, clock.now() - start, random)

    let due = start + Math.min(longestPause, this.#options.firstDelay())
    for (;;) {
      await sleep(clock, due - clock.now(), signal, (wake) => {
        run.wake = wake
      })
      run.wake = undefined
      const heard = await this.#ask(signal, () => clock.now() >= due)
      if (!heard) continue
      if ('error' in heard) {
        const { error } = heard
        if (!isPassing(error)) throw error
        if (faults++ === 0) faultySince = clock.now()
        if (faults >= faultBudget.polls && clock.now() - faultySince >= faultBudget.time) throw error
        this.#tell((observer) => observer.missed?.(error))
      } else {
        const { value } = heard
        const done = isDone(value)
        faults = 0
        this.#tell((observer) => observer.next(value), done ? 'last' : undefined)
        if (done) return
      }
      // A server that asks for no pause at all gets the shortest one.
      const pause = heard.retryAfter === undefined ? usual() : Math.max(pace.min, heard.retryAfter)
      due = clock.now() + Math.min(longestPause, pause)
    }
  }

  /** What one poll came to; rejects only where the run is over. */
  async #ask(signal: AbortSignal, isDue: () => boolean): Promise<Polled<T> | Missed | undefined> {
    try {
      signal.throwIfAborted()
      const polled = await raceAbort(this.#options.poll(signal, isDue), signal)
      signal.throwIfAborted()
      return polled
    } catch (error) {
      if (signal.aborted) throw error
      return { error, retryAfter: isClientError(error) ? error.retryAfter : undefined }
    }
  }
}
