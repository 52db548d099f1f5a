export {
  type ApiClient,
  type ApiKeyOptions,
  type ApiResponse,
  type Auth,
  type AuthContext,
  apiKey,
  basic,
  bearer,
  ClientError,
  type Clock,
  type Credentials,
  type ErrorCode,
  type FetchMiddleware,
  isClientError,
  type RequestOptions,
  type RetryOptions,
  type Secret
} from '@geoclients/client-core'
export { byDataset, failedDatasets } from './answers.ts'
export type { BatchExtractRequest, ExtractOptions, ExtractRequest } from './arguments/extract.ts'
export type { GeometryLike } from './arguments/geometry.ts'
export type { BBox, DatasetQuery, PageQuery } from './arguments/queries.ts'
export type { TimeRangeLike } from './arguments/time-range.ts'
export { CasClient, type IterateOptions } from './cas-client.ts'
export { CasError, type CasErrorInit, isCasError, type ValidationDetail } from './cas-error.ts'
export type { FindDatasets, FindOptions } from './catalogue/find-datasets.ts'
export type { OtherAggregation } from './enrich/aggregation-report.ts'
export type { EnrichedRow, EnrichRequest } from './enrich/enrich.ts'
export type { Enriched } from './enrich/enrich-feature.ts'
export type { NamingOptions } from './enrich/property-names.ts'
export type {
  AggregationMethod,
  AttributeResponse,
  AttributeResult,
  BatchAttributeRequest,
  BatchAttributeResponse,
  BoundingBox,
  CacheStats,
  components,
  Dataset,
  DatasetListResponse,
  DataType,
  ErrorInfo,
  ErrorResponse,
  ErrorType,
  GeoJsonGeometry,
  HealthResponse,
  MultiPolygon,
  operations,
  Point,
  Polygon,
  Position,
  Protocol,
  ProviderDetail,
  ProviderListResponse,
  ProviderSummary,
  paths,
  QualityFlag,
  TemporalExtent,
  TemporalType,
  TimeRange,
  Variable
} from './generated/types.ts'
export type { DeepReadonly, Feature, FeatureLike } from './geojson.ts'
export type { CasClientConfig, CasClientOptions } from './options.ts'
export type { ExtractRow } from './stream/extract-all.ts'
export type { FeatureCollectionLike, Source } from './stream/source.ts'
export type { StreamOptions, StreamProgress } from './stream/stream-options.ts'
export {
  formatGeoJsonLines,
  formatGeoJsonSequence,
  type GeoJsonReadOptions,
  parseGeoJsonLines,
  parseGeoJsonSequence
} from './texts/geojson-texts.ts'
