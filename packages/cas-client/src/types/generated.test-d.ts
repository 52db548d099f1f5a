import { expectTypeOf, test } from 'vitest'
import type { operations as known } from '../generated/operations.ts'
import type {
  AttributeResponse,
  AttributeResult,
  BatchAttributeRequest,
  BatchAttributeResponse,
  components,
  Dataset,
  DatasetListResponse,
  ErrorInfo,
  ErrorResponse,
  ErrorType,
  FrameworkError,
  GeoJsonGeometry,
  HealthResponse,
  JsonValue,
  operations,
  ProviderDetail,
  ProviderListResponse,
  ProviderSummary,
  paths,
  QualityFlag,
  StatsOnlyAttributeRequest,
  TemporalExtent,
  TemporalType,
  ValidationError,
  Variable
} from '../generated/types.ts'

type IsLoose<T> = 0 extends 1 & T ? true : unknown extends T ? true : false
type LooseKeys<T> = { [K in keyof T]-?: IsLoose<T[K]> extends true ? K : never }[keyof T]

type ContentOf<T> =
  IsLoose<T> extends true ? { '*/*': T } : NonNullable<T> extends { content?: infer C } ? NonNullable<C> : never
type Bodies<Op> =
  | (Op extends { requestBody?: infer R } ? ContentOf<R> : never)
  | (Op extends { responses: infer R } ? { [S in keyof R]: ContentOf<R[S]> }[keyof R] : never)
type LooseMembers<C> = C extends readonly unknown[] ? never : C extends object ? LooseKeys<C> : never
/** Ids of the operations that have a body, of a request or an answer, whose type is `any` or `unknown`. */
type LooseOperations<Ops> = {
  [Op in keyof Ops]: [LooseMembers<Bodies<Ops[Op]>>] extends [never] ? never : Op
}[keyof Ops]

type RequiredKeys<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? never : K }[keyof T]
type OptionalKeys<T> = Exclude<keyof T, RequiredKeys<T>>

type Answer<
  Op extends keyof operations,
  Status extends keyof operations[Op]['responses']
> = operations[Op]['responses'][Status] extends { content: { 'application/json': infer Body } } ? Body : never

test('every operation is there, under the name of its method, with every status it is answered with', () => {
  type Statuses = { [Op in keyof operations]: keyof operations[Op]['responses'] }
  expectTypeOf<Statuses>().toEqualTypeOf<{
    extract: 200 | 400 | 401 | 404 | 422 | 429 | 500 | 502
    batchExtract: 200 | 400 | 401 | 404 | 422 | 429 | 500 | 502
    providers: 200 | 401 | 404 | 422 | 429 | 500
    provider: 200 | 401 | 404 | 429 | 500
    datasets: 200 | 401 | 404 | 422 | 429 | 500
    health: 200 | 404 | 500
  }>()
})

test('no body of any operation is any or unknown', () => {
  expectTypeOf<LooseOperations<operations>>().toBeNever()
})

test('the search for loose bodies finds them in requests, answers and errors', () => {
  type Json<T> = { content: { 'application/json': T } }
  type Planted = {
    // biome-ignore lint/suspicious/noExplicitAny: this is what must be found
    anyAnswer: { requestBody?: never; responses: { 200: Json<any> } }
    unknownError: { requestBody?: never; responses: { 200: Json<string>; 422: Json<unknown> } }
    unknownRequest: { requestBody: Json<unknown>; responses: { 200: Json<string> } }
    tight: { requestBody: Json<{ a: 1 }>; responses: { 200: Json<null> } }
  }
  expectTypeOf<LooseOperations<Planted>>().toEqualTypeOf<'anyAnswer' | 'unknownError' | 'unknownRequest'>()
})

test('no field of a schema is any or unknown', () => {
  type Schemas = components['schemas']
  type LooseSchemas = { [S in keyof Schemas]: [LooseMembers<Schemas[S]>] extends [never] ? never : S }[keyof Schemas]
  expectTypeOf<LooseKeys<Schemas>>().toBeNever()
  expectTypeOf<LooseSchemas>().toBeNever()
  expectTypeOf<ValidationError['input']>().toEqualTypeOf<JsonValue>()
})

test('the data of the operations has every operation of the types and no other', () => {
  expectTypeOf<keyof typeof known>().toEqualTypeOf<keyof operations>()
  type Keys = { [Id in keyof typeof known]: (typeof known)[Id]['path'] }[keyof typeof known]
  expectTypeOf<Keys>().toEqualTypeOf<keyof paths>()
  expectTypeOf<(typeof known)[keyof typeof known]['safe']>().toEqualTypeOf<true>()
})

test('each operation answers its own schema', () => {
  expectTypeOf<Answer<'extract', 200>>().toEqualTypeOf<AttributeResponse>()
  expectTypeOf<Answer<'batchExtract', 200>>().toEqualTypeOf<BatchAttributeResponse>()
  expectTypeOf<Answer<'providers', 200>>().toEqualTypeOf<ProviderListResponse>()
  expectTypeOf<Answer<'provider', 200>>().toEqualTypeOf<ProviderDetail>()
  expectTypeOf<Answer<'datasets', 200>>().toEqualTypeOf<DatasetListResponse>()
  expectTypeOf<Answer<'health', 200>>().toEqualTypeOf<HealthResponse>()
})

test('an error is the envelope, or what the framework says', () => {
  expectTypeOf<Answer<'extract', 401 | 422 | 429 | 500 | 502>>().toEqualTypeOf<ErrorResponse>()
  expectTypeOf<Answer<'extract', 400>>().toEqualTypeOf<FrameworkError>()
  expectTypeOf<Answer<'provider', 404>>().toEqualTypeOf<FrameworkError>()
  expectTypeOf<ErrorInfo['detail']>().toEqualTypeOf<ValidationError[] | undefined>()
  type Headers = components['responses']['RateLimited']['headers']
  expectTypeOf<Headers['Retry-After']>().toBeNumber()
  expectTypeOf<Headers['X-Request-ID']>().toBeString()
})

