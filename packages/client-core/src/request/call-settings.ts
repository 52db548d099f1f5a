import type { ErrorFactory } from '../errors/client-error.ts'
import type { RequestOptions } from '../types/api.ts'
import type { CallSettings, HeaderMap, RetryOptions } from '../types/call.ts'
import { checkRequestOptions } from '../validation/request-options.ts'
import type { Rules } from '../validation/rules.ts'

/** The settings of a call without options, except a signal. */
export type DefaultSettings = (signal?: AbortSignal) => CallSettings

export function defaultSettings(timeout: number, retry: RetryOptions | false = {}): DefaultSettings {
  return (signal) => ({ signal, timeout, retry, isRetryAsked: false, headers: none })
}

/** Checks the options of one call and merges them with the client's defaults. `own` has the rules of those that only some calls have. */
export function settingsReader(
  defaults: DefaultSettings,
  make: ErrorFactory
): (given?: RequestOptions, own?: Rules) => CallSettings {
  return (given, own = {}) => {
    if (given === undefined) return defaults()
    const call = defaults(given?.signal)
    checkRequestOptions(given, make, own)
    const { timeout = call.timeout, retry = call.retry } = given
    return {
      ...call,
      timeout,
      retry,
      isRetryAsked: Boolean(given.retry),
      headers: given.headers ? lowerCased(given.headers) : none
    }
  }
}

export function lowerCased(headers: Readonly<Record<string, string>> | undefined): HeaderMap {
  if (!headers) return none
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

const none: HeaderMap = {}
