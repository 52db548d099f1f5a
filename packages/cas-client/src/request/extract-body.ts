import { checkMembers, invalidArgument, type Rules } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import type {
  AggregationMethod,
  BatchAttributeRequest,
  GeoJsonGeometry,
  StatsOnlyAttributeRequest
} from '../generated/types.ts'
import { antimeridianWarning, crossesAntimeridian } from './antimeridian.ts'
import { type GeometryLike, readGeometry } from './geometry.ts'
import { readTimeRange, type TimeRangeLike } from './time-range.ts'
import { oneOf, text } from './validate.ts'

/** What to extract, for any geometry. */
export interface ExtractOptions {
  /**
   * Ids such as `copernicus_dem:elevation`. An id that is given twice is requested once. By default, a CAS accepts 50.
   */
  readonly datasetIds: readonly string[]
  /**
   * How pixels are combined into one value. Default `mean`. The service may use another aggregation: see `aggregation`
   * of each result.
   */
  readonly aggregation?: AggregationMethod | undefined
  /** The time range, for datasets that change over time. */
  readonly timeRange?: TimeRangeLike | undefined
  /** Default `EPSG:4326`. */
  readonly targetCrs?: string | undefined
}

/** One geometry, and what to extract for it. */
export interface ExtractRequest extends ExtractOptions {
  readonly geometry: GeometryLike
}

/** Several geometries, and what to extract for each. By default, a CAS accepts 1,000. */
export interface BatchExtractRequest extends ExtractOptions {
  readonly geometries: readonly GeometryLike[]
}

const optionRules: Rules<keyof ExtractOptions> = {
  datasetIds: true,
  aggregation: /* @__PURE__ */ oneOf<AggregationMethod>({
    ...{ mean: true, median: true, min: true, max: true, std: true, sum: true },
    ...{ majority: true, minority: true, unique: true, distribution: true }
  }),
  timeRange: true,
  targetCrs: text
}
const requestRules: Rules<keyof ExtractRequest> = { ...optionRules, geometry: true }
const batchRules: Rules<keyof BatchExtractRequest> = { ...optionRules, geometries: true }

/** Receives what is odd, but no failure. */
export type Warn = (message: string) => void

/** The body of an extraction. Throws `invalid-argument` with the path of the fault. */
export function extractBody(request: ExtractRequest, warn: Warn): StatsOnlyAttributeRequest {
  const options = optionsBody(request, requestRules)
  return { geometry: readOrWarn(request.geometry, 'geometry', warn), ...options }
}

/** The body of a batch. Throws `invalid-argument` with the path of the fault. */
export function batchBody(request: BatchExtractRequest, warn: Warn): BatchAttributeRequest {
  const options = optionsBody(request, batchRules)
  const { geometries } = request
  if (!Array.isArray(geometries) || geometries.length === 0) {
    throw invalidArgument(makeCasError, 'geometries', geometries, 'an array of geometries, at least one')
  }
  return { geometries: geometries.map((geometry, i) => readOrWarn(geometry, `geometries[${i}]`, warn)), ...options }
}

/** Reads a geometry, and warns if it seems to cross the antimeridian. */
function readOrWarn(value: unknown, path: string, warn: Warn): GeoJsonGeometry {
  const geometry = readGeometry(value, path)
  if (crossesAntimeridian(geometry)) warn(antimeridianWarning(path))
  return geometry
}

/** The part of the body that does not depend on the geometry. */
export function optionsBody(
  request: ExtractOptions,
  rules: Rules = optionRules
): Omit<BatchAttributeRequest, 'geometries'> {
  checkMembers('request', request, rules, makeCasError, 'an object with a geometry and datasetIds')
  const { datasetIds, aggregation, timeRange, targetCrs } = request
  checkDatasetIds(datasetIds)
  return {
    dataset_ids: [...new Set(datasetIds)],
    ...(aggregation !== undefined && { aggregation }),
    ...(timeRange !== undefined && { time_range: readTimeRange(timeRange) }),
    ...(targetCrs !== undefined && { target_crs: targetCrs })
  }
}

/** Refuses anything but a list of ids. Only the service knows how many it accepts. */
export function checkDatasetIds(datasetIds: unknown): void {
  if (!Array.isArray(datasetIds) || datasetIds.length === 0) {
    throw invalidArgument(makeCasError, 'datasetIds', datasetIds, 'an array of dataset ids, at least one')
  }
  for (const [i, id] of datasetIds.entries()) {
    if (typeof id === 'string' && id.trim() !== '') continue
    throw invalidArgument(makeCasError, `datasetIds[${i}]`, id, 'a dataset id such as "copernicus_dem:elevation"')
  }
}
