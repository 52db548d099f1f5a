import type { AggregationMethod } from '@geoclients/cas-client'
import type { CasOptions } from '../open.ts'
import type { TableColumns } from '../readers/places.ts'

export const formats = ['csv', 'geojson', 'geojsonl', 'parquet', 'table'] as const
export type TableFormat = (typeof formats)[number]

/** The facts about a dataset that may have their own column. */
export const details = ['units', 'variable', 'licence', 'citation', 'provider', 'resolution'] as const
export type Detail = (typeof details)[number]

/** One of several equal parts of a file, for job arrays. */
export interface Shard {
  /** From 1. */
  readonly part: number
  readonly of: number
}

export interface ExtractOptions extends CasOptions, TableColumns {
  readonly dataset: readonly string[]
  readonly aggregation?: readonly AggregationMethod[]
  readonly start?: string
  readonly end?: string
  readonly output?: string
  readonly format?: TableFormat
  readonly fromCrs?: string
  readonly prefix?: string
  readonly names?: 'full' | 'short'
  readonly with?: readonly (Detail | 'quality')[]
  readonly sidecar?: boolean
  /** A file for a map of the first dataset. */
  readonly map?: string
  readonly overwrite?: boolean
  readonly resume?: boolean
  readonly retryFailed?: boolean
  readonly force?: boolean
  readonly shard?: Shard
  readonly concurrency?: number
  readonly quiet?: boolean
}
