export { type ApiKeyOptions, apiKey, basic, bearer, type Secret } from './auth/static.ts'
export { type BearerOptions, bearerAuth, bearerRules } from './client/bearer.ts'
export { type ClientCore, type CoreParts, createCore } from './client/create-client.ts'
export type { BaseOptions } from './client/options.ts'
export { publicConfig } from './client/public-config.ts'
export { SharedAnswers } from './client/shared-answers.ts'
export {
  attach,
  ClientError,
  type ClientErrorInit,
  type ErrorFactory,
  hidden,
  isClientError,
  nameError
} from './errors/client-error.ts'
export type { CoreErrorCode } from './errors/error-code.ts'
export { leavable } from './on-demand/leavable.ts'
export { type Part, type PartCore, partOf, withPart } from './on-demand/load.ts'
export { iterateLinked, iterateOffsets } from './pagination/iterate.ts'
export type { LinkedPages } from './pagination/linked-pages.ts'
export { ChangeQueue } from './polling/change-queue.ts'
export {
  type Polled,
  PollLoop,
  type PollObserver,
  type PollOptions
} from './polling/poll-loop.ts'
export {
  type WaitUntilDone,
  type WatchChanges,
  waitUntilDone,
  watchChanges
} from './polling/wait-and-watch.ts'
export { type Auth, type AuthContext, type Credentials, isToken } from './request/credentials/read-credentials.ts'
export type { WhoAsks } from './request/credentials/who-asks.ts'
export type { BodyRest } from './request/fetch/body-rest.ts'
export type { FetchMiddleware } from './request/middleware.ts'
export { plainJson, writeJson } from './request/operation/json-body.ts'
export { type OwnQuery, ownQuery } from './request/operation/own-query.ts'
export { pathSerializer } from './request/operation/path.ts'
export type { OperationParts } from './request/operation/write-operation.ts'
export { begun, lastingHeaders, sideRequest } from './request/side-request.ts'
export {
  brokenJson,
  contentType,
  isJson,
  mediaType,
  mostRepaired,
  parseJson,
  readJson,
  textOf,
  unexpectedType
} from './response/body.ts'
export { readConformance, readLandingPage } from './response/common.ts'
export { type DescribeFailure, httpFailure } from './response/http-failure.ts'
export { parseText } from './response/json-text.ts'
export { type Link, pageLinks, readLinks } from './response/links.ts'
export { lastLine, mostTelling, withoutEntities } from './response/most-telling.ts'
export { bodyTooLarge, expectRecord, malformed, type Received, received } from './response/parsed-response.ts'
export { messageOf, type Problem, type ProblemDetails, readProblem } from './response/problem.ts'
export { readRecord, skipped, withoutNulls } from './response/record.ts'
export type {
  AnswerOf,
  ApiClient,
  ApiResponse,
  BodyOf,
  ParseAs,
  QueryOf,
  RequestOptions
} from './types/api.ts'
export type { CallSettings, HeaderMap, Reply, RetryOptions } from './types/call.ts'
export type { Pace } from './types/rate-limit.ts'
export { follow, type LinkedSignal, linkSignals, raceAbort, settled } from './utils/abort-signals.ts'
export { backoffDelay } from './utils/backoff.ts'
export { ByteSpool } from './utils/byte-spool.ts'
export { type Clock, sleep, startTimer, systemClock } from './utils/clock.ts'
export { decimal } from './utils/decimal.ts'
export { nearestName } from './utils/did-you-mean.ts'
export { type HeaderLink, parseLinkHeader } from './utils/link-header.ts'
export { isLoopback } from './utils/loopback.ts'
export { redactUrl } from './utils/redact-url.ts'
export { resolveLink } from './utils/resolve-url.ts'
export { parseRetryAfter, retryAfterOf } from './utils/retry-after.ts'
export { SharedCall } from './utils/shared-call.ts'
export { Slots } from './utils/slots.ts'
export { asText, cut, oneLine, tryStringify } from './utils/text.ts'
export { warnOnce } from './utils/warn-once.ts'
export { hasMembers, invalidArgument, isRecord, show } from './validation/arguments.ts'
export { datetime, pageLimit } from './validation/list-rules.ts'
export { checkAuth, checkRequestOptions, type OwnArgument, type OwnRules } from './validation/request-options.ts'
export {
  check,
  checkMembers,
  checkNames,
  duration,
  flag,
  isFunction,
  type Rule,
  type Rules
} from './validation/rules.ts'
