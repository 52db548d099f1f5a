import type { ErrorFactory } from '../errors/client-error.ts'
import type { AnyInit } from '../request/operation/api-client.ts'
import type { RequestOptions } from '../types/api.ts'
import type { RetryOptions } from '../types/call.ts'
import { isLoopback } from '../utils/loopback.ts'
import { redactUrl } from '../utils/redact-url.ts'
import { hasMembers, invalidArgument, isRecord, showKind } from './arguments.ts'
import { check, checkMembers, checkNames, duration, type Rule, type Rules } from './rules.ts'

/** The rules of the options that only some calls have, beside those of every call. */
export type OwnRules<O> = Rules<Exclude<keyof O, keyof RequestOptions> & string>

/** The argument of a call that has options of its own: their rules. The compiler asks for it, so none is forgotten. */
export type OwnArgument<O> = [keyof OwnRules<O>] extends [never] ? [own?: undefined] : [own: OwnRules<O>]

/** The names of the options that every call has. */
const everyCall: readonly string[] = ['signal', 'timeout', 'retry', 'headers'] satisfies (keyof RequestOptions)[]

/** The options that a call of the path map has, too. What sends it checks their values. */
export const apiOptions: OwnRules<AnyInit> = { params: true, body: true, parseAs: true }

/**
 * Refuses wrong options of a call before anything is sent. `own` has the rules of the options that the call has beside those of
 * every call; without it, unknown names pass.
 */
export function checkRequestOptions(options: RequestOptions, make: ErrorFactory, own?: Rules): void {
  // The way of every call: what it usually has is looked at here.
  const names = Object.keys(options ?? {})
  if (typeof options !== 'object' || Array.isArray(options) || (names.length === 0 && !hasMembers(options)))
    throw invalidArgument(make, 'options', options, 'an object such as { signal }')
  if (own) checkOwn(options, names, own, make)
  const { signal, timeout, retry, headers } = options
  if (signal !== undefined && !(signal instanceof AbortSignal)) check('signal', signal, signalRule, make)
  const isTime = timeout === undefined || (typeof timeout === 'number' && timeout > 0 && Number.isFinite(timeout))
  if (!isTime) check('timeout', timeout, duration, make)
  if (retry !== undefined) checkRetry(retry, make)
  if (headers !== undefined) checkHeaders(headers, make)
}

function checkOwn(options: RequestOptions, names: readonly string[], own: Rules, make: ErrorFactory): void {
  if (!names.every((name) => everyCall.includes(name) || Object.hasOwn(own, name))) {
    if (names.includes('queryKey'))
      throw invalidArgument(make, 'options', options, '{ signal } of a query, not its context')
    checkNames('options', options, [...everyCall, ...Object.keys(own)], make)
  }
  for (const name in own) {
    const rule = own[name]
    if (rule && rule !== true && name in options) check(name, Reflect.get(options, name), rule, make)
  }
}

export const signalRule: Rule = [
  (value) => typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value,
  'an AbortSignal'
]

/**
 * Accepts only origins in the form of `URL.origin`: a path or a wildcard would suggest a check that does not happen. If the
 * service uses https, an http origin is allowed only on this machine.
 */
export function checkOrigins(origins: unknown, baseUrl: string, make: ErrorFactory): void {
  if (origins === undefined) return
  if (!Array.isArray(origins)) throw invalidArgument(make, 'trustedOrigins', origins, 'an array of origins')
  for (const [i, origin] of origins.entries()) {
    const refuse = (expected: string) => {
      // A URL may contain a password.
      const shown: unknown = typeof origin === 'string' && /[@?#]/.test(origin) ? redactUrl(origin) : origin
      return invalidArgument(make, `trustedOrigins[${i}]`, shown, expected)
    }
    if (!isOrigin(origin)) throw refuse('an origin such as "https://example.com"')
    const isDown = baseUrl.startsWith('https:') && origin.startsWith('http:')
    if (isDown && !isLoopback(new URL(origin))) throw refuse('an https origin, because baseUrl uses https')
  }
}

function isOrigin(value: unknown): value is string {
  return (
    typeof value === 'string' && /^https?:[^*]+$/.test(value) && URL.canParse(value) && new URL(value).origin === value
  )
}

export function checkRetry(retry: RetryOptions | false | undefined, make: ErrorFactory): void {
  if (retry === undefined || retry === false) return
  const rules = { limit: wholeNumber, maxDelay: duration, tryTimeout: duration }
  checkMembers('retry', retry, rules, make, 'false or { limit, maxDelay, tryTimeout }', 'retry.')
}

const wholeNumber: Rule = [(value) => Number.isInteger(value) && Number(value) >= 0, 'a whole number of 0 or more']

/** Refuses header names and values that HTTP cannot carry. Values are not shown, because they may be secrets. */
export function checkHeaders(headers: unknown, make: ErrorFactory): void {
  if (headers === undefined) return
  // The headers in an iterable (Headers, a Map, pairs) would be lost silently.
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

/** Checks that `auth` is a function, and that no other way to authenticate (`beside` is its name) was passed with it. */
export function checkAuth(auth: unknown, beside: string | undefined, make: ErrorFactory): void {
  if (auth === undefined) return
  if (typeof auth !== 'function') {
    // The value is not shown, because it may be a token.
    const message = `auth must be a function that returns headers, got ${auth === null ? 'null' : typeof auth}`
    throw make({ code: 'invalid-argument', message })
  }
  if (beside !== undefined) {
    const message = `pass either ${beside} or auth, not both`
    throw make({ code: 'invalid-argument', message })
  }
}
