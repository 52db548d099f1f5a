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

/** Options of {@link createFeaturesMock}. All times are in milliseconds. */
export interface FeaturesMockOptions {
  /** The base URL of the mock; a path is kept. Default: `http://features.test`. */
  readonly baseUrl?: string | undefined
  /** Additional collections. A collection with the id `rivers` or `catchments` replaces that one. */
  readonly collections?: readonly MockCollection[] | undefined
  /** The delay of each response. Default: 0. */
  readonly latency?: Latency | undefined
  /**
   * Whether `requests` records the requests, including their bodies. Default: true. Pass false for a server that runs for a long
   * time.
   */
  readonly record?: boolean | undefined
  /** The clock of the mock. Default: that of the platform; see {@link createVirtualClock}. */
  readonly clock?: Clock | undefined
}

/** An OGC API - Features server in memory. */
export interface FeaturesMock extends Mock {}

/**
 * Makes a mock of an OGC API - Features server. It filters features, returns them in pages and transforms their coordinates. Its
 * collections are three `rivers`, five `catchments` and your own. It refuses requests that the contract does not allow,
 * coordinate systems that a collection does not list, and parameters that are not a property of a collection.
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
