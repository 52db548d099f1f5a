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
export { OgcClient } from './client/ogc-client.ts'
export type { OgcClientConfig, OgcClientOptions } from './client/options.ts'
export type { ErrorCode } from './errors/error-code.ts'
export { isOgcError, OgcError, type OgcErrorInit, type OgcException } from './errors/ogc-error.ts'
export type { InputCheck } from './execute/check-inputs.ts'
export { bbox, type RefOptions, ref } from './execute/input-helpers.ts'
export type { ReturnPreference } from './execute/return-preference.ts'
export type {
  AdditionalParameter,
  AdditionalParameters,
  ApiError,
  ApplicationPackage,
  Bbox,
  Capabilities,
  ConformanceDeclaration,
  CwlDocument,
  components,
  DescriptionType,
  ExecutionUnit,
  Format,
  InlineOrRefValue,
  InlineValue,
  InputDescription,
  JobControlOptions,
  JobDefinition,
  JobInputs,
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
export type { DeployedProcess, DeployQuery, ProcessPackage } from './http/deployment.ts'
export type { ProcessQuery } from './http/discovery.ts'
export type { JobFilter } from './http/job-filter.ts'
export { normaliseStatus } from './parse/job-status.ts'
export type { Output } from './results/output/types.ts'
export { Results } from './results/results.ts'
export type {
  BinaryInput,
  CollectionInput,
  InputOf,
  InputsOf,
  NestedProcess,
  OpenInputs,
  QualifiedInput
} from './types/inputs.ts'
export type { Job, SavedJob } from './types/job.ts'
export type { ResultOptions, ResultsOptions, StartOptions, WaitOptions } from './types/options.ts'
export type { ExecuteRequest, OpenProcess, ProcessTypes } from './types/process.ts'
export type { JobInfo, JobList, Schema } from './types/wire.ts'
