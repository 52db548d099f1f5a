import {
  type Clock,
  contractRoutes,
  createMock,
  createRouter,
  json,
  type Latency,
  type Mock,
  Refusal,
  refusalErrors
} from '@geoclients/mock-core'
import { mockData } from '../generated/mock-data.ts'
import { answersOf } from './answers.ts'
import { builtIn, type MockCollection } from './mock-collection.ts'

/** Options of {@link createFeaturesMock}; all times are milliseconds. */
export interface FeaturesMockOptions {
  /** Where the mock seems to be; a path is kept. Default is `http://features.test`. */
  readonly baseUrl?: string | undefined
  /** Collections to offer beside `rivers` and `catchments`; one with the id of these takes its place. */
  readonly collections?: readonly MockCollection[] | undefined
  /** Before each answer. Default is 0. */
  readonly latency?: Latency | undefined
  /** Whether `requests` keeps what was asked, bodies included. Default is true; a server that runs for long has no use for it. */
  readonly record?: boolean | undefined
  /** Where time comes from. Default is the platform's; see {@link createVirtualClock}. */
  readonly clock?: Clock | undefined
}

/** A server of OGC API - Features in memory. */
export interface FeaturesMock extends Mock {}

/**
 * Plays a server of OGC API - Features: filters, pages and turns the features of its collections (three `rivers`, five
 * `catchments`), and refuses what the contract refuses, coordinates that a collection does not list, and parameters that are no
 * property of a collection.
 *
 * @example
 * const mock = createFeaturesMock()
 * const features = new FeaturesClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
 * console.log((await features.getItems('rivers')).numberMatched) // 3
 */
export function createFeaturesMock({
  baseUrl = 'http://features.test',
  collections = [],
  ...options
}: FeaturesMockOptions = {}): FeaturesMock {
  const all = new Map([...builtIn, ...collections].map((one) => [one.id, one]))
  const isProperty = (name: string, id: string): boolean =>
    name === 'offset' || (all.get(id)?.features.some(({ properties }) => properties && name in properties) ?? false)
  const routes = contractRoutes(mockData, answersOf(all), {
    refuse: (why) => exception(new Refusal(400, 'InvalidParameterValue', why)),
    alsoKnown: (name, { path }, { param }) => path.endsWith('/items') && isProperty(name, param('collectionId'))
  })
  const mock = createMock({ ...options, baseUrl, answer: (request) => answer(request), onReset: () => {} })
  const answer = createRouter(routes, refusalErrors(exception), mock.basePath)
  return mock
}

const exception = ({ status, code, message }: Refusal): Response => json({ code, description: message }, { status })