test('the kind of an error is open on the wire, and the known ones have a type', () => {
  expectTypeOf<ErrorInfo['type']>().toEqualTypeOf<string>()
  expectTypeOf<ErrorType>().toEqualTypeOf<
    'internal_error' | 'rate_limited' | 'request_limit' | 'unauthorized' | 'upstream_error' | 'validation_error'
  >()
})

test('all that is always answered is required', () => {
  type Always =
    | AttributeResponse
    | AttributeResult
    | BatchAttributeResponse
    | Dataset
    | DatasetListResponse
    | ErrorResponse
    | FrameworkError
    | HealthResponse
    | HealthResponse['cache']
    | ProviderDetail
    | ProviderListResponse
    | ProviderSummary
    | TemporalExtent
    | Variable
  type Optional<T> = T extends object ? OptionalKeys<T> : never
  expectTypeOf<Optional<Always>>().toBeNever()
  expectTypeOf<OptionalKeys<ErrorInfo>>().toEqualTypeOf<'detail'>()
  expectTypeOf<OptionalKeys<ValidationError>>().toEqualTypeOf<'ctx'>()
})

test('a value is a number, shares by class, or null', () => {
  expectTypeOf<AttributeResult['value']>().toEqualTypeOf<number | { [key: string]: number } | null>()
  expectTypeOf<AttributeResult['valid_range']>().toEqualTypeOf<[number, number] | null>()
  expectTypeOf<AttributeResult['timestamp']>().toEqualTypeOf<string | null>()
  expectTypeOf<AttributeResult['quality']>().toEqualTypeOf<QualityFlag>()
  expectTypeOf<QualityFlag>().toEqualTypeOf<'good' | 'suspect' | 'partial' | 'missing' | 'degraded' | 'estimated'>()
})

test('what a request may leave out is optional', () => {
  expectTypeOf<RequiredKeys<StatsOnlyAttributeRequest>>().toEqualTypeOf<'geometry' | 'dataset_ids'>()
  expectTypeOf<RequiredKeys<BatchAttributeRequest>>().toEqualTypeOf<'geometries' | 'dataset_ids'>()
  expectTypeOf<RequiredKeys<NonNullable<operations['datasets']['parameters']['query']>>>().toBeNever()
  expectTypeOf<RequiredKeys<NonNullable<operations['providers']['parameters']['query']>>>().toBeNever()
  expectTypeOf<RequiredKeys<operations['provider']['parameters']['path']>>().toEqualTypeOf<'slug'>()
})

test('the catalogue has eight filters, and none is null', () => {
  type Query = NonNullable<operations['datasets']['parameters']['query']>
  expectTypeOf<Required<Query>>().toEqualTypeOf<{
    provider: string
    variable: string
    temporal_type: TemporalType
    min_resolution: number
    max_resolution: number
    bbox: string
    limit: number
    offset: number
  }>()
})

test('a typo in a request fails', () => {
  const geometry: GeoJsonGeometry = { type: 'Point', coordinates: [7.5, 46.9] }
  const dataset_ids = ['local_demo:elevation']
  const request = (_: StatsOnlyAttributeRequest): void => {}
  request({ geometry, dataset_ids, aggregation: 'mean', time_range: { start: '2020-01-01', end: '2020-12-31' } })
  // @ts-expect-error datasetIds
  request({ geometry, datasetIds: dataset_ids })
  // @ts-expect-error p95
  request({ geometry, dataset_ids, aggregation: 'p95' })
  // @ts-expect-error from
  request({ geometry, dataset_ids, time_range: { from: '2020-01-01', end: '2020-12-31' } })
  // @ts-expect-error bbox, which is for rasters only
  request({ geometry, dataset_ids, bbox: { min_lon: 0, min_lat: 0, max_lon: 1, max_lat: 1 } })
  // @ts-expect-error output, likewise
  request({ geometry, dataset_ids, output: 'raster' })
  // @ts-expect-error geometries, of a batch
  request({ geometries: [geometry], dataset_ids })

  const query = (_: operations['datasets']['parameters']['query']): void => {}
  // @ts-expect-error temporalType
  query({ temporalType: 'static' })
  // @ts-expect-error yearly
  query({ temporal_type: 'yearly' })
})

test('a typo in an answer fails', () => {
  const read = (response: AttributeResponse, { error }: ErrorResponse, dataset: Dataset): void => {
    // @ts-expect-error result
    response.result
    // @ts-expect-error datasetId
    response.results[0]?.datasetId
    // @ts-expect-error requestId
    error.requestId
    // @ts-expect-error resolution
    dataset.resolution
  }
  expectTypeOf(read).toBeFunction()
})

test('a geometry is of one of three types, with coordinates of its depth', () => {
  const take = (_: GeoJsonGeometry): void => {}
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0]
  ]
  take({ type: 'Point', coordinates: [7.5, 46.9, 540] })
  take({ type: 'Polygon', coordinates: [ring] })
  take({ type: 'MultiPolygon', coordinates: [[ring]] })
  // @ts-expect-error the service takes no lines
  take({ type: 'LineString', coordinates: ring })
  // @ts-expect-error a polygon is a list of rings
  take({ type: 'Polygon', coordinates: ring })
  // @ts-expect-error coordinates are numbers
  take({ type: 'Point', coordinates: ['7.5', '46.9'] })
  // @ts-expect-error nor a Feature
  take({ type: 'Feature', geometry: { type: 'Point', coordinates: [7.5, 46.9] }, properties: {} })
})
