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
  type FetchMiddleware,
  isClientError,
  type RequestOptions,
  type RetryOptions,
  type Secret
} from '@geoclients/client-core'
export { enrichAgain, extractAgain, hasFailed } from './bulk/again.ts'
export type { EnrichedRow, EnrichRequest } from './bulk/enrich/enrich.ts'
export type { Enriched } from './bulk/enrich/enrich-feature.ts'
export type { NamingOptions } from './bulk/enrich/property-names.ts'
export { type NameShortener, shortenNames } from './bulk/enrich/shorten-names.ts'
export type { StreamOptions, StreamProgress } from './bulk/options.ts'
export type { StreamWait, WaitReason } from './bulk/recovery/run-pause.ts'
export type { StreamRequest } from './bulk/request.ts'
export type { ExtractRow } from './bulk/rows.ts'
export type { FeatureCollectionLike, Source } from './bulk/source.ts'
export type { StreamWarning } from './bulk/warnings.ts'
export type { FindDatasets, FindOptions } from './catalogue/find-datasets.ts'
export { CasClient } from './client/cas-client.ts'
export type { CasClientConfig, CasClientOptions, IterateOptions } from './client/options.ts'
export { CasError, type CasErrorInit, isCasError, type ValidationDetail } from './errors/cas-error.ts'
export type { ErrorCode } from './errors/error-code.ts'
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
export {
  formatGeoJsonLines,
  formatGeoJsonSequence,
  type GeoJsonReadOptions,
  parseGeoJsonLines,
  parseGeoJsonSequence
} from './geojson-io/index.ts'
export { crossesAntimeridian } from './request/antimeridian.ts'
export type { BatchExtractRequest, ExtractOptions, ExtractRequest } from './request/extract-body.ts'
export type { GeometryLike } from './request/geometry.ts'
export type { BBox, DatasetQuery, PageQuery } from './request/query.ts'
export type { TimeRangeLike } from './request/time-range.ts'
export { byDataset, failedDatasets } from './response/by-dataset.ts'
export type { DeepReadonly, Feature, FeatureLike } from './types/geojson.ts'
