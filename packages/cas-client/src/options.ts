import { type Auth, type BaseOptions, isRecord } from '@geoclients/client-core'
import { makeCasError } from './cas-error.ts'

/** What a `CasClient` is made from. Durations are milliseconds; `timeout` is 120 000 by default: extractions take long. */
export interface CasClientOptions extends BaseOptions {
  /** Sent as `X-API-Key`, to the service's own origin only; a function is asked anew for each try. */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined
}

/** The settings of a client without anything secret: safe to print, to store and to spread into another client. */
export type CasClientConfig = Readonly<Pick<CasClientOptions, 'baseUrl' | 'timeout' | 'retry' | 'credentials'>>

/** The function that authenticates requests with the API key. */
export function authOf(options: CasClientOptions): Auth | undefined {
  // Options that are no object are refused by client-core.
  const apiKey: unknown = isRecord(options) ? options.apiKey : undefined
  if (apiKey === undefined) return undefined
  if (isKey(apiKey)) return () => ({ 'X-API-Key': apiKey })
  if (typeof apiKey !== 'function') {
    throw makeCasError({ code: 'invalid-argument', message: `apiKey must be a function or ${expected}` })
  }
  return async () => {
    const key: unknown = await apiKey()
    if (!isKey(key)) throw new TypeError(`apiKey must give ${expected}`)
    return { 'X-API-Key': key }
  }
}

const expected = 'a non-empty string without spaces, line breaks or non-ASCII characters'

function isKey(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}
