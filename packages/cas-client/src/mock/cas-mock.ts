import {
  type Clock,
  createMock,
  createRouter,
  type Fault,
  type FaultScope,
  type Latency,
  type Mock,
  systemClock
} from '@geoclients/mock-core'
import { createAdmission } from './admission.ts'
import { builtInProviders } from './catalogue/built-in.ts'
import { internalError, type ServiceFailure, upstreamError } from './errors.ts'
import { createResultCache } from './extraction/result-cache.ts'
import type { MockProvider } from './mock-provider.ts'
import { createRequestIds } from './request-ids.ts'
import { catalogueRoutes } from './routes/catalogue.ts'
import { extractRoutes } from './routes/extract.ts'
import { healthRoutes } from './routes/health.ts'
import { frameworkErrors, withRequestId } from './service-answers.ts'
import type { World } from './world.ts'

/** Options of {@link createCasMock}; all times are milliseconds. */
export interface CasMockOptions {
  /** The mock's base URL, with an optional path. Default `http://cas.test`. */
  readonly baseUrl?: string | undefined
  /**
   * Additional providers. A provider with the slug of a built-in one replaces it. A function receives the built-in ones and
   * returns all providers.
   */
  readonly providers?:
    | readonly MockProvider[]
    | ((builtIn: readonly MockProvider[]) => readonly MockProvider[])
    | undefined
  /** The keys that are accepted in `X-API-Key`. Default: no key is needed. */
  readonly apiKeys?: readonly string[] | undefined
  /** Requests that each key may send in 60 s. Requests without a key share one limit. Default: no limit. */
  readonly ratePerMinute?: number | undefined
  /** Maximum number of datasets per request. Default 50, as in CAS. */
  readonly maxDatasets?: number | undefined
  /** Maximum number of vertices per geometry. Default 10 000, as in CAS. */
  readonly maxVertices?: number | undefined
  /** Time limit for a dataset, on the mock's clock. Default 2000; CAS has 30 000. */
  readonly providerTimeout?: number | undefined
  /** Delay of each response. Default 0. */
  readonly latency?: Latency | undefined
  /** Whether `requests` records requests with their bodies. Default true. Turn it off for a server that runs for long. */
  readonly record?: boolean | undefined
  /** The clock. Default: the platform's; see {@link createVirtualClock}. */
  readonly clock?: Clock | undefined
}

/** A fault of a {@link CasMock}: those of every mock, and the service's own 500 and 502. */
export type CasFault = Fault | ServiceFault

type ServiceFault = 'internal-error' | 'upstream-error'

/** A Community Attribute Service in memory. */
export interface CasMock extends Mock {
  /** Makes the next request, or the next one in a scope, fail. Faults are queued. */
  failNext(fault: CasFault, scope?: FaultScope): void
}

/**
 * A mock of the Community Attribute Service 0.4.0, with its checks and limits, its two forms of errors, its warnings and cache,
 * and `X-Request-ID` in every response. Texts differ from the service's, except for those that clients parse. Nothing is
 * random: values depend on the centre of the geometry's bounding box, and ids count up.
 *
 * | dataset | what it gives |
 * |---|---|
 * | `demo_terrain:elevation` | 400 + lon + 3 lat, in m |
 * | `demo_terrain:elevation_1km` | the same, down to whole hundreds; a warning where the two differ by more than 30 % of their mean |
 * | `demo_terrain:slope` | (abs lon + abs lat) / 9, in degrees |
 * | `demo_land:land_cover` | shares of three classes: `tree_cover` is (lat + 90) / 180, the others half of the rest |
 * | `demo_land:ndvi_unscaled` | 5000 + 10 lat: outside its valid range, `suspect` |
 * | `demo_soil:clay_0-5cm` | 200 + lat in g/kg, in Europe (-25, 34, 45, 72): `partial` or `missing` at its edge and beyond |
 * | `demo_soil:organic_carbon` | 20 + abs lat / 10 in g/kg, for half of any geometry: `partial` |
 * | `demo_soil:peat_depth` | null, `missing` |
 * | `demo_climate:precipitation` | (90 - abs lat) / 9, in mm a day; its timestamp has no zone |
 * | `demo_climate:temperature` | 30 - abs lat / 2, in degrees Celsius |
 * | `demo_climate:wind_gust` | null, although rated `good` |
 * | `demo_faults:unreachable`, `:defective`, `:slow` | no result and a warning; `slow` takes `providerTimeout` |
 *
 * Numbers are rounded to 3 decimals, land cover down to thousandths and NDVI to whole numbers.
 *
 * @example
 * ```ts
 * const mock = createCasMock({ apiKeys: ['secret'], ratePerMinute: 60 })
 * const cas = new CasClient({ baseUrl: mock.baseUrl, fetch: mock.fetch, apiKey: 'secret' })
 * mock.failNext('internal-error', { path: '/api/v1/extract' })
 * await cas.extract({ geometry: { type: 'Point', coordinates: [7.45, 46.95] }, datasetIds: ['demo_terrain:elevation'] })
 * mock.requests.length // 2
 * ```
 */
export function createCasMock(options: CasMockOptions = {}): CasMock {
  const { baseUrl = 'http://cas.test', clock = systemClock, latency } = options
  const ids = createRequestIds()
  const world: World = {
    clock,
    ids,
    providers: chooseProviders(options.providers),
    cache: createResultCache(clock),
    admission: createAdmission(clock, options.apiKeys, options.ratePerMinute),
    maxDatasets: options.maxDatasets ?? 50,
    maxVertices: options.maxVertices ?? 10_000,
    providerTimeout: options.providerTimeout ?? 2000
  }
  const routes = [healthRoutes, catalogueRoutes, extractRoutes].flatMap((make) => make(world))
  const mock = createMock({
    baseUrl,
    clock,
    latency,
    record: options.record,
    answer: (request) => answer(request),
    onReset: () => {
      ids.clear()
      world.cache.clear()
      world.admission.clear()
    }
  })
  const errors = frameworkErrors(routes, mock.basePath)
  const answer = withRequestId(ids, createRouter(routes, errors, mock.basePath, { headLikeGet: false }))
  return {
    ...mock,
    failNext(fault, scope) {
      mock.failNext(isOwn(fault) ? withRequestId(ids, () => Promise.reject(failures[fault]())) : fault, scope)
    }
  }
}

const failures: Readonly<Record<ServiceFault, () => ServiceFailure>> = {
  'internal-error': internalError,
  'upstream-error': upstreamError
}

function isOwn(fault: CasFault): fault is ServiceFault {
  return typeof fault === 'string' && Object.hasOwn(failures, fault)
}

function chooseProviders(given: CasMockOptions['providers'] = []): ReadonlyMap<string, MockProvider> {
  const chosen = typeof given === 'function' ? given(builtInProviders) : [...builtInProviders, ...given]
  const bySlug = new Map(chosen.map((provider) => [provider.slug, provider]))
  return new Map([...bySlug].sort(([one], [other]) => (one < other ? -1 : 1)))
}
