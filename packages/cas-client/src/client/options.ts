import {
  type Auth,
  type BaseOptions,
  type ClientCore,
  checkAuth,
  isFunction,
  isToken,
  type OwnRules,
  type Pace,
  type RequestOptions,
  type Rules
} from '@geoclients/client-core'
import type { FindOptions } from '../catalogue/find-datasets.ts'
import { makeCasError } from '../errors/cas-error.ts'
import { onDemand } from '../on-demand/load.ts'
import type { Limit } from '../rate-limit/layer.ts'
import { oneOrMore } from '../request/validate.ts'

/** The settings of a `CasClient`. Durations are milliseconds. */
export interface CasClientOptions extends BaseOptions {
  /** Limits a whole call, retries included. Default 120 000, because extractions take long. */
  readonly timeout?: number | undefined
  /**
   * Sent as `X-API-Key`, to the service's own origin only. A function is called for each attempt. Pass either this or
   * `auth`.
   */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined
  /**
   * Returns the credentials; called for each attempt. For services behind another login. Pass either this or `apiKey`.
   */
  readonly auth?: Auth | undefined
  /**
   * How many requests this client begins in any minute, over all its calls. The others wait for their turn, which does
   * not count towards their `timeout`. After a 429 the client pauses as long as the service asks, up to ten minutes;
   * the refused request is repeated as often as `retry.limit` allows. Default: no limit.
   */
  readonly requestsPerMinute?: number | undefined
  /**
   * Called with a message if a geometry of `extract` or `batchExtract` seems to cross the antimeridian. `extractAll` and `enrich`
   * have an option of their own. Default: `console.warn`.
   */
  readonly onWarning?: ((message: string) => void) | undefined
}

/**
 * The settings of a client without its secrets. Safe to print, to store, and to spread into the options of another
 * client.
 */
export type CasClientConfig = Readonly<
  Pick<
    CasClientOptions,
    'baseUrl' | 'timeout' | 'retry' | 'credentials' | 'requestsPerMinute' | 'maxBodyBytes' | 'trustedOrigins'
  >
>

/** The rules of the settings that only this client has. `authOf` checks `auth` and `apiKey`. */
export const ownOptions: Rules<Exclude<keyof CasClientOptions, keyof BaseOptions>> = {
  apiKey: true,
  auth: true,
  requestsPerMinute: oneOrMore,
  onWarning: [isFunction, 'a function that takes a message']
}

/** Options of an iteration that sends several requests. */
export interface IterateOptions extends RequestOptions {
  /** How many requests run at the same time, 1 to 64. Default 4. */
  readonly concurrency?: number | undefined
}

/** The options of an iteration and of a search. What is loaded for them checks their values. */
export const iterateRules: OwnRules<IterateOptions> = { concurrency: true }
export const findRules: OwnRules<FindOptions> = { maxAge: true }

/** The `Auth` function, from `auth` or `apiKey`. */
export function authOf(options: CasClientOptions): Auth | undefined {
  const { apiKey, auth } = options
  checkAuth(auth, apiKey !== undefined ? 'apiKey' : undefined, makeCasError)
  if (apiKey === undefined) return auth
  if (isToken(apiKey)) return () => ({ 'X-API-Key': apiKey })
  if (typeof apiKey !== 'function') {
    throw makeCasError({ code: 'invalid-argument', message: `apiKey must be a function or ${expected}` })
  }
  return async () => {
    const key: unknown = await apiKey()
    if (!isToken(key)) throw new TypeError(`apiKey must return ${expected}`)
    return { 'X-API-Key': key }
  }
}

/** A pace, and the time when it allows the next request. */
export interface LimitedPace extends Pace, Pick<Limit, 'opensAt'> {}

/** The pace that enforces `requestsPerMinute`. Undefined if there is no such limit. */
export function limitOf(
  { requestsPerMinute }: CasClientOptions,
  { clock, random }: Pick<ClientCore<unknown>, 'clock' | 'random'>
): LimitedPace | undefined {
  if (requestsPerMinute === undefined) return undefined
  let limit: Limit | undefined
  const loaded = async (): Promise<Limit> => {
    const { limitRequests } = await onDemand.load(makeCasError)
    limit ??= limitRequests(requestsPerMinute, clock, random)
    return limit
  }
  return {
    opensAt: () => limit?.opensAt() ?? clock.now(),
    attempt: (next) => async (request, call) => (limit ?? (await call.within(loaded))).attempt(next)(request, call),
    pauseAfter: (reply) => limit?.pauseAfter(reply)
  }
}

const expected = 'a non-empty string without spaces, line breaks or non-ASCII characters'
