import { checkNames, invalidArgument, isRecord } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import type { operations, TemporalType } from '../generated/types.ts'
import { checkChoice, checkText, checkWhole } from './validate.ts'

/** Which page of a list. */
export interface PageQuery {
  /** Items a page, at least 1. Default 100; a CAS takes up to 1,000. */
  readonly limit?: number | undefined
  /** Items to pass over. Default 0. */
  readonly offset?: number | undefined
}

/** West, south, east, north in degrees. */
export type BBox = readonly [minLon: number, minLat: number, maxLon: number, maxLat: number]

/** Which datasets; all conditions must hold. */
export interface DatasetQuery extends PageQuery {
  /** Slug of a provider. */
  readonly provider?: string | undefined
  /** Name of a variable, for example `elevation`. */
  readonly variable?: string | undefined
  readonly temporalType?: TemporalType | undefined
  /** Metres a pixel, at least. */
  readonly minResolution?: number | undefined
  /** Metres a pixel, at most. */
  readonly maxResolution?: number | undefined
  /** What the dataset's extent must meet. */
  readonly bbox?: BBox | undefined
}

type ProvidersQuery = NonNullable<operations['providers']['parameters']['query']>
type DatasetsQuery = NonNullable<operations['datasets']['parameters']['query']>

const pageNames: Readonly<Record<keyof PageQuery, true>> = { limit: true, offset: true }

const datasetNames: Readonly<Record<keyof DatasetQuery, true>> = {
  ...pageNames,
  ...{ provider: true, variable: true, temporalType: true },
  ...{ minResolution: true, maxResolution: true, bbox: true }
}

const temporalTypes: Readonly<Record<TemporalType, true>> = {
  static: true,
  annual: true,
  monthly: true,
  daily: true,
  hourly: true,
  climatology: true
}

/** The query of a page; throws `invalid-argument` for what the service would refuse. */
export function pageQuery(query: PageQuery, known: object = pageNames): ProvidersQuery {
  if (!isRecord(query as unknown))
    throw invalidArgument(makeCasError, 'query', query, 'an object such as { limit: 100 }')
  checkNames('query', query, Object.keys(known), makeCasError)
  const { limit, offset } = query
  if (limit !== undefined) checkWhole('limit', limit, 1, Number.MAX_SAFE_INTEGER)
  if (offset !== undefined) checkWhole('offset', offset, 0, Number.MAX_SAFE_INTEGER)
  return { ...(limit !== undefined && { limit }), ...(offset !== undefined && { offset }) }
}

/** The query of the catalogue with its eight filters. */
export function datasetQuery(query: DatasetQuery): DatasetsQuery {
  const page = pageQuery(query, datasetNames)
  const { provider, variable, temporalType, minResolution, maxResolution, bbox } = query
  checkText('provider', provider)
  checkText('variable', variable)
  checkResolution('minResolution', minResolution)
  checkResolution('maxResolution', maxResolution)
  checkChoice('temporalType', temporalType, temporalTypes)
  return {
    ...page,
    ...(provider !== undefined && { provider }),
    ...(variable !== undefined && { variable }),
    ...(temporalType !== undefined && { temporal_type: temporalType }),
    ...(minResolution !== undefined && { min_resolution: minResolution }),
    ...(maxResolution !== undefined && { max_resolution: maxResolution }),
    ...(bbox !== undefined && { bbox: bboxText(bbox) })
  }
}

/** The service reads plain decimals only: `1e-7` would be refused. `Intl`, which knows how, would cost 7 MiB at import. */
function decimal(edge: number): string {
  let text = edge.toFixed(12)
  while (text.endsWith('0')) text = text.slice(0, -1)
  return text.endsWith('.') ? text.slice(0, -1) : text
}

function bboxText(bbox: BBox): string {
  if (!(Array.isArray(bbox) && bbox.length === 4 && bbox.every(Number.isFinite) && isOrdered(bbox))) {
    throw invalidArgument(makeCasError, 'bbox', bbox, '[west, south, east, north] in degrees, the smaller edges first')
  }
  return bbox.map(decimal).join(',')
}

function isOrdered([west, south, east, north]: BBox): boolean {
  return -180 <= west && west <= east && east <= 180 && -90 <= south && south <= north && north <= 90
}

function checkResolution(name: string, value: unknown): void {
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 0)) return
  throw invalidArgument(makeCasError, name, value, 'a number of metres, 0 or more')
}
