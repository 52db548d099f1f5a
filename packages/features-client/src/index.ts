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
  type OwnQuery,
  type ProblemDetails,
  type RequestOptions,
  type RetryOptions,
  type Secret
} from '@geoclients/client-core'
export { FeaturesClient } from './client/features-client.ts'
export type { FeaturesClientConfig, FeaturesClientOptions } from './client/options.ts'
export type { ErrorCode } from './errors/error-code.ts'
export { FeaturesError, type FeaturesErrorInit, isFeaturesError } from './errors/features-error.ts'
export type * from './generated/types.ts'
export { crs84 } from './request/declared-crs.ts'
export type { CrsQuery, ItemsQuery } from './request/items-query.ts'
export type { Feature, FeaturePage } from './types/features.ts'
export { collectionAt } from './utils/collection-at.ts'
