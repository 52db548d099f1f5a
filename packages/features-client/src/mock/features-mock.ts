import {
  type Clock,
  contractRoutes,
  createMock,
  createRouter,
  type Latency,
  type Mock,
  plainErrors
} from '@geoclients/mock-core'
import { mockData } from '../generated/mock-data.ts'

/** Options of {@link createFeaturesMock}; all times are milliseconds. */
export interface FeaturesMockOptions {
  /** Where the mock seems to be; a path is kept. Default is `http://features.test`. */
  readonly baseUrl?: string | undefined
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
 * Plays a server of OGC API - Features: answers with the examples of the contract, and refuses what the contract refuses.
 *
 * @example
 * const mock = createFeaturesMock()
 * const features = new FeaturesClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
 * mock.failNext({ status: 503 })
 */
export function createFeaturesMock({
  baseUrl = 'http://features.test',
  ...options
}: FeaturesMockOptions = {}): FeaturesMock {
  const mock = createMock({ ...options, baseUrl, answer: (request) => answer(request), onReset: () => {} })
  const answer = createRouter(contractRoutes(mockData), plainErrors, mock.basePath)
  return mock
}
