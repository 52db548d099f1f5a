import type { BaseOptions } from '../client/options.ts'
import type { ErrorFactory } from '../errors/client-error.ts'
import { isRecord, showKind } from './arguments.ts'
import { checkHeaders, checkRetry } from './request-options.ts'
import { check, checkMembers, duration, flag, isFunction, isPositive, type Rules } from './rules.ts'

const rules: Rules<keyof BaseOptions> = {
  baseUrl: true,
  headers: true,
  trustedOrigins: true,
  timeout: duration,
  // Reading into memory always has a limit.
  maxBodyBytes: [(value) => isPositive(value) && Number.isSafeInteger(value), 'a positive whole number of bytes'],
  allowPrivateAddresses: flag,
  retry: true,
  credentials: [
    (value) => value === 'include' || value === 'omit' || value === 'same-origin',
    '"include", "omit" or "same-origin"'
  ],
  fetch: [isFunction, 'a function like fetch'],
  use: [Array.isArray, 'an array of functions (next) => fetch'],
  clock: [isRecord, 'an object with the functions now, setTimeout and clearTimeout'],
  random: [isFunction, 'a function like Math.random']
}

/** Refuses wrong settings. `own` has the rules of one client's settings. `baseUrl` is checked elsewhere. */
export function checkBaseOptions(options: BaseOptions, own: Rules, make: ErrorFactory): void {
  if (!isRecord(options)) {
    const message = `options must be an object with at least a baseUrl, got ${showKind(options)}`
    throw make({ code: 'invalid-argument', message })
  }
  checkMembers('options', options, { ...rules, ...own }, make)
  const { retry, headers, use = [], clock } = options
  checkRetry(retry, make)
  checkHeaders(headers, make)
  // Spread, because forEach skips holes, which are refused too.
  for (const [i, step] of [...use].entries()) {
    check(`use[${i}]`, step ?? null, [isFunction, 'a function (next) => fetch'], make)
  }
  for (const name of clock ? (['now', 'setTimeout', 'clearTimeout'] as const) : []) {
    check(`clock.${name}`, clock?.[name] ?? null, [isFunction, 'a function, as in a Clock'], make)
  }
}
