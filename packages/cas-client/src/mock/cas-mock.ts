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
import type { MockProvider } from './mock-provider.ts'
import { createRequestIds } from './request-ids.ts'
import { createResultCache } from './result-cache.ts'
import { catalogueRoutes } from './routes/catalogue.ts'
import { extractRoutes } from './routes/extract.ts'
import { healthRoutes } from './routes/health.ts'
import { frameworkErrors, withRequestId } from './service-answers.ts'
import type { World } from './world.ts'

/** Options of {@link createCasMock}; all times are milliseconds. */
export interface CasMockOptions {
  /** Where the mock seems to be; a path is kept. Default is `http://cas.test`. */
  readonly baseUrl?: string | undefined
  /**
   * Providers to offer beside the built-in ones; one with the slug of a built-in provider takes its place. A function gets the
   * built-in ones and returns all that are offered.
   */
  readonly providers?:
    | readonly MockProvider[]
    | ((builtIn: readonly MockProvider[]) => readonly MockProvider[])
    | undefined
  /** Accepted in `X-API-Key`. Default is that nobody needs a key. */
  readonly apiKeys?: readonly string[] | undefined
  /** Requests that each key may send in 60 s; those without a key count as one. Default is that all may pass. */
  readonly ratePerMinute?: number | undefined
  /** Datasets that a request may name. Default is the service's own 50. */
  readonly maxDatasets?: number | undefined
  /** Vertices that a geometry may have. Default is the service's own 10 000. */
  readonly maxVertices?: number | undefined
  /** How long to wait for a dataset, on the mock's clock. Default is 2000; the service's own is 30 000. */
  readonly providerTimeout?: number | undefined
  /** Before each answer. Default is 0. */
  readonly latency?: Latency | undefined
  /** Whether `requests` keeps what was asked, bodies included. Default is true; a server that runs for long has no use for it. */
  readonly record?: boolean | undefined
  /** Where time comes from. Default is the platform's; see {@link createVirtualClock}. */
  readonly clock?: Clock | undefined
}

/** What a {@link CasMock} can be told to do wrong: the faults of every mock, and the service's own 500 and 502. */
export type CasFault = Fault | ServiceFault

type ServiceFault = 'internal-error' | 'upstream-error'

/** A Community Attribute Service in memory. */
export interface CasMock extends Mock {
  /** Lets the next request, or the next of a scope, go wrong. Faults queue up. */
  failNext(fault: CasFault, scope?: FaultScope): void
}

/**
 * Plays a Community Attribute Service, as version 0.4.0 answers: its checks and limits, its two shapes of errors, its warnings, its
 * cache, `X-Request-ID` on every answer. Sentences are the mock's own, except for the forms that clients take apart. Nothing is
 * random: values follow from the centre of the box around the geometry, ids count up.
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
 * | `demo_climate:wind_gust` | null, and `good` all the same |
 * | `demo_faults:unreachable`, `:defective`, `:slow` | no result and a warning; `slow` takes `providerTimeout` for it |
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
