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
const feature = { type: 'Feature', geometry: point, properties: {} } as const
const batch = { geometries: [point], datasetIds: ['a:b'] }
type Calls = Readonly<Record<string, (cas: CasClient, options: RequestOptions) => Promise<unknown>>>

const calls: Calls = {
  extract: (cas, options) => cas.extract(request, options),
  batchExtract: (cas, options) => cas.batchExtract(batch, options),
  providers: (cas, options) => cas.providers({}, options),
  provider: (cas, options) => cas.provider('a', options),
  datasets: (cas, options) => cas.datasets({}, options),
  findDatasets: (cas, options) => cas.findDatasets({}, options),
  health: (cas, options) => cas.health(options),
  iterProviders: (cas, options) => collect(cas.iterProviders({}, options)),
  iterDatasets: (cas, options) => collect(cas.iterDatasets({}, options)),
  extractAll: (cas, options) => collect(cas.extractAll([point], { datasetIds: ['a:b'] }, options)),
  enrich: (cas, options) => collect(cas.enrich([feature], { datasetIds: ['a:b'] }, options))
}

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
  for (const call of Object.values(calls)) {
    const error = await rejection(call(cas, options as RequestOptions))
    expect(error).toMatchObject({ name: 'CasError', code: 'invalid-argument', message })
  }
  expect(service.seen).toEqual([])
})

const run = ['batchSize', 'datasetsPerRequest', 'concurrency', 'startAt', 'onProgress', 'onWait', 'onWarning']
const had: Readonly<Record<string, readonly string[]>> = {
  ...{ findDatasets: ['maxAge'], iterProviders: ['concurrency'] },
  ...{ extractAll: run, enrich: run }
}

test.each(Object.entries(calls))(
  '%s refuses the options of other calls before anything is sent',
  async (name, call) => {
    const service = fakeService({})
    const cas = clientOf(service)
    for (const other of [...run, 'maxAge', 'waitTimeout'].filter((option) => !had[name]?.includes(option))) {
      const error = await rejection(call(cas, { [other]: other.startsWith('on') ? () => {} : 5 }))
      expect(error).toMatchObject({ code: 'invalid-argument', message: expect.stringContaining(`member "${other}"`) })
    }
    expect(service.seen).toEqual([])
  }
)

test.each(Object.entries(had))('%s checks the options that it has', async (name, own) => {
  const cas = clientOf(fakeService({}))
  for (const option of own) {
    const { message } = await rejection(calls[name]?.(cas, { [option]: -1 }) ?? Promise.resolve())
    expect(message).toMatch(new RegExp(`^${option} must be .*, got -1$`))
  }
})

test.each([[null], ['fast'], [[]], [5], [new Map()]])('every method refuses %j for its options', async (given) => {
  const service = fakeService({})
  const cas = clientOf(service)
  for (const call of Object.values(calls)) {
    const { code, message } = await rejection(call(cas, given as RequestOptions))
    expect([code, message.replace(/got .*/, '')]).toEqual([
      'invalid-argument',
      'options must be an object such as { signal }, '
    ])
  }
  expect(service.seen).toEqual([])
})
