import {
  type Auth,
  type BaseOptions,
  type CoreParts,
  check,
  checkAuth,
  isRecord,
  isToken,
  type Rules
} from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import { type Limit, limitRequests } from '../rate-limit/layer.ts'
import { oneOrMore } from '../request/validate.ts'

/** What a `CasClient` is made from. Durations are milliseconds. */
export interface CasClientOptions extends BaseOptions {
  /** Bound of a call, its tries and pauses included. Default 120 000: extractions take long. */
  readonly timeout?: number | undefined
  /** Sent as `X-API-Key`, to the service's own origin only; a function is asked anew for each try. */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined
  /** Gives what authenticates a request, anew for each try: for services behind another gate. Not beside `apiKey`. */
  readonly auth?: Auth | undefined
  /**
   * Requests that this client begins in any minute at the most, all its callers together; the rest wait for their turn,
   * which takes nothing from their `timeout`. After a 429 the client pauses as the service asks, up to ten minutes; who was
   * refused comes again as often as `retry.limit` says. Default: no limit.
   */
  readonly requestsPerMinute?: number | undefined
}

/** The settings of a client without anything secret: safe to print, to store and to spread into another client. */
export type CasClientConfig = Readonly<
  Pick<
    CasClientOptions,
    'baseUrl' | 'timeout' | 'retry' | 'credentials' | 'requestsPerMinute' | 'maxBodyBytes' | 'trustedOrigins'
  >
>

/** The rules of the settings that only this client has; `authOf` reads the two that say who asks. */
export const ownOptions: Rules<Exclude<keyof CasClientOptions, keyof BaseOptions>> = {
  apiKey: true,
  auth: true,
  requestsPerMinute: oneOrMore
}

/** The function that authenticates requests, from either of the two ways to ask for it. */
export function authOf(options: CasClientOptions): Auth | undefined {
  // Options that are no object are refused by client-core.
  const { apiKey, auth }: { apiKey?: unknown; auth?: Auth | undefined } = isRecord(options) ? options : {}
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

/** What keeps to the limit; nothing where there is none. */
export function limitOf(options: CasClientOptions, made: (limit: Limit) => void): CoreParts['pace'] {
  const perMinute = isRecord(options) ? options.requestsPerMinute : undefined
  if (perMinute === undefined) return undefined
  check('requestsPerMinute', perMinute, oneOrMore, makeCasError)
  return ({ clock, random }) => {
    const limit = limitRequests(perMinute, clock, random)
    made(limit)
    return limit
  }
}

const expected = 'a non-empty string without spaces, line breaks or non-ASCII characters'
