import { ClientError, type ClientErrorInit, isClientError, nameError } from '@geoclients/client-core'
import type { ErrorCode } from './error-code.ts'

const brand: symbol = /* @__PURE__ */ Symbol.for('@geoclients/cas-error')

/** One fault that the service found in a request. Quoted values are shortened. */
export interface ValidationDetail {
  readonly type: string
  /** Where the fault is: `body`, `query` or `path`, then member names and indices. */
  readonly loc: readonly (string | number)[]
  readonly msg: string
  /** The value that was found there, shortened to 80 characters. */
  readonly input?: string
}

export interface CasErrorInit extends ClientErrorInit {
  readonly errorType?: string | undefined
  readonly detail?: readonly ValidationDetail[] | undefined
}

/**
 * Every failure of a `CasClient`. Branch on `code`. If the service sent an error of its own, `errorType` is its type:
 * `validation_error`, `request_limit`, `unauthorized`, `rate_limited`, `internal_error`, `upstream_error`.
 *
 * @example
 * try {
 *   await cas.extract({ geometry, datasetIds })
 * } catch (error) {
 *   if (isCasError(error) && error.errorType === 'rate_limited') console.log(`again in ${error.retryAfter} ms`)
 *   else throw error
 * }
 */
export class CasError extends ClientError {
  /** The reason, one of a closed union. */
  declare readonly code: ErrorCode
  /** The service's own error type. */
  declare readonly errorType?: string
  /** The faults of the request, one entry for each place. */
  declare readonly detail?: readonly ValidationDetail[]

  constructor(init: CasErrorInit) {
    super(init)
    nameError(this, 'CasError', brand, { errorType: init.errorType, detail: init.detail })
  }

  /** The fields that are safe to log or store. They do not include what the service quotes of the request. */
  override toJSON(): ReturnType<ClientError['toJSON']> & {
    errorType?: string
    detail?: Omit<ValidationDetail, 'input'>[]
  } {
    const { errorType, detail } = this
    return {
      ...super.toJSON(),
      ...(errorType !== undefined && { errorType }),
      ...(detail !== undefined && { detail: detail.map(({ input: _input, ...rest }) => rest) })
    }
  }

  /** The same as `status`, under the name that the Python client uses. */
  get statusCode(): number | undefined {
    return this.status
  }
}

/** Whether `value` is a `CasError`, even if another copy of this package made it. */
export function isCasError(value: unknown): value is CasError {
  return isClientError(value) && brand in value
}

/** Makes a `CasError` from the fields that client-core reports. */
export function makeCasError(init: CasErrorInit): CasError {
  return new CasError(init)
}
