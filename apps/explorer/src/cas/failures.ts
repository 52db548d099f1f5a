import { type EnrichedRow, failedDatasets } from '@geoclients/cas-client'
import type { Feature } from 'geojson'

export interface Failure {
  readonly count: number
  /** The first affected places, counted from 1. */
  readonly places: readonly number[]
}

/** Failures by reason. */
export type Failures = ReadonlyMap<string, Failure>

const shown = 5

/** The failures with those of one more row added. */
export function addFailures(failures: Failures, row: EnrichedRow<Feature>, datasetIds: readonly string[]): Failures {
  const reasons = row.ok
    ? [...failedDatasets(row.response, { datasetIds })].map(([id, reason]) => `${id}: ${reason}`)
    : [row.error.message]
  if (reasons.length === 0) return failures
  const added = new Map(failures)
  for (const reason of reasons) {
    const { count, places } = added.get(reason) ?? { count: 0, places: [] }
    added.set(reason, { count: count + 1, places: places.length < shown ? [...places, row.index + 1] : places })
  }
  return added
}
