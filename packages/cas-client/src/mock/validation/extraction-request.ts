import type { AggregationMethod, GeoJsonGeometry, TimeRange } from '../../generated/types.ts'
import type { JsonValue } from '../../types/json.ts'
import { invalidRequest } from '../errors.ts'
import { readDateTime } from './date-time.ts'
import {
  type JsonObject,
  optional,
  type Reader,
  readChoice,
  readItems,
  readObject,
  readText,
  required
} from './fields.ts'
import { readGeometry } from './geometry.ts'
import { createIssues, type Issues, type Location } from './issues.ts'
import { checkRasterFields } from './raster-fields.ts'

/** What an extraction is asked for beside geometries. */
export interface ExtractionOptions {
  readonly datasetIds: readonly string[]
  readonly aggregation: AggregationMethod
  readonly timeRange: TimeRange | undefined
}

export interface ExtractionRequest extends ExtractionOptions {
  readonly geometry: GeoJsonGeometry
}

export interface BatchRequest extends ExtractionOptions {
  readonly geometries: readonly GeoJsonGeometry[]
}

const MAX_GEOMETRIES = 1000
const BODY: Location = ['body']

const readAggregation = readChoice<AggregationMethod>([
  ...(['mean', 'median', 'min', 'max', 'std', 'sum'] as const),
  ...(['majority', 'minority', 'unique', 'distribution'] as const)
])

/** The body for one geometry, checked as far as the service does: coordinates may be anything. @throws ServiceFailure 422 */
export function readExtraction(body: JsonValue | undefined): ExtractionRequest {
  const issues = createIssues()
  const object = readBody(body, issues)
  const geometry = optional(object, 'geometry', BODY, issues, readGeometry)
  const hasBox = checkRasterFields(object, 'before', issues)
  const options = readOptions(object, issues)
  const hasResolution = checkRasterFields(object, 'after', issues)
  issues.throwIfAny()
  // What belongs together is looked at last, and only the first fault of this kind is told.
  if (geometry === undefined) throw refuse(object, 'Without a geometry there is nothing to extract')
  if (hasBox) throw refuse(object, 'A bbox cannot be combined with a geometry')
  if (hasResolution) throw refuse(object, 'A target_resolution is for rasters, which this service does not send')
  return { geometry, ...options }
}

/** The body of a batch. @throws ServiceFailure 422 */
export function readBatch(body: JsonValue | undefined): BatchRequest {
  const issues = createIssues()
  const object = readBody(body, issues)
  const geometries = required(object, 'geometries', BODY, issues, readItems(readGeometry, MAX_GEOMETRIES)) ?? []
  const options = readOptions(object, issues)
  issues.throwIfAny()
  return { geometries, ...options }
}

function readBody(body: JsonValue | undefined, issues: Issues): JsonObject {
  if (body === undefined) issues.add('missing', BODY, 'A body is required', null)
  const object = body === undefined ? undefined : readObject(body, BODY, issues)
  issues.throwIfAny()
  return object ?? {}
}

function readOptions(object: JsonObject, issues: Issues): ExtractionOptions {
  const datasetIds = required(object, 'dataset_ids', BODY, issues, readItems(readText)) ?? []
  const timeRange = optional(object, 'time_range', BODY, issues, readTimeRange)
  const aggregation = optional(object, 'aggregation', BODY, issues, readAggregation, 'not null') ?? 'mean'
  optional(object, 'target_crs', BODY, issues, readText, 'not null')
  return { datasetIds, timeRange, aggregation }
}

const readTimeRange: Reader<TimeRange> = (value, at, issues) => {
  const object = readObject(value, at, issues)
  if (object === undefined) return undefined
  const start = required(object, 'start', at, issues, readDateTime)
  const end = required(object, 'end', at, issues, readDateTime)
  return start === undefined || end === undefined ? undefined : { start, end }
}

function refuse(input: JsonObject, msg: string): Error {
  return invalidRequest([{ type: 'value_error', loc: [...BODY], msg, input: { ...input }, ctx: { error: {} } }])
}
