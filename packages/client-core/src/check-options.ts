import type { RequestOptions } from './api-types.ts'
import { invalidArgument, isRecord } from './arguments.ts'
import type { RetryOptions } from './call.ts'
import type { ErrorFactory } from './client-error.ts'

/** Refuses request options that cannot be meant, before anything is sent. */
export function checkRequestOptions(options: RequestOptions, make: ErrorFactory): void {
  if (!isRecord(options as unknown)) throw invalidArgument(make, 'options', options, 'an object')
  const { signal, timeout, retry, headers } = options
  if (signal !== undefined && !isSignal(signal)) throw invalidArgument(make, 'signal', signal, 'an AbortSignal')
  checkDuration('timeout', timeout, make)
  checkRetry(retry, make)
  checkHeaders(headers, make)
}

/** A duration is a positive, finite number of milliseconds: every wait has a bound. */
export function checkDuration(name: string, value: unknown, make: ErrorFactory): void {
  if (value === undefined || (typeof value === 'number' && value > 0 && Number.isFinite(value))) return
  throw invalidArgument(make, name, value, 'a positive, finite number of milliseconds')
}

export function checkRetry(retry: RetryOptions | false | undefined, make: ErrorFactory): void {
  if (retry === undefined || retry === false) return
  if (!isRecord(retry)) throw invalidArgument(make, 'retry', retry, 'false or { limit, maxDelay, tryTimeout }')
  const { limit } = retry
  if (limit !== undefined && !(typeof limit === 'number' && Number.isInteger(limit) && limit >= 0)) {
    throw invalidArgument(make, 'retry.limit', limit, 'a whole number of 0 or more')
  }
  checkDuration('retry.maxDelay', retry.maxDelay, make)
  checkDuration('retry.tryTimeout', retry.tryTimeout, make)
}

/** Header names and values must be writable as HTTP; a value is never shown, it may be a secret. */
export function checkHeaders(headers: unknown, make: ErrorFactory): void {
  if (headers === undefined) return
  // What can be iterated (Headers, a Map, pairs) has no members of those names: its headers would be lost unnoticed.
  if (!isRecord(headers) || Symbol.iterator in headers)
    throw invalidArgument(make, 'headers', headers, 'an object of header names and values')
  for (const [name, value] of Object.entries(headers)) {
    try {
      if (typeof value !== 'string') throw new TypeError('not a string')
      new Headers([[name, value]])
    } catch {
      const message = `headers[${JSON.stringify(name)}] must be a valid HTTP header name with a string value without line breaks`
      throw make({ code: 'invalid-argument', message })
    }
  }
}

function isSignal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value
}
