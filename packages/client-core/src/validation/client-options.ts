import type { BaseOptions } from '../client/options.ts'
import type { ErrorFactory } from '../errors/client-error.ts'
import { MAX_DELAY } from '../utils/clock.ts'
import { invalidArgument, isRecord, showKind } from './arguments.ts'
import { checkDuration, checkHeaders, checkMaxBodyBytes, checkNames, checkRetry } from './request-options.ts'

// A record, so that the compiler knows when one is missing.
const baseNames: Readonly<Record<keyof BaseOptions, true>> = {
  baseUrl: true,
  headers: true,
  trustedOrigins: true,
  timeout: true,
  maxBodyBytes: true,
  allowPrivateAddresses: true,
  retry: true,
  credentials: true,
  fetch: true,
  use: true,
  clock: true,
  random: true
}

/** Refuses settings that cannot be meant; `own` are the names of those that only one client has. `baseUrl` is read elsewhere. */
export function checkBaseOptions(options: BaseOptions, own: readonly string[], make: ErrorFactory): void {
  if (!isRecord(options)) {
    const message = `options must be an object with at least a baseUrl, got ${showKind(options)}`
    throw make({ code: 'invalid-argument', message })
  }
  checkNames('options', options, [...Object.keys(baseNames), ...own], make)
  const { timeout, maxBodyBytes, retry, headers, fetch, use, credentials, clock, random, allowPrivateAddresses } =
    options
  checkDuration('timeout', timeout, make, MAX_DELAY)
  checkMaxBodyBytes(maxBodyBytes, make)
  checkRetry(retry, make, MAX_DELAY)
  checkHeaders(headers, make)
  checkFunction('fetch', fetch, 'a function like fetch', make)
  checkFunction('random', random, 'a function like Math.random', make)
  if (credentials !== undefined && !['include', 'omit', 'same-origin'].includes(credentials)) {
    throw invalidArgument(make, 'credentials', credentials, '"include", "omit" or "same-origin"')
  }
  if (allowPrivateAddresses !== undefined && typeof allowPrivateAddresses !== 'boolean') {
    throw invalidArgument(make, 'allowPrivateAddresses', allowPrivateAddresses, 'true or false')
  }
  checkUse(use, make)
  checkClock(clock, make)
}

function checkFunction(name: string, value: unknown, expected: string, make: ErrorFactory): void {
  if (value !== undefined && typeof value !== 'function') throw invalidArgument(make, name, value, expected)
}

function checkUse(use: unknown, make: ErrorFactory): void {
  if (use === undefined) return
  if (!Array.isArray(use)) throw invalidArgument(make, 'use', use, 'an array of functions (next) => fetch')
  // Spread, because forEach passes over holes.
  for (const [index, step] of [...use].entries()) {
    checkFunction(`use[${index}]`, step ?? null, 'a function (next) => fetch', make)
  }
}

function checkClock(clock: unknown, make: ErrorFactory): void {
  if (clock === undefined) return
  const expected = 'an object with the functions now, setTimeout and clearTimeout'
  if (!isRecord(clock)) throw invalidArgument(make, 'clock', clock, expected)
  for (const name of ['now', 'setTimeout', 'clearTimeout']) {
    checkFunction(`clock.${name}`, clock[name] ?? null, 'a function, as in a Clock', make)
  }
}
