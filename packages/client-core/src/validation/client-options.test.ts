import { expect, test } from 'vitest'
import type { BaseOptions } from '../client/options.ts'
import { makeError } from '../testing/make-error.ts'
import { thrown } from '../testing/rejection.ts'
import { VirtualClock } from '../testing/virtual-clock.ts'
import { systemClock } from '../utils/clock.ts'
import { checkBaseOptions } from './client-options.ts'

const check = (options: unknown): void => checkBaseOptions(options as BaseOptions, { own: true }, makeError)

test.each([
  {},
  { baseUrl: 'any', own: 1, unknown: undefined },
  { timeout: 2 ** 31 - 1, retry: { tryTimeout: 1, maxDelay: 2 ** 31 - 1, limit: 9 } },
  { credentials: 'include' },
  { credentials: 'omit', clock: systemClock, random: Math.random, fetch, use: [] },
  { credentials: 'same-origin', clock: new VirtualClock(), use: [(next: unknown) => next], headers: { A: 'b' } }
])('%o is taken', (options) => {
  expect(() => check(options)).not.toThrow()
})

const duration = 'a positive, finite number of milliseconds'

test.each<[unknown, string]>([
  ['https://me:hunter2@h', 'options must be an object with at least a baseUrl, got a string'],
  [{ baseURL: 'https://h' }, 'options has an unknown member "baseURL": did you mean "baseUrl"?'],
  [{ time_out: 5 }, 'options has an unknown member "time_out": did you mean "timeout"?'],
  [
    { password: 'hunter2' },
    'options has an unknown member "password": expected one of baseUrl, headers, trustedOrigins, timeout, maxBodyBytes, allowPrivateAddresses, retry, credentials, fetch, use, clock, random, own'
  ],
  [{ timeout: 0 }, `timeout must be ${duration}, got 0`],
  [{ timeout: Number.NaN }, `timeout must be ${duration}, got NaN`],
  [{ timeout: -1 }, `timeout must be ${duration}, got -1`],
  [{ timeout: Number.POSITIVE_INFINITY }, `timeout must be ${duration}, got Infinity`],
  [{ maxBodyBytes: -1 }, 'maxBodyBytes must be a positive whole number of bytes, got -1'],
  [{ timeout: '60s' }, `timeout must be ${duration}, got "60s"`],
  [{ retry: { maxDelay: 0 } }, `retry.maxDelay must be ${duration}, got 0`],
  [{ retry: { tryTimeout: Number.POSITIVE_INFINITY } }, `retry.tryTimeout must be ${duration}, got Infinity`],
  [{ retry: 3 }, 'retry must be false or { limit, maxDelay, tryTimeout }, got 3'],
  [{ credentials: true }, 'credentials must be "include", "omit" or "same-origin", got true'],
  [{ credentials: 'includes' }, 'credentials must be "include", "omit" or "same-origin", got "includes"'],
  [{ fetch: 'node-fetch' }, 'fetch must be a function like fetch, got "node-fetch"'],
  [{ random: 4 }, 'random must be a function like Math.random, got 4'],
  [{ use: () => {} }, 'use must be an array of functions (next) => fetch, got a function'],
  [{ use: [() => {}, {}] }, 'use[1] must be a function (next) => fetch, got an object'],
  [{ use: new Array(1) }, 'use[0] must be a function (next) => fetch, got null'],
  [{ clock: Date }, 'clock must be an object with the functions now, setTimeout and clearTimeout, got a function'],
  [{ clock: {} }, 'clock.now must be a function, as in a Clock, got null'],
  [{ clock: { now: Date.now, setTimeout: 5 } }, 'clock.setTimeout must be a function, as in a Clock, got 5'],
  [{ clock: { now: Date.now, setTimeout } }, 'clock.clearTimeout must be a function, as in a Clock, got null'],
  [{ headers: 'X-Key: hunter2' }, 'headers must be an object of header names and values, got a string'],
  [
    { headers: { 'X-Key': 'hunter2\r\nX-Admin: 1' } },
    'headers["X-Key"] must be a valid HTTP header name with a string value without line breaks'
  ]
])('%o is refused: %s', async (options, message) => {
  expect(await thrown(() => check(options))).toMatchObject({ code: 'invalid-argument', message })
})

test.each([0, -1, 1.5, Number.POSITIVE_INFINITY, Number.NaN, '64', null])('%j bytes are no bound', async (value) => {
  expect((await thrown(() => check({ maxBodyBytes: value }))).message).toMatch(
    /^maxBodyBytes must be a positive whole number of bytes, got /
  )
})
