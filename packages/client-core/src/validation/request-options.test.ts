import { expect, test } from 'vitest'
import { makeError } from '../testing/make-error.ts'
import { thrown } from '../testing/rejection.ts'
import type { RequestOptions } from '../types/api.ts'
import { checkHeaders, checkOrigins, checkRequestOptions, checkRetry } from './request-options.ts'
import { check as checkRule, duration as durationRule, type Rules } from './rules.ts'

// What callers without types may pass.
const check = (options: unknown): void => checkRequestOptions(options as RequestOptions, makeError)

test.each([
  {},
  { signal: undefined, timeout: undefined, retry: undefined, headers: undefined },
  { signal: new AbortController().signal, timeout: 0.5, retry: false, headers: {} },
  { retry: { limit: 0, maxDelay: 1, tryTimeout: 2 ** 33 } },
  { headers: { Accept: 'text/html', 'X-Tab': 'a\tb', 'X-Latin': 'é' } }
])('%o is taken', (options) => {
  expect(() => check(options)).not.toThrow()
})

const duration = 'a positive, finite number of milliseconds'
const every = 'signal, timeout, retry, headers'
const object = 'options must be an object such as { signal }'
const shape = 'headers must be an object of header names and values'

test.each<[unknown, string]>([
  [null, `${object}, got null`],
  ['fast', `${object}, got "fast"`],
  [['fast'], `${object}, got an array of 1`],
  [[], `${object}, got []`],
  [new AbortController().signal, `${object}, got an AbortSignal`],
  [new Map([['timeout', 5]]), `${object}, got a Map`],
  [Promise.resolve({}), `${object}, got a Promise`],
  [() => {}, `${object}, got a function`],
  [{ signal: null }, 'signal must be an AbortSignal, got null'],
  [{ signal: new AbortController() }, 'signal must be an AbortSignal, got an AbortController'],
  [{ timeout: 0 }, `timeout must be ${duration}, got 0`],
  [{ timeout: -1 }, `timeout must be ${duration}, got -1`],
  [{ timeout: Number.NaN }, `timeout must be ${duration}, got NaN`],
  [{ timeout: Number.POSITIVE_INFINITY }, `timeout must be ${duration}, got Infinity`],
  [{ timeout: '5' }, `timeout must be ${duration}, got "5"`],
  [{ timeout: null }, `timeout must be ${duration}, got null`],
  [{ retry: true }, 'retry must be false or { limit, maxDelay, tryTimeout }, got true'],
  [{ retry: 3 }, 'retry must be false or { limit, maxDelay, tryTimeout }, got 3'],
  [{ retry: { limit: -1 } }, 'retry.limit must be a whole number of 0 or more, got -1'],
  [{ retry: { limit: 1.5 } }, 'retry.limit must be a whole number of 0 or more, got 1.5'],
  [{ retry: { limit: Number.POSITIVE_INFINITY } }, 'retry.limit must be a whole number of 0 or more, got Infinity'],
  [{ retry: { retries: 3 } }, 'retry has an unknown member "retries": expected one of limit, maxDelay, tryTimeout'],
  [{ retry: { maxdelay: 3 } }, 'retry has an unknown member "maxdelay": did you mean "maxDelay"?'],
  [{ retry: { maxDelay: 0 } }, `retry.maxDelay must be ${duration}, got 0`],
  [{ retry: { tryTimeout: '1s' } }, `retry.tryTimeout must be ${duration}, got "1s"`],
  [{ headers: 'X-Key: hunter2' }, `${shape}, got a string`],
  [{ headers: [['Accept', 'x']] }, `${shape}, got an array of 1`],
  [{ headers: new Headers({ Accept: 'x' }) }, `${shape}, got a Headers`],
  [{ headers: new Map([['Accept', 'x']]) }, `${shape}, got a Map`]
])('%o is refused: %s', async (options, message) => {
  expect(await thrown(() => check(options))).toMatchObject({ code: 'invalid-argument', message })
})

const own: Rules = { waitTimeout: durationRule, mode: true }

