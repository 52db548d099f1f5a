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
export type { JobInfo, JobList, Schema } from './contract-types.ts'
export type {
  AdditionalParameter,
  AdditionalParameters,
  ApiError,
  ApplicationPackage,
  Bbox,
  Capabilities,
  ConformanceDeclaration,
  components,
  DescriptionType,
  ExecutionUnit,
  Format,
  InlineOrRefValue,
  InlineValue,
  InputDescription,
  JobControlOptions,
  JobResults,
  JobStatus,
  JsonValue,
  Link,
  MaxOccurs,
  Metadata,
  OutputDescription,
  operations,
  ProcessDescription,
  ProcessList,
  ProcessRequest,
  ProcessSummary,
  paths,
  QualifiedValue,
  ResponseType,
  Subscriber,
  TransmissionMode
} from './generated/types.ts'
export { bbox, type RefOptions, ref } from './inputs/helpers.ts'
export type {
  BinaryInput,
  CollectionInput,
  InputOf,
  InputsOf,
  NestedProcess,
  OpenInputs,
  QualifiedInput
} from './inputs/input-types.ts'
export type { JobFilter } from './job-filter.ts'
export type { ExecuteRequest, Job, SavedJob, StartOptions, WaitOptions } from './job-types.ts'
export type { ProcessQuery } from './lists.ts'
export { OgcClient } from './ogc-client.ts'
export { isOgcError, OgcError, type OgcErrorInit, type OgcException } from './ogc-error.ts'
export type { OgcClientConfig, OgcClientOptions } from './options.ts'
export type { OpenProcess, ProcessTypes } from './process-types.ts'
export type { Output } from './results/output.ts'
export { Results } from './results/results.ts'
