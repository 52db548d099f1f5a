import type { AggregationMethod, AttributeResponse } from '../../generated/types.ts'

/** A dataset whose values are made in another way than they were asked for. */
export interface OtherAggregation {
  readonly datasetId: string
  readonly asked: AggregationMethod
  readonly used: string
}

/** Tells of each dataset once that its values are of another aggregation than the one that was asked for explicitly. */
export function reportAggregation(
  asked: AggregationMethod | undefined,
  report: (other: OtherAggregation) => void
): (response: AttributeResponse) => void {
  const told = new Set<string>()
  return ({ results }) => {
    for (const { dataset_id: datasetId, aggregation: used } of results) {
      if (asked === undefined || used === asked || told.has(datasetId)) continue
      told.add(datasetId)
      report({ datasetId, asked, used })
    }
  }
}
