import {
  type ClientCore,
  ClientError,
  type ClientErrorInit,
  type DescribeFailure,
  httpFailure,
  isClientError,
  nameError,
  type ProblemDetails,
  readProblem
} from '@geoclients/client-core'
import type { ErrorCode } from './error-code.ts'

const brand: symbol = /* @__PURE__ */ Symbol.for('@geoclients/features-error')

export interface FeaturesErrorInit extends ClientErrorInit {
  readonly apiError?: ProblemDetails | undefined
}

/**
 * Every failure of a `FeaturesClient`. Branch on `code`. If the server explained it, `apiError` has its words.
 *
 * @example
 * try {
 *   await features.fetch('/no-such-path')
 * } catch (error) {
 *   if (isFeaturesError(error)) console.log(error.code, error.status)
 *   else throw error
 * }
 */
export class FeaturesError extends ClientError {
  /** The reason, one of a closed union. */
  declare readonly code: ErrorCode
  /** What the server says of the error, as problem details (RFC 7807), whatever its own format is. */
  declare readonly apiError?: ProblemDetails

  constructor(init: FeaturesErrorInit) {
    super(init)
    nameError(this, 'FeaturesError', brand, { apiError: init.apiError })
  }
}

/** Whether `value` is a `FeaturesError`, also when it was made by another copy of this package. */
export function isFeaturesError(value: unknown): value is FeaturesError {
  return isClientError(value) && brand in value
}

/** Makes the errors of one client out of what client-core reports. */
export function makeFeaturesError(init: FeaturesErrorInit): FeaturesError {
  return new FeaturesError(init)
}

/** The error for an answer that is not 2xx, made by `error`: the server may quote what it was sent, also in its URL. */
export function describeFailure({ clock, error }: Pick<ClientCore<unknown>, 'clock' | 'error'>): DescribeFailure {
  return (reply, body) => {
    const { apiError, reason } = readProblem(body, reply.status)
    const init: FeaturesErrorInit = { ...httpFailure(reply, body, reason, clock.now()), apiError }
    return error(init)
  }
}
