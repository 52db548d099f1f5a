import { json } from '@geoclients/mock-core'
import type { ErrorResponse, ErrorType, FrameworkError, ValidationError } from '../generated/types.ts'

/** A refusal in the service's own envelope: routes throw it, the mock sends it. */
export class ServiceFailure extends Error {
  override readonly name = 'ServiceFailure'
  readonly status: number
  readonly type: ErrorType
  readonly detail: ValidationError[] | undefined
  /** Seconds. */
  readonly retryAfter: number | undefined
  constructor(
    status: number,
    type: ErrorType,
    message: string,
    more: { readonly detail?: ValidationError[]; readonly retryAfter?: number } = {}
  ) {
    super(message)
    this.status = status
    this.type = type
    this.detail = more.detail
    this.retryAfter = more.retryAfter
  }

  toResponse(requestId: string): Response {
    const { status, type, message, detail, retryAfter } = this
    const body: ErrorResponse = { error: { type, message, request_id: requestId, ...(detail && { detail }) } }
    return json(body, { status, headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) } })
  }
}

/** A refusal of the web framework below the service, which knows nothing of the envelope. */
export class FrameworkFailure extends Error {
  override readonly name = 'FrameworkFailure'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }

  toResponse(): Response {
    return json<FrameworkError>({ detail: this.message }, { status: this.status })
  }
}

export const invalidRequest = (detail: ValidationError[]): ServiceFailure =>
  new ServiceFailure(422, 'validation_error', 'The request is not valid', { detail })

export const requestLimit = (message: string): ServiceFailure => new ServiceFailure(422, 'request_limit', message)

export const unauthorized = (): ServiceFailure =>
  new ServiceFailure(401, 'unauthorized', 'X-API-Key is missing, or no key of this service')

/** The message has the seconds, too, in the form that clients look for where they cannot read the header. */
export const rateLimited = (retryAfter: number): ServiceFailure =>
  new ServiceFailure(429, 'rate_limited', `Too many requests; retry after ${retryAfter}s`, { retryAfter })

export const internalError = (message = 'The service failed, because the test asked for it'): ServiceFailure =>
  new ServiceFailure(500, 'internal_error', message)

export const upstreamError = (): ServiceFailure =>
  new ServiceFailure(502, 'upstream_error', 'A provider failed, because the test asked for it')
