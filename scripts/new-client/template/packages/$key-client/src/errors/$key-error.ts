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
 * The error of every failed call of a `$ApiClient`. Branch on `code`. If the server explained the failure, `apiError` contains
 * the explanation.
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
  /** The reason, from a closed union. */
  declare readonly code: ErrorCode
  /** The server's explanation of the error as problem details (RFC 7807), whatever format the server uses. */
  declare readonly apiError?: ProblemDetails

  constructor(init: $ApiErrorInit) {
    super(init)
    nameError(this, '$ApiError', brand, { apiError: init.apiError })
  }
}

/** Whether `value` is a `$ApiError`, even if another copy of this package made it. */
export function is$ApiError(value: unknown): value is $ApiError {
  return isClientError(value) && brand in value
}

/** Makes the errors of this client from those of client-core. */
export function make$ApiError(init: $ApiErrorInit): $ApiError {
  return new $ApiError(init)
}

/** The error for a response that is not 2xx. `error` makes it, because the server may quote a secret, even in its URL. */
export function describeFailure({ clock, error }: Pick<ClientCore<unknown>, 'clock' | 'error'>): DescribeFailure {
  return (reply, body) => {
    const { apiError, reason } = readProblem(body, reply.status)
    const init: $ApiErrorInit = { ...httpFailure(reply, body, reason, clock.now()), apiError }
    return error(init)
  }
}
