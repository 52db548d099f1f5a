export {
  type ApiClient,
  type ApiResponse,
  ClientError,
  type Clock,
  type ErrorCode,
  type FetchMiddleware,
  isClientError,
  type RequestOptions,
  type RetryOptions
} from '@geoclients/client-core'
export { byDataset, failedDatasets } from './answers.ts'
export type { BatchExtractRequest, ExtractOptions, ExtractRequest } from './arguments/extract.ts'
export type { GeometryLike } from './arguments/geometry.ts'
export type { BBox, DatasetQuery, PageQuery } from './arguments/queries.ts'
export type { TimeRangeLike } from './arguments/time-range.ts'
export { CasClient, type IterateOptions } from './cas-client.ts'
export { CasError, type CasErrorInit, isCasError, type ValidationDetail } from './cas-error.ts'
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
export type { Feature } from './geojson.ts'
export type { CasClientConfig, CasClientOptions } from './options.ts'
