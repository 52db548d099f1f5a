export { headerLinks, locationOf, urlOf } from './addresses.ts'
export type { ApiClientOptions } from './api-client.ts'
export type {
  ApiClient,
  ApiResponse,
  ParseAs,
  RequestOptions
} from './api-types.ts'
export { invalidArgument, isRecord, show } from './arguments.ts'
export { backoffDelay } from './backoff.ts'
export type { BaseOptions } from './base-options.ts'
export {
  isJson,
  mediaType,
  notJson,
  parseJson,
  readErrorBody
} from './body.ts'
export { keepDeadline } from './body-deadline.ts'
export type { CallContext, CallInit, RetryOptions, Send } from './call.ts'
export { ChangeQueue } from './change-queue.ts'
export { checkAuth, checkDuration, checkNames, checkRequestOptions } from './check-options.ts'
export {
  ClientError,
  type ClientErrorInit,
  type ErrorFactory,
  hidden,
  isClientError
} from './client-error.ts'
export { type Clock, sleep, startTimer, systemClock } from './clock.ts'
export type { ErrorCode } from './error-code.ts'
export type { HeaderLink } from './link-header.ts'
export { Memo, type OwnWait } from './memo.ts'
export {
  type WaitUntilDone,
  type WatchChanges,
  waitUntilDone,
  watchChanges
} from './observe.ts'
export { iteratePages, type Paging } from './paging.ts'
export { type Auth, type AuthContext, type Credentials, isToken } from './pipeline/auth.ts'
export type { Pace } from './pipeline/pace.ts'
export type { FetchMiddleware } from './pipeline/pipeline.ts'
export {
  type Polled,
  PollLoop,
  type PollObserver,
  type PollOptions
} from './poll-loop.ts'
export { publicConfig } from './public-config.ts'
export { bodyTooLarge, expectRecord, malformed, type Received, receive } from './received.ts'
export { redactUrl } from './redact.ts'
export { parseRetryAfter } from './retry-after.ts'
export {
  createRuntime,
  type Runtime,
  type RuntimeParts
} from './runtime.ts'
export { resolveLink } from './self-link.ts'
export { SharedCall } from './shared-call.ts'
export { type LinkedSignal, linkSignals, raceAbort } from './signals.ts'
export { type ApiKeyOptions, apiKey, basic, bearer, type Secret } from './simple-auth.ts'
export { Slots } from './slots.ts'
export {
  type ApiResult,
  attach,
  type DescribeFailure,
  httpFailure,
  unwrap
} from './unwrap.ts'
export { tryStringify, writeJson } from './write-json.ts'
