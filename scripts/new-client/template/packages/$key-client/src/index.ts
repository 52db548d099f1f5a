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
  type ProblemDetails,
  type RequestOptions,
  type RetryOptions,
  type Secret
} from '@geoclients/client-core'
export { $ApiClient } from './client/$key-client.ts'
export type { $ApiClientConfig, $ApiClientOptions } from './client/options.ts'
export type { ErrorCode } from './errors/error-code.ts'
export { $ApiError, type $ApiErrorInit, is$ApiError } from './errors/$key-error.ts'
export type * from './generated/types.ts'
