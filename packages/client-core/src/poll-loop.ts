import { backoffDelay } from './backoff.ts'
import { isClientError } from './client-error.ts'
import { type Clock, startTimer } from './clock.ts'
import { defaultPace, type PollPace, pollPause } from './poll-pace.ts'
import { linkSignals, raceAbort } from './signals.ts'

export interface Polled<T> {
  readonly value: T
  /** Milliseconds that the server asked to wait before the next poll. */
  readonly retryAfter?: number | undefined
}

export interface PollOptions<T> {
  /** Asks once; must give up when its signal is aborted. */
  readonly poll: (signal: AbortSignal) => Promise<Polled<T>>
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

interface Run {
  readonly stop: (reason?: unknown) => void
  readonly onEnd: (() => void) | undefined
  hurry: () => boolean
}

/** Consecutive failed polls after which the loop gives up. */
const faultBudget = 5
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
    return this.#run?.hurry() ?? false
  }

  /** Ends the run, if there is one, and fails all who watch. */
  end(error: unknown): void {
    this.#stop()
    this.#tell((observer) => observer.fail(error), 'last')
  }

  #start(): void {
    const link = linkSignals(this.#options.closed)
    const run: Run = { stop: link.abort, onEnd: this.#options.onRun?.(), hurry: () => false }
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
    const { poll, isDone, isPassing, random, clock, pace = defaultPace } = this.#options
    const start = clock.now()
    let faults = 0
    // The budget for faults must outlast a server that is started again.
    const usual = (): number =>
      faults > 0 ? backoffDelay({ ...pace, factor: 3 }, faults, random) : pollPause(pace, clock.now() - start, random)
    await this.#pause(this.#options.firstDelay(), signal, run)
    for (;;) {
      let polled: Polled<T> | undefined
      let asked: number | undefined
      try {
        signal.throwIfAborted()
        polled = await raceAbort(poll(signal), signal)
        signal.throwIfAborted()
        faults = 0
        asked = polled.retryAfter
      } catch (error) {
        if (signal.aborted || !isPassing(error) || ++faults >= faultBudget) throw error
        asked = isClientError(error) ? error.retryAfter : undefined
        this.#tell((observer) => observer.missed?.(error))
      }
      if (polled) {
        const { value } = polled
        const done = isDone(value)
        this.#tell((observer) => observer.next(value), done ? 'last' : undefined)
        if (done) return
      }
      // A server that asks for no pause at all gets the shortest one.
      await this.#pause(asked === undefined ? usual() : Math.max(pace.min, asked), signal, run)
    }
  }

  #pause(delay: number, signal: AbortSignal, run: Run): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason)
      const end = (settle: () => void) => (): true => {
        cancel()
        signal.removeEventListener('abort', abort)
        run.hurry = () => false
        settle()
        return true
      }
      const abort = end(() => reject(signal.reason))
      const cancel = startTimer(this.#options.clock, Math.min(delay, longestPause), end(resolve))
      run.hurry = end(resolve)
      signal.addEventListener('abort', abort, { once: true })
    })
  }
}
