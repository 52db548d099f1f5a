import type { RequestOptions } from '@geoclients/client-core'
import { expect, test } from 'vitest'
import type { CasClient } from '../client/cas-client.ts'
import { clientOf, fakeService } from '../testing/fake-service.ts'
import { collect, rejection } from '../testing/outcome.ts'
import { point } from '../testing/samples.ts'

const text = 'slug must be a non-empty string'
const relative = 'slug must be a name, not a relative path segment'

test.each<[slug: unknown, message: string]>([
  ['', `${text}, got ""`],
  [' ', `${text}, got " "`],
  [undefined, `${text}, got undefined`],
  [null, `${text}, got null`],
  [{}, `${text}, got an object`],
  [['alos_dem'], `${text}, got an array of 1`],
  [Number.NaN, `${text}, got NaN`],
  ['..', `${relative}, got ".."`],
  ['%2e%2E', `${relative}, got "%2e%2E"`],
  ['a\nb', 'slug must be text without control characters, got "a\\nb"'],
  ['\ud800', 'slug must be well-formed text, got "\\ud800"']
])('the slug %j is refused before anything is sent', async (slug, message) => {
  const service = fakeService({})
  const error = await rejection(clientOf(service).provider(slug as string))
  expect(error).toMatchObject({ name: 'CasError', code: 'invalid-argument', message })
  expect(service.seen).toEqual([])
})

const request = { geometry: point, datasetIds: ['a:b'] }
const batch = { geometries: [point], datasetIds: ['a:b'] }
const calls: readonly ((cas: CasClient, options: RequestOptions) => Promise<unknown>)[] = [
  (cas, options) => cas.extract(request, options),
  (cas, options) => cas.batchExtract(batch, options),
  (cas, options) => cas.providers({}, options),
  (cas, options) => cas.provider('a', options),
  (cas, options) => cas.datasets({}, options),
  (cas, options) => cas.health(options),
  (cas, options) => collect(cas.iterProviders({}, options)),
  (cas, options) => collect(cas.iterDatasets({}, options))
]

test.each<[options: unknown, message: string]>([
  [{ timeout: 0 }, 'timeout must be a positive, finite number of milliseconds, got 0'],
  [{ timeout: '5' }, 'timeout must be a positive, finite number of milliseconds, got "5"'],
  [{ signal: 'stop' }, 'signal must be an AbortSignal, got "stop"'],
  [{ signal: null }, 'signal must be an AbortSignal, got null'],
  [{ retry: 3 }, 'retry must be false or { limit, maxDelay, tryTimeout }, got 3'],
  [{ retry: { limit: -1 } }, 'retry.limit must be a whole number of 0 or more, got -1'],
  [{ retry: { tryTimeout: 0 } }, 'retry.tryTimeout must be a positive, finite number of milliseconds, got 0'],
  [{ headers: [['X-Trace', '7']] }, 'headers must be an object of header names and values, got an array of 1']
])('every method refuses the options %j before anything is sent', async (options, message) => {
  const service = fakeService({})
  const cas = clientOf(service)
  for (const call of calls) {
    const error = await rejection(call(cas, options as RequestOptions))
    expect(error).toMatchObject({ name: 'CasError', code: 'invalid-argument', message })
  }
  expect(service.seen).toEqual([])
})

test.each([[null], ['fast'], [[]], [5]])('an extraction refuses %j for its options', async (given) => {
  const service = fakeService({})
  const cas = clientOf(service)
  const options = given as RequestOptions
  for (const call of [cas.extract(request, options), cas.batchExtract(batch, options)]) {
    const { code, message } = await rejection(call)
    expect([code, message.replace(/got .*/, '')]).toEqual(['invalid-argument', 'options must be an object, '])
  }
  expect(service.seen).toEqual([])
})
