import { expectTypeOf, test } from 'vitest'
import {
  type AggregationMethod,
  type AttributeResponse,
  type AttributeResult,
  type BatchAttributeResponse,
  byDataset,
  CasClient,
  type CasClientConfig,
  type CasClientOptions,
  CasError,
  type ClientError,
  type Dataset,
  type ErrorCode,
  type ExtractRequest,
  failedDatasets,
  type GeometryLike,
  type HealthResponse,
  isCasError,
  type ProviderDetail,
  type ProviderListResponse,
  type ValidationDetail
} from '../index.ts'

declare const cas: CasClient
const datasetIds = ['a:b']
const geometry = { type: 'Point', coordinates: [7.45, 46.95] } satisfies GeometryLike

test('literals need no `as const`', () => {
  cas.extract({ geometry: { type: 'Point', coordinates: [7, 46] }, datasetIds: ['a:b'], aggregation: 'median' })
  cas.extract({
    geometry: { type: 'Polygon', coordinates: [[[7, 46]]] },
    datasetIds,
    timeRange: ['2020-01-01', new Date()]
  })
  cas.extract({ geometry, datasetIds, timeRange: { start: new Date(), end: '2020-12-31' }, targetCrs: 'EPSG:4326' })
  cas.batchExtract({ geometries: [{ type: 'MultiPolygon', coordinates: [[[[7, 46]]]] }, geometry], datasetIds })
  cas.datasets({ bbox: [7, 46, 8, 47], temporalType: 'static', limit: 5 })
  cas.iterDatasets({ bbox: [7, 46, 8, 47] })
})

test('what is readonly is taken', () => {
  const frozen = ['a:b', 'a:c'] as const
  const bbox = [7, 46, 8, 47] as const
  const timeRange = ['2020-01-01', '2020-12-31'] as const
  cas.extract({ geometry, datasetIds: frozen, timeRange })
  cas.datasets({ bbox })
  expectTypeOf<Readonly<ExtractRequest>>().toExtend<ExtractRequest>()
})

test('interfaces like those of @types/geojson are taken', () => {
  interface PolygonLike {
    type: 'Polygon'
    coordinates: number[][][]
    bbox?: [number, number, number, number] | [number, number, number, number, number, number] | undefined
  }
  interface LineStringLike {
    type: 'LineString'
    coordinates: number[][]
  }
  interface Catchment {
    name: string
  }
  interface FeatureLike<G> {
    type: 'Feature'
    geometry: G
    id?: string | number | undefined
    properties: Catchment | null
  }
  expectTypeOf<PolygonLike>().toExtend<GeometryLike>()
  expectTypeOf<FeatureLike<PolygonLike | LineStringLike>>().toExtend<GeometryLike>()
  expectTypeOf<LineStringLike>().not.toExtend<GeometryLike>()
  const features: FeatureLike<PolygonLike>[] = []
  cas.batchExtract({ geometries: features, datasetIds })
})

test('what the service does not take fails', () => {
  // @ts-expect-error a single id is no list
  cas.extract({ geometry, datasetIds: 'a:b' })
  // @ts-expect-error ids are text
  cas.extract({ geometry, datasetIds: [1] })
  // @ts-expect-error no ids
  cas.extract({ geometry })
  // @ts-expect-error no geometry
  cas.extract({ datasetIds })
  // @ts-expect-error a batch takes geometries
  cas.batchExtract({ geometry, datasetIds })
  // @ts-expect-error avg
  cas.extract({ geometry, datasetIds, aggregation: 'avg' })
  // @ts-expect-error the name of the wire
  cas.extract({ geometry, datasetIds, time_range: ['2020-01-01', '2020-12-31'] })
  // @ts-expect-error a time range has two ends
  cas.extract({ geometry, datasetIds, timeRange: ['2020-01-01'] })
  // @ts-expect-error a time is no number
  cas.extract({ geometry, datasetIds, timeRange: [2020, 2021] })
  // @ts-expect-error LineString
  cas.extract({ geometry: { type: 'LineString', coordinates: [[7, 46]] }, datasetIds })
  // @ts-expect-error weekly
  cas.datasets({ temporalType: 'weekly' })
  // @ts-expect-error the name of the wire
  cas.datasets({ temporal_type: 'static' })
  // @ts-expect-error three edges
  cas.datasets({ bbox: [7, 46, 8] })
  // @ts-expect-error a page is by number
  cas.providers({ limit: '10' })
  // @ts-expect-error no filters of providers
  cas.iterProviders({ provider: 'a' })
  // @ts-expect-error concurrency is of iterations over several requests
  cas.iterDatasets({}, { concurrency: 2 })
  // @ts-expect-error a slug is text
  cas.provider(7)
  // @ts-expect-error baseUrl is required
  new CasClient({ apiKey: 'k' })
  // @ts-expect-error an access token is of the other client
  new CasClient({ baseUrl: 'https://h', accessToken: 'k' })
  // @ts-expect-error a path that the contract does not have
  cas.api.GET('/api/v1/provider')
})

