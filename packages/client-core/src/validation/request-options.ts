import type { ErrorFactory } from '../errors/client-error.ts'
import type { RequestOptions } from '../types/api.ts'
import type { RetryOptions } from '../types/call.ts'
import { suggestName } from '../utils/did-you-mean.ts'
import { isLoopback } from '../utils/loopback.ts'
import { redactUrl } from '../utils/redact-url.ts'
import { invalidArgument, isRecord, show, showKind } from './arguments.ts'

/** Refuses request options that cannot be meant, before anything is sent. */
export function checkRequestOptions(options: RequestOptions, make: ErrorFactory): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw invalidArgument(make, 'options', options, 'an object')
  }
  const { signal, timeout, retry, headers } = options
  if (signal !== undefined && !isSignal(signal)) throw invalidArgument(make, 'signal', signal, 'an AbortSignal')
  if (timeout !== undefined) checkDuration('timeout', timeout, make)
  if (retry !== undefined) checkRetry(retry, make)
  if (headers !== undefined) checkHeaders(headers, make)
}

/** A duration is a positive, finite number of milliseconds: every wait has a bound. */
export function checkDuration(
  name: string,
  value: unknown,
  make: ErrorFactory,
  longest: number = Number.MAX_VALUE
): void {
  if (value === undefined || (typeof value === 'number' && value > 0 && value <= longest)) return
  const bound = longest === Number.MAX_VALUE ? '' : ` up to ${longest}`
  throw invalidArgument(make, name, value, `a positive, finite number of milliseconds${bound}`)
}

/** A bound of a body is a positive whole number of bytes: what is read into memory is never without one. */
export function checkMaxBodyBytes(value: unknown, make: ErrorFactory): void {
  if (value === undefined || (typeof value === 'number' && value > 0 && Number.isSafeInteger(value))) return
  throw invalidArgument(make, 'maxBodyBytes', value, 'a positive whole number of bytes')
}

/**
 * Origins as `URL.origin` writes them: a path or a wildcard would suggest a precision that nobody checks. What is given to
 * a service over https does not go anywhere over http, but to this machine.
 */
export function checkOrigins(origins: unknown, baseUrl: string, make: ErrorFactory): void {
  if (origins === undefined) return
  if (!Array.isArray(origins)) throw invalidArgument(make, 'trustedOrigins', origins, 'an array of origins')
  for (const [i, origin] of origins.entries()) {
    const refuse = (expected: string) => {
      // A URL in its place may have a password.
      const shown: unknown = typeof origin === 'string' && /[@?#]/.test(origin) ? redactUrl(origin) : origin
      return invalidArgument(make, `trustedOrigins[${i}]`, shown, expected)
    }
    if (!isOrigin(origin)) throw refuse('an origin such as "https://example.com"')
    const isDown = baseUrl.startsWith('https:') && origin.startsWith('http:')
    if (isDown && !isLoopback(new URL(origin))) throw refuse('an origin over https, as baseUrl is')
  }
}

function isOrigin(value: unknown): value is string {
  return (
    typeof value === 'string' && /^https?:[^*]+$/.test(value) && URL.canParse(value) && new URL(value).origin === value
  )
}

export function checkRetry(retry: RetryOptions | false | undefined, make: ErrorFactory, longest?: number): void {
  if (retry === undefined || retry === false) return
  if (!isRecord(retry)) throw invalidArgument(make, 'retry', retry, 'false or { limit, maxDelay, tryTimeout }')
  checkNames('retry', retry, ['limit', 'maxDelay', 'tryTimeout'], make)
  const { limit } = retry
  if (limit !== undefined && !(typeof limit === 'number' && Number.isInteger(limit) && limit >= 0)) {
    throw invalidArgument(make, 'retry.limit', limit, 'a whole number of 0 or more')
  }
  checkDuration('retry.maxDelay', retry.maxDelay, make, longest)
  checkDuration('retry.tryTimeout', retry.tryTimeout, make, longest)
}

/** Refuses names that mean nothing here: a misspelt setting must not be lost unnoticed. Values are not shown. */
export function checkNames(name: string, value: object, known: readonly string[], make: ErrorFactory): void {
  for (const [key, given] of Object.entries(value)) {
    if (given === undefined || known.includes(key)) continue
    const message = `${name} has an unknown member ${show(key)}: ${suggestName(key, known)}`
    throw make({ code: 'invalid-argument', message })
  }
}

/** Header names and values must be writable as HTTP; a value is never shown, it may be a secret. */
export function checkHeaders(headers: unknown, make: ErrorFactory): void {
  if (headers === undefined) return
  // What can be iterated (Headers, a Map, pairs) has no members of those names: its headers would be lost unnoticed.
  if (!isRecord(headers) || Symbol.iterator in headers) {
    const message = `headers must be an object of header names and values, got ${showKind(headers)}`
    throw make({ code: 'invalid-argument', message })
  }
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

/** An `auth` is a function, and `beside`, the name of another way to authenticate that was given, is not given with it. */
export function checkAuth(auth: unknown, beside: string | undefined, make: ErrorFactory): void {
  if (auth === undefined) return
  if (typeof auth !== 'function') {
    // Not shown: it may be a token.
    const message = `auth must be a function that returns headers, got ${auth === null ? 'null' : typeof auth}`
    throw make({ code: 'invalid-argument', message })
  }
  if (beside !== undefined) {
    const message = `pass either ${beside} or auth, not both`
    throw make({ code: 'invalid-argument', message })
  }
}

function isSignal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value
}