test.each<[unknown, string | undefined]>([
  [{}, undefined],
  [{ timeout: 5, waitTimeout: 5, mode: 'any' }, undefined],
  [{ waitTimeout: undefined, constructor: undefined, of: undefined }, undefined],
  [Object.create({ timeout: 5, waitTimeout: 5 }), undefined],
  [{ waitTimeout: 0 }, `waitTimeout must be ${duration}, got 0`],
  [Object.create({ waitTimeout: 0 }), `waitTimeout must be ${duration}, got 0`],
  [{ waittimeout: 5 }, 'options has an unknown member "waittimeout": did you mean "waitTimeout"?'],
  [{ constructor: 5 }, `options has an unknown member "constructor": expected one of ${every}, waitTimeout, mode`],
  [
    { queryKey: ['jobs'], client: {}, signal: new AbortController().signal, meta: undefined },
    'options must be { signal } of a query, not its context, got an object'
  ]
])('a call with options of its own is given %o: %s', async (options, message) => {
  const given = options as RequestOptions
  const refused = async () => checkRequestOptions(given, makeError, own)
  if (message === undefined) await refused()
  else expect(await thrown(() => checkRequestOptions(given, makeError, own))).toMatchObject({ message })
})

test.each([
  ['X-Key', 'hunter2\r\nX-Evil: 1'],
  ['X-Key', 'hun\nter2'],
  ['X-Key', 'hun\0ter2'],
  ['X-Key', 'hunter2😀'],
  ['X-Key', 42],
  ['X-Key', undefined],
  ['X Key', 'hunter2'],
  ['', 'hunter2'],
  ['X-Key\n', 'hunter2']
])('the header %j with the value %j is refused by its name, without its value', async (name, value) => {
  const { code, message } = await thrown(() => checkHeaders({ [name]: value }, makeError))
  expect(code).toBe('invalid-argument')
  expect(message).toContain(`headers[${JSON.stringify(name)}] must be a valid HTTP header name`)
  expect(message).not.toMatch(/hun|ter2|42|Evil/)
})

test.each([
  ['https://h.example', 'trustedOrigins must be an array of origins, got "https://h.example"'],
  [
    ['https://h.example/'],
    'trustedOrigins[0] must be an origin such as "https://example.com", got "https://h.example/"'
  ],
  [
    ['https://h.example', 'https://*.example'],
    'trustedOrigins[1] must be an origin such as "https://example.com", got "https://*.example"'
  ],
  [['null'], 'trustedOrigins[0] must be an origin such as "https://example.com", got "null"'],
  [['ftp://h.example'], 'trustedOrigins[0] must be an origin such as "https://example.com", got "ftp://h.example"'],
  [
    ['http://store.example'],
    'trustedOrigins[0] must be an https origin, because baseUrl uses https, got "http://store.example"'
  ],
  [
    ['http://localhost.example'],
    'trustedOrigins[0] must be an https origin, because baseUrl uses https, got "http://localhost.example"'
  ],
  [
    ['https://ann:x@h.example'],
    'trustedOrigins[0] must be an origin such as "https://example.com", got "https://h.example/"'
  ],
  [['//h.example'], 'trustedOrigins[0] must be an origin such as "https://example.com", got "//h.example"'],
  // biome-ignore lint/suspicious/noSparseArray: what callers without types may pass
  [[,], 'trustedOrigins[0] must be an origin such as "https://example.com", got undefined'],
  [[5], 'trustedOrigins[0] must be an origin such as "https://example.com", got 5']
])('%j are no origins', async (origins, message) => {
  expect(await thrown(() => checkOrigins(origins, 'https://h', makeError))).toMatchObject({
    code: 'invalid-argument',
    message
  })
})

test.each([
  ['https://h', ['https://store.example', 'https://store.example:8443', 'http://127.0.0.1:9000', 'http://localhost']],
  ['http://h', ['http://store.example']]
])('beside %s, %j are', (baseUrl, origins) => {
  expect(() => checkOrigins(origins, baseUrl, makeError)).not.toThrow()
})

test('the checks name the setting that they were asked about', async () => {
  expect((await thrown(() => checkRule('waitTimeout', 0, durationRule, makeError))).message).toMatch(
    /^waitTimeout must be/
  )
  expect(() => checkRetry(undefined, makeError)).not.toThrow()
})
