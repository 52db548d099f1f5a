import { checkNames, checkRequestOptions, invalidArgument, type RequestOptions } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import { maxGeometries } from '../request/extract-body.ts'
import { checkWhole } from '../request/validate.ts'

/** How far a run has come. */
export interface StreamProgress {
  /** Items whose rows were all taken, those that were passed over included: the `startAt` of a run that goes on. */
  readonly done: number
  /** How many of them failed in this run. */
  readonly failed: number
  /** All there are; undefined where the source does not tell. */
  readonly total: number | undefined
}

/** How many geometries are worked through. `timeout` bounds each request, not the run; `signal` ends the run. */
export interface StreamOptions extends RequestOptions {
  /** Geometries a request, 1 to 1,000. Default 1,000. */
  readonly batchSize?: number | undefined
  /** Requests under way at once, 1 to 64, and as many batches are read ahead. Default 4. */
  readonly concurrency?: number | undefined
  /** Items of the source to pass over, to go on where an earlier run ended: its last `done`, or last index and one. Default 0. */
  readonly startAt?: number | undefined
  /** Is told of each batch when the row after its last one is asked for. What it throws ends the run. */
  readonly onProgress?: ((progress: StreamProgress) => void) | undefined
}

const names: Readonly<Record<keyof StreamOptions, true>> = {
  ...{ batchSize: true, concurrency: true, startAt: true, onProgress: true },
  ...{ signal: true, timeout: true, retry: true, headers: true }
}

/** The options with their defaults; throws `invalid-argument`. */
export function readStreamOptions(options: StreamOptions): {
  readonly batchSize: number
  readonly concurrency: number
  readonly startAt: number
  readonly onProgress: ((progress: StreamProgress) => void) | undefined
  readonly request: RequestOptions
} {
  checkRequestOptions(options, makeCasError)
  checkNames('options', options, Object.keys(names), makeCasError)
  const { batchSize = maxGeometries, concurrency = 4, startAt = 0, onProgress, ...request } = options
  checkWhole('batchSize', batchSize, 1, maxGeometries)
  checkWhole('concurrency', concurrency, 1, 64)
  checkWhole('startAt', startAt, 0, Number.MAX_SAFE_INTEGER)
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw invalidArgument(makeCasError, 'onProgress', onProgress, 'a function')
  }
  return { batchSize, concurrency, startAt, onProgress, request }
}
