import { isClientError } from '../errors/client-error.ts'
import { linkSignals, raceAbort } from '../utils/abort-signals.ts'
import { backoffDelay } from '../utils/backoff.ts'
import { type Clock, sleep } from '../utils/clock.ts'
import { defaultPace, pollPause } from './poll-interval.ts'

export interface Polled<T> {
  readonly value: T
  /** Milliseconds to wait before the next poll, if the server asked for a pause. */
  readonly retryAfter?: number | undefined
}

export interface PollOptions<T> {
  /**
   * Polls once. It must stop if its signal is aborted. `isDue` says whether the pause had passed. If not, because `hurry`
   * started the poll early, it may resolve with undefined, and is repeated when it is due.
   */
  readonly poll: (signal: AbortSignal, isDue: () => boolean) => Promise<Polled<T> | undefined>
  readonly isDone: (value: T) => boolean
  /** Whether a failure is temporary and says nothing about the job, such as a gateway's 502 or a broken connection. */
  readonly isPassing: (error: unknown) => boolean
  /** Milliseconds before the first poll of a run. */
  readonly firstDelay: () => number
  readonly clock: Clock
  readonly random: () => number
  /** When it is aborted, all observers end with its reason. */
  readonly closed: AbortSignal
  /** Called when a run begins. It returns a function that is called when the run ends. */
  readonly onRun?: (() => () => void) | undefined
}

export interface PollObserver<T> {
  /** `isDone` tells whether it is the last one. */
  next(value: T, isDone: boolean): void
  /** A poll failed in passing; the loop goes on. */
  missed?(error: unknown): void
  /** The loop failed before the polled job ended. */
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
  /** Ends the current pause, if there is one. */
  wake: (() => void) | undefined
}

/** The loop gives up after this many consecutive failed polls over at least this time, so a server can restart meanwhile. */
const faultBudget = { polls: 5, time: 120_000 }
/** Longest pause that a server can request. */
const longestPause = 5 * 60_000

/**
 * One loop for all observers of the same thing. It starts with the first observer, stops when the last one leaves, and
 * starts again for a later one. It never has two polls in flight.
 */
export class PollLoop<T> {
  readonly #options: PollOptions<T>
  readonly #observers = new Set<PollObserver<T>>()
  #run: Run | undefined

  constructor(options: PollOptions<T>) {
    this.#options = options
  }

  /** Adds an observer; returns a function that removes it. */
  observe(observer: PollObserver<T>): () => void {
    this.#observers.add(observer)
    if (!this.#run) this.#start()
    return () => {
      this.#observers.delete(observer)
      if (this.#observers.size === 0) this.#stop()
    }
  }

  /** Ends the current pause, so it polls now unless a poll is in flight. Returns whether it did. */
  hurry(): boolean {
    const wake = this.#run?.wake
    if (!this.#run || !wake) return false
    this.#run.wake = undefined
    wake()
    return true
  }

  /** Ends the run, if there is one, and fails all observers. */
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
        // If the last observer has left, there is nobody to notify. Later observers have their own run.
        if (this.#run === run) this.#tell((observer) => observer.fail(error), 'last')
      })
      .finally(link.unlink)
  }

  #stop(): void {
    this.#leave()?.stop()
  }

  /** Ends the current run: the next observer starts another one. */
  #leave(): Run | undefined {
    const run = this.#run
    this.#run = undefined
    run?.onEnd?.()
    return run
  }

  /**
   * Notifies the current observers. An observer that throws does not affect the others. After the `last` notification the
   * run is over, so an observer that joins meanwhile starts another one.
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
    const { isDone, isPassing, random, clock } = this.#options
    const start = clock.now()
    let faults = 0
    let faultySince = start
    const usual = (): number =>
      faults > 0
        ? backoffDelay({ ...defaultPace, factor: 3 }, faults, random)
        : pollPause(defaultPace, clock.now() - start, random)

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
        this.#tell((observer) => observer.next(value, done), done ? 'last' : undefined)
        if (done) return
      }
      // If a server asks for a pause of 0, the shortest pause is used.
      const pause = heard.retryAfter === undefined ? usual() : Math.max(defaultPace.min, heard.retryAfter)
      due = clock.now() + Math.min(longestPause, pause)
    }
  }

  /** The outcome of one poll. Rejects only if the run is over. */
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
