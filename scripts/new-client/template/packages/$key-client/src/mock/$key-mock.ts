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

/** Options of {@link create$ApiMock}. All times are in milliseconds. */
export interface $ApiMockOptions {
  /** The base URL of the mock; a path is kept. Default: `http://$key.test`. */
  readonly baseUrl?: string | undefined
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

/** A mock of a $title server, in memory. */
export interface $ApiMock extends Mock {}

/**
 * Makes a mock of a $title server. It responds with the examples of the contract, and refuses what the contract refuses.
 *
 * @example
 * const mock = create$ApiMock()
 * const $api = new $ApiClient({ baseUrl: mock.baseUrl, fetch: mock.fetch })
 * mock.failNext({ status: 503 })
 */
export function create$ApiMock({ baseUrl = 'http://$key.test', ...options }: $ApiMockOptions = {}): $ApiMock {
  const mock = createMock({ ...options, baseUrl, answer: (request) => answer(request), onReset: () => {} })
  const answer = createRouter(contractRoutes(mockData), plainErrors, mock.basePath)
  return mock
}
