import {
  ClientError,
  type ClientErrorInit,
  type ClientCore,
  type DescribeFailure,
  httpFailure,
  isClientError,
  nameError,
  type ProblemDetails,
  readProblem
} from '@geoclients/client-core'
import type { ErrorCode } from './error-code.ts'

const brand: symbol = /* @__PURE__ */ Symbol.for('@geoclients/$key-error')

export interface $ApiErrorInit extends ClientErrorInit {
  readonly apiError?: ProblemDetails | undefined
}

/**
 * Every failure of a `$ApiClient`. Branch on `code`. If the server explained it, `apiError` has its words.
 *
 * @example
 * try {
 *   await $api.fetch('/no-such-path')
 * } catch (error) {
 *   if (is$ApiError(error)) console.log(error.code, error.status)
 *   else throw error
 * }
 */
export class $ApiError extends ClientError {
  /** The reason, one of a closed union. */
  declare readonly code: ErrorCode
  /** What the server says of the error, as problem details (RFC 7807), whatever its own format is. */
  declare readonly apiError?: ProblemDetails

  constructor(init: $ApiErrorInit) {
    super(init)
    nameError(this, '$ApiError', brand, { apiError: init.apiError })
  }
}

/** Whether `value` is a `$ApiError`, also when it was made by another copy of this package. */
export function is$ApiError(value: unknown): value is $ApiError {
  return isClientError(value) && brand in value
}

/** Makes the errors of one client out of what client-core reports. */
export function make$ApiError(init: $ApiErrorInit): $ApiError {
  return new $ApiError(init)
}

/** The error for an answer that is not 2xx, made by `error`: the server may quote what it was sent, also in its URL. */
export function describeFailure({ clock, error }: Pick<ClientCore<unknown>, 'clock' | 'error'>): DescribeFailure {
  return (reply, body) => {
    const { apiError, reason } = readProblem(body, reply.status)
    const init: $ApiErrorInit = { ...httpFailure(reply, body, reason, clock.now()), apiError }
    return error(init)
  }
}
