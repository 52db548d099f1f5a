import { expect, test } from 'vitest'
import { isFeaturesError } from '../errors/features-error.ts'
import { createFeaturesMock } from '../mock/features-mock.ts'
import { FeaturesClient } from './features-client.ts'

const mock = createFeaturesMock({ baseUrl: 'http://features.test/base' })
const features = new FeaturesClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, retry: false })

test.each<[operation: string, call: () => Promise<unknown>, line: string, kind: string]>([
  ['getCollection', () => features.getCollection('rivers'), 'GET /collections/rivers', 'object'],
  ['getCollections', () => features.getCollections(), 'GET /collections', 'object'],
  ['getConformance', () => features.getConformance(), 'GET /conformance', 'object'],
  ['getFeature', () => features.getFeature('rivers', 'aare'), 'GET /collections/rivers/items/aare', 'object'],
  ['getItems', () => features.getItems('rivers'), 'GET /collections/rivers/items', 'object'],
  ['getLandingPage', () => features.getLandingPage(), 'GET /', 'object']
])('%s sends its request and gives what the contract promises', async (_, call, line, kind) => {
  mock.reset()
  expect(typeof (await call())).toBe(kind)
  expect(mock.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([line])
})

test('a failure is the error of this client', async () => {
  mock.failNext({ status: 503, body: { title: 'Busy', detail: 'come back' } })
  const error: unknown = await features.getCollections().catch((reason: unknown) => reason)
  expect(isFeaturesError(error)).toBe(true)
  expect(error).toMatchObject({
    code: 'http-status',
    status: 503,
    name: 'FeaturesError',
    apiError: { detail: 'come back' }
  })
})

test('a setting that nobody knows is refused', () => {
  const options = { baseUrl: mock.baseUrl, baseURL: 'x' }
  expect(() => new FeaturesClient(options)).toThrow('unknown member "baseURL"')
})
