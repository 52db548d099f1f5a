import { checkRequestOptions, isFunction, type OwnRules, type RequestOptions, type Rule } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import { concurrencyRule, oneOrMore, zeroOrMore } from '../request/validate.ts'
import type { StreamWait } from './recovery/run-pause.ts'
import type { OnWarning, StreamWarning } from './warnings.ts'

/** The progress of a run. */
export interface StreamProgress {
  /**
   * The number of items whose rows you have taken, skipped items included. Pass it as `startAt` to continue the run
   * later.
   */
  readonly done: number
  /** How many of them failed in this run. */
  readonly failed: number
  /** The number of all items; undefined if the source does not say. */
  readonly total: number | undefined
}

/** Options of a run. `timeout` limits each request, not the run. `signal` ends the run. */
export interface StreamOptions extends RequestOptions {
  /**
   * The most geometries per request. Default 1,000, the default limit of CAS. If the service fails with so many, the
   * run continues with fewer.
   */
  readonly batchSize?: number | undefined
  /**
   * The most datasets per request. For more, several requests are sent and joined. Default 50, the default limit of
   * CAS.
   */
  readonly datasetsPerRequest?: number | undefined
  /** How many requests run at the same time, 1 to 64. As many batches are read ahead. Default 4. */
  readonly concurrency?: number | undefined
  /**
   * How many items of the source to skip, to continue an earlier run: its last `done`, or the index of the last row you
   * saved plus one. Default 0.
   */
  readonly startAt?: number | undefined
  /** Called for each batch, when you ask for the row after its last one. If it throws, the run ends. */
  readonly onProgress?: ((progress: StreamProgress) => void) | undefined
  /** Called when the run begins to wait, with the reason and the time when it goes on. */
  readonly onWait?: ((wait: StreamWait) => void) | undefined
  /**
   * Called with problems that fail no row: a dataset without a result, a dataset that never had a value, another aggregation
   * than the one you asked for, a polygon across the antimeridian. Default: `console.warn`.
   */
  readonly onWarning?: ((warning: StreamWarning) => void) | undefined
}

const aFunction: Rule = [isFunction, 'a function']

const rules: OwnRules<StreamOptions> = {
  ...{ batchSize: oneOrMore, datasetsPerRequest: oneOrMore, concurrency: concurrencyRule, startAt: zeroOrMore },
  ...{ onProgress: aFunction, onWait: aFunction, onWarning: aFunction }
}

/** The options of a run with their defaults. */
export interface ReadStreamOptions
  extends Required<Pick<StreamOptions, 'onProgress' | 'onWait'>>,
    Readonly<Record<'batchSize' | 'datasetsPerRequest' | 'concurrency' | 'startAt', number>> {
  readonly onWarning: OnWarning
  readonly request: RequestOptions
}

/** Reads the options and adds defaults. Throws `invalid-argument`. */
export function readStreamOptions(options: StreamOptions): ReadStreamOptions {
  checkRequestOptions(options, makeCasError, rules)
  const { batchSize = 1_000, datasetsPerRequest = 50, concurrency = 4, startAt = 0, ...rest } = options
  const { onProgress, onWait, onWarning = warn, ...request } = rest
  return { batchSize, datasetsPerRequest, concurrency, startAt, onProgress, onWait, onWarning, request }
}

function warn({ message }: StreamWarning): void {
  console.warn(message)
}
