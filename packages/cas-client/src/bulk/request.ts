import { invalidArgument } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import type { AggregationMethod, BatchAttributeRequest } from '../generated/types.ts'
import { type ExtractOptions, optionsBody } from '../request/extract-body.ts'
import { groupsOf } from './dataset-groups.ts'

/** What to extract for each item of a run. */
export interface StreamRequest extends Omit<ExtractOptions, 'datasetIds' | 'aggregation'> {
  /** Any number of ids such as `copernicus_dem:elevation`. An id that is given twice is requested once. */
  readonly datasetIds: readonly string[]
  /**
   * How pixels are combined into one value. Several aggregations are requested separately, and the response has a result for
   * each. Default `mean`. The service may use another: see `aggregation` of each result.
   */
  readonly aggregation?: AggregationMethod | readonly AggregationMethod[] | undefined
}

/** The request bodies of a run without geometries: one for each group of datasets and aggregation. */
export interface ReadStreamRequest {
  readonly bodies: readonly Omit<BatchAttributeRequest, 'geometries'>[]
  readonly datasetIds: readonly string[]
  /** The aggregations that were asked for explicitly. */
  readonly asked: readonly AggregationMethod[]
}

/** Throws `invalid-argument` with the path of the fault. */
export function readStreamRequest(request: StreamRequest, datasetsPerRequest: number): ReadStreamRequest {
  if (typeof request !== 'object' || request === null)
    throw invalidArgument(makeCasError, 'request', request, 'an object with datasetIds')
  const aggregations = aggregationsOf(request)
  const each = aggregations.length > 0 ? aggregations : [undefined]
  const bodies = each.flatMap((aggregation) => {
    const { dataset_ids, ...rest } = optionsBody({ ...request, aggregation })
    if (dataset_ids.length <= datasetsPerRequest) return { dataset_ids, ...rest }
    return groupsOf(dataset_ids, datasetsPerRequest).map((ids) => ({ dataset_ids: ids, ...rest }))
  })
  return { bodies, datasetIds: [...new Set(request.datasetIds)], asked: aggregations }
}

/** The requested aggregations without duplicates. Invalid ones are refused when the body is read. */
export function aggregationsOf({ aggregation }: Pick<StreamRequest, 'aggregation'>): readonly AggregationMethod[] {
  if (aggregation === undefined) return []
  return Array.isArray(aggregation) && aggregation.length > 0
    ? [...new Set(aggregation)]
    : [aggregation as AggregationMethod]
}
