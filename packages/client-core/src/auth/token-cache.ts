import { ClientError } from '../errors/client-error.ts'
import { type LinkedSignal, linkSignals, raceAbort } from '../utils/abort-signals.ts'
import type { Clock } from '../utils/clock.ts'
import type { Token } from './token.ts'

export interface TokenKeeperOptions {
  readonly clock: Clock
  /** Milliseconds before its end at which a token is renewed; never more than half of its life. */
  readonly leeway: number
  /** Gets another token in place of `previous`. */
  readonly renew: (previous: Token | undefined, signal: AbortSignal) => Promise<Token>
}

interface Renewal {
  readonly token: Promise<Token>
  readonly link: LinkedSignal
  waiting: number
}

/**
 * Keeps one token and renews it: shortly before its end, or when the service refused it. All who need a new one share one
 * renewal, which ends with the last of them. A failed renewal is not remembered: whoever comes next tries again.
 */
export class TokenKeeper {
  readonly #options: TokenKeeperOptions
  #current: Token | undefined
  #renewal: Renewal | undefined
  /** All that have not settled, those that nobody waits for among them. */
  readonly #running = new Set<Renewal>()
  #forgetting: Promise<void> | undefined

  constructor(options: TokenKeeperOptions, initial?: Token) {
    this.#options = options
    this.#current = initial
  }

  /**
   * Ends the renewals under way and waits for them, then hands the last token to `erase`. Whoever asks meanwhile waits for
   * that, and starts without a token.
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
    const forgetting = wait().finally(() => {
      if (this.#forgetting === forgetting) this.#forgetting = undefined
    })
    this.#forgetting = forgetting
    return forgetting
  }

  /** A token that is good, as far as one can know; `isRefused` tells those that the service has refused. */
  async get(signal: AbortSignal, isRefused: (token: Token) => boolean = () => false): Promise<Token> {
    const current = this.#current
    const usable = current && !isRefused(current) && this.#isGood(current, 0) ? current : undefined
    if (usable && this.#isGood(usable, this.#leeway(usable))) return usable
    try {
      return await this.#renewed(signal)
    } catch (error) {
      // Renewed ahead of time: the old one still does.
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
    renewal.token.then(
      (token) => {
        this.#running.delete(renewal)
        if (this.#renewal !== renewal) return
        this.#current = token
        this.#renewal = undefined
      },
      () => {
        this.#running.delete(renewal)
        this.#end(renewal, undefined)
      }
    )
    return renewal
  }

  /** Nobody waits for it any more. */
  #end(renewal: Renewal, reason: unknown): void {
    if (this.#renewal === renewal) this.#renewal = undefined
    renewal.link.abort(reason)
  }
}
