import {
  checkMembers,
  checkRequestOptions,
  isFunction,
  type RequestOptions,
  type Rule,
  type Rules
} from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import { concurrencyRule, oneOrMore, zeroOrMore } from '../request/validate.ts'
import type { StreamWait } from './recovery/run-pause.ts'
import type { OnWarning, StreamWarning } from './warnings.ts'

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
  /**
   * Geometries a request, at the most. Default 1,000, which is what a CAS takes that was not set up otherwise. Where a
   * service fails with so many, the run goes on with fewer.
   */
  readonly batchSize?: number | undefined
  /** Datasets a request, at the most: of more, several requests are made and joined. Default 50, as for `batchSize`. */
  readonly datasetsPerRequest?: number | undefined
  /** Requests under way at once, 1 to 64, and as many batches are read ahead. Default 4. */
  readonly concurrency?: number | undefined
  /** Items of the source to pass over, to go on where an earlier run ended: its last `done`, or last index and one. Default 0. */
  readonly startAt?: number | undefined
  /** Is told of each batch when the row after its last one is asked for. What it throws ends the run. */
  readonly onProgress?: ((progress: StreamProgress) => void) | undefined
  /** Is told of each wait of the run as it begins: why, since when, until when. */
  readonly onWait?: ((wait: StreamWait) => void) | undefined
  /**
   * Is told what should be known although no row failed: a dataset without a result, one that never had a value, another
   * aggregation than the one that was asked for, a polygon across the antimeridian. Default: a warning on the console.
   */
  readonly onWarning?: ((warning: StreamWarning) => void) | undefined
}

const aFunction: Rule = [isFunction, 'a function']

const rules: Rules<keyof StreamOptions> = {
  ...{ batchSize: oneOrMore, datasetsPerRequest: oneOrMore, concurrency: concurrencyRule, startAt: zeroOrMore },
  ...{ onProgress: aFunction, onWait: aFunction, onWarning: aFunction },
  ...{ signal: true, timeout: true, retry: true, headers: true }
}

/** The options of a run with their defaults. */
export interface ReadStreamOptions
  extends Required<Pick<StreamOptions, 'onProgress' | 'onWait'>>,
    Readonly<Record<'batchSize' | 'datasetsPerRequest' | 'concurrency' | 'startAt', number>> {
  readonly onWarning: OnWarning
  readonly request: RequestOptions
}

/** The options with their defaults; throws `invalid-argument`. */
export function readStreamOptions(options: StreamOptions): ReadStreamOptions {
  checkRequestOptions(options, makeCasError)
  checkMembers('options', options, rules, makeCasError)
  const { batchSize = 1_000, datasetsPerRequest = 50, concurrency = 4, startAt = 0, ...rest } = options
  const { onProgress, onWait, onWarning = warn, ...request } = rest
  return { batchSize, datasetsPerRequest, concurrency, startAt, onProgress, onWait, onWarning, request }
}

function warn({ message }: StreamWarning): void {
  console.warn(message)
}
