import { ClientError, type ClientErrorInit, isClientError, nameError, oneLine } from '@geoclients/client-core'
import type { ApiError } from '../generated/types.ts'
import { exceptionNamed } from '../parse/exception-names.ts'
import type { Job } from '../types/job.ts'
import type { ErrorCode } from './error-code.ts'

const brand: symbol = /* @__PURE__ */ Symbol.for('@geoclients/ogc-error')

/** The standard's exceptions without their base URI. Exceptions of other servers have the same spelling. */
export type OgcException = 'no-such-process' | 'no-such-job' | 'result-not-ready' | (string & {})

export interface OgcErrorInit extends ClientErrorInit {
  readonly apiError?: ApiError | undefined
  /** Default: the exception that the type of `apiError` names. */
  readonly exception?: OgcException | undefined
  readonly job?: Job | undefined
}

/**
 * Every failure of an `OgcClient`. Branch on `code`. If the server sent problem details, they are in `apiError`, and
 * `exception` is the standard's name for them (OGC API - Processes 1.0, table 18).
 *
 * @example
 * try {
 *   await ogc.run('ndvi', { inputs })
 * } catch (error) {
 *   if (isOgcError(error) && error.exception === 'no-such-process') console.log('deploy it first')
 *   else throw error
 * }
 */
export class OgcError extends ClientError {
  /** The reason, one of a closed union. */
  declare readonly code: ErrorCode
  /** The problem details of the response. Other error formats are converted to the standard's member names. */
  declare readonly apiError?: ApiError
  /**
   * The standard's exception, for example `no-such-process`. Other spellings (`NoSuchProcess`) are converted. Undefined if
   * the server named none.
   */
  declare readonly exception?: OgcException
  /** The job that failed, was dismissed, or has not ended yet. */
  declare readonly job?: Job

  constructor(init: OgcErrorInit) {
    super(init)
    const { apiError, exception = exceptionNamed(apiError?.type), job } = init
    nameError(this, 'OgcError', brand, { apiError, exception, job })
  }

  /** The fields that are safe to log or store. Of the problem details, only the type and the shortened detail. */
  override toJSON(): ReturnType<ClientError['toJSON']> & { exception?: string; errorType?: string; detail?: string } {
    const { exception, apiError } = this
    const [errorType, detail] = [apiError?.type, oneLine(apiError?.detail)]
    return {
      ...super.toJSON(),
      ...(exception !== undefined && { exception }),
      ...(errorType !== undefined && errorType !== 'about:blank' && { errorType: errorType.slice(0, 200) }),
      ...(detail !== undefined && { detail })
    }
  }
}

/** Whether `value` is an `OgcError`, even if another copy of this package made it. */
export function isOgcError(value: unknown): value is OgcError {
  return isClientError(value) && brand in value
}

/** Makes an `OgcError` from the fields that client-core reports. */
export function makeOgcError(init: OgcErrorInit): OgcError {
  return new OgcError(init)
}
