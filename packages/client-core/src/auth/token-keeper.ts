import { ClientError } from '../errors/client-error.ts'
import { type LinkedSignal, linkSignals, raceAbort } from '../utils/abort-signals.ts'
import type { Clock } from '../utils/clock.ts'
import type { Token } from './token.ts'

export interface TokenKeeperOptions {
  readonly clock: Clock
  /** A token is renewed this many milliseconds before it expires, but never before half of its lifetime. */
  readonly leeway: number
  /** Gets a token that replaces `previous`. */
  readonly renew: (previous: Token | undefined, signal: AbortSignal) => Promise<Token>
}

interface Renewal {
  readonly token: Promise<Token>
  readonly link: LinkedSignal
  waiting: number
}

/**
 * Keeps one token and renews it shortly before it expires, or if the service refuses it. Simultaneous callers share one
 * renewal, which is aborted when the last of them leaves. A failed renewal is not cached: the next caller tries again.
 */
export class TokenKeeper {
  readonly #options: TokenKeeperOptions
  #current: Token | undefined
  #renewal: Renewal | undefined
  /** All renewals that have not settled, including those that nobody waits for. */
  readonly #running = new Set<Renewal>()
  #forgetting: Promise<void> | undefined

  constructor(options: TokenKeeperOptions, initial?: Token) {
    this.#options = options
    this.#current = initial
  }

  /**
   * Aborts the running renewals and waits for them, then passes the last token to `erase`. Callers that arrive meanwhile
   * wait for that, and start without a token.
   */
  forget(erase: (last: Token | undefined) => Promise<void>): Promise<void> {
    const running = [...this.#running]
    let last = this.#current
    this.#current = undefined
    for (const renewal of running) this.#end(renewal, new ClientError({ code: 'auth', message: 'the login has ended' }))
    const wait = async (): Promise<void> => {
      for (const { token } of running) last = await token.catch(() => last)
      await erase(last)
    }
    this.#forgetting = wait()
    return this.#forgetting
  }

  /** A token that is valid as far as the client knows; `isRefused` says whether the service has refused it. */
  async get(signal: AbortSignal, isRefused?: (token: Token) => boolean): Promise<Token> {
    const current = this.#current
    const usable = current && !isRefused?.(current) && this.#isGood(current, 0) ? current : undefined
    if (usable && this.#isGood(usable, this.#leeway(usable))) return usable
    try {
      return await this.#renewed(signal)
    } catch (error) {
      // An early renewal failed: the old token is still valid.
      if (usable && this.#isGood(usable, 0)) return usable
      throw error
    }
  }

  #isGood({ expiresAt }: Token, ahead: number): boolean {
    return expiresAt === undefined || this.#options.clock.now() + ahead < expiresAt
  }

  #leeway({ lifetime = Number.POSITIVE_INFINITY }: Token): number {
    return Math.min(this.#options.leeway, lifetime / 2)
  }

  async #renewed(signal: AbortSignal): Promise<Token> {
    signal.throwIfAborted()
    this.#renewal ??= this.#start()
    const renewal = this.#renewal
    renewal.waiting++
    try {
      return await raceAbort(renewal.token, signal)
    } finally {
      if (--renewal.waiting === 0) this.#end(renewal, signal.reason)
    }
  }

  #start(): Renewal {
    const link = linkSignals()
    const renew = (): Promise<Token> => this.#options.renew(this.#current, link.signal)
    const token = this.#forgetting ? this.#forgetting.catch(() => {}).then(renew) : renew()
    const renewal: Renewal = { token, link, waiting: 0 }
    this.#running.add(renewal)
    const keep = (given: Token): void => {
      if (this.#renewal === renewal) this.#current = given
    }
    token.then(keep, () => {}).then(() => this.#running.delete(renewal))
    return renewal
  }

  /** Ends a renewal that nobody waits for any more. */
  #end(renewal: Renewal, reason: unknown): void {
    if (this.#renewal === renewal) this.#renewal = undefined
    renewal.link.abort(reason)
  }
}