test('settings may be undefined, and a key may come from a function', () => {
  const none = { apiKey: undefined, timeout: undefined, retry: undefined, headers: undefined, fetch: undefined }
  expectTypeOf<typeof none & { baseUrl: string }>().toExtend<CasClientOptions>()
  expectTypeOf<() => Promise<string>>().toExtend<NonNullable<CasClientOptions['apiKey']>>()
  expectTypeOf<() => string>().toExtend<NonNullable<CasClientOptions['apiKey']>>()
})

test('config has no secrets and is readonly', () => {
  expectTypeOf(cas.config).toEqualTypeOf<CasClientConfig>()
  type Shown = 'baseUrl' | 'timeout' | 'retry' | 'credentials' | 'requestsPerMinute' | 'maxBodyBytes' | 'trustedOrigins'
  expectTypeOf<keyof CasClientConfig>().toEqualTypeOf<Shown>()
  expectTypeOf(cas.config).toExtend<CasClientOptions>()
  // @ts-expect-error readonly
  cas.config.timeout = 1
})

test('answers have the types of the contract', () => {
  expectTypeOf(cas.extract).returns.resolves.toEqualTypeOf<AttributeResponse>()
  expectTypeOf(cas.batchExtract).returns.resolves.toEqualTypeOf<BatchAttributeResponse>()
  expectTypeOf(cas.providers).returns.resolves.toEqualTypeOf<ProviderListResponse>()
  expectTypeOf(cas.provider).returns.resolves.toEqualTypeOf<ProviderDetail>()
  expectTypeOf(cas.datasets).returns.resolves.toHaveProperty('datasets').toEqualTypeOf<Dataset[]>()
  expectTypeOf(cas.health).returns.resolves.toEqualTypeOf<HealthResponse>()
  expectTypeOf(cas.iterProviders).returns.toEqualTypeOf<AsyncGenerator<ProviderDetail, void, undefined>>()
  expectTypeOf(cas.iterDatasets).returns.toEqualTypeOf<AsyncGenerator<Dataset, void, undefined>>()
  expectTypeOf<BatchAttributeResponse['total_results']>().toEqualTypeOf<number>()
  expectTypeOf<AttributeResult['aggregation']>().toEqualTypeOf<AggregationMethod>()
})

test('a value is narrowed to a number, to shares by class, or to none', () => {
  const read = (response: AttributeResponse): number => {
    const result = byDataset(response, 'a:b')
    expectTypeOf(result).toEqualTypeOf<AttributeResult | undefined>()
    const value = result?.value ?? null
    if (value === null) return 0
    if (typeof value === 'number') return value
    expectTypeOf(value).toEqualTypeOf<{ [key: string]: number }>()
    return value.water ?? 0
  }
  expectTypeOf(read).returns.toBeNumber()
})

test('failedDatasets takes a response and the request that it answers', () => {
  const response = {} as AttributeResponse
  const request = {} as ExtractRequest
  expectTypeOf(failedDatasets(response, request)).toEqualTypeOf<ReadonlyMap<string, string>>()
  failedDatasets(response, { datasetIds: ['a:b'] as const })
  // @ts-expect-error the ids must be known
  failedDatasets(response, {})
})

test('errors are narrowed', () => {
  const read = (error: unknown): void => {
    if (!isCasError(error)) return
    expectTypeOf(error).toEqualTypeOf<CasError>()
    expectTypeOf(error).toExtend<ClientError>()
    expectTypeOf(error.code).toEqualTypeOf<ErrorCode>()
    expectTypeOf(error.statusCode).toEqualTypeOf<number | undefined>()
    expectTypeOf(error.errorType).toEqualTypeOf<string | undefined>()
    expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>()
    expectTypeOf(error.detail).toEqualTypeOf<readonly ValidationDetail[] | undefined>()
    // @ts-expect-error no such code
    if (error.code === 'rate-limited') return
  }
  expectTypeOf(read).toBeFunction()
  expectTypeOf(CasError).toBeConstructibleWith({ code: 'network', message: 'cut' })
})
