import type { ErrorFactory } from '../errors/client-error.ts'
import type { RequestOptions } from '../types/api.ts'
import type { CallSettings, HeaderMap, RetryOptions } from '../types/call.ts'
import { checkRequestOptions } from '../validation/request-options.ts'

/** The settings of a call that nobody gave any but its signal. */
export type DefaultSettings = (signal?: AbortSignal) => CallSettings

export function defaultSettings(timeout: number, retry: RetryOptions | false = {}): DefaultSettings {
  return (signal) => ({ signal, timeout, retry, isRetryAsked: false, headers: none })
}

/** Checks what a caller gave for one call, and puts it over the client's defaults: the only place that does. */
export function settingsReader(
  defaults: DefaultSettings,
  make: ErrorFactory
): (given?: RequestOptions) => CallSettings {
  return (given) => {
    if (given === undefined) return defaults()
    checkRequestOptions(given, make)
    const call = defaults(given.signal)
    const { timeout = call.timeout, retry = call.retry } = given
    return { ...call, timeout, retry, isRetryAsked: Boolean(given.retry), headers: lowerCased(given.headers) }
  }
}

export function lowerCased(headers: Readonly<Record<string, string>> | undefined): HeaderMap {
  if (!headers) return none
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

const none: HeaderMap = {}
