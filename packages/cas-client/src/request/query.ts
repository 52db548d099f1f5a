import { checkMembers, decimal, type Rule, type Rules } from '@geoclients/client-core'
import { makeCasError } from '../errors/cas-error.ts'
import type { operations, TemporalType } from '../generated/types.ts'
import { oneOf, oneOrMore, text, zeroOrMore } from './validate.ts'

/** One page of a list. */
export interface PageQuery {
  /** Items per page, at least 1. Default 100; by default, a CAS allows up to 1,000. */
  readonly limit?: number | undefined
  /** How many items to skip. Default 0. */
  readonly offset?: number | undefined
}

/** West, south, east, north, in degrees. */
export type BBox = readonly [minLon: number, minLat: number, maxLon: number, maxLat: number]

/** Filters for datasets. A dataset must meet all of them. */
export interface DatasetQuery extends PageQuery {
  /** Slug of a provider. */
  readonly provider?: string | undefined
  /** Name of a variable, for example `elevation`. */
  readonly variable?: string | undefined
  readonly temporalType?: TemporalType | undefined
  /** The finest resolution, in metres per pixel. */
  readonly minResolution?: number | undefined
  /** The coarsest resolution, in metres per pixel. */
  readonly maxResolution?: number | undefined
  /** A box that the dataset's extent must intersect. */
  readonly bbox?: BBox | undefined
}

type ProvidersQuery = NonNullable<operations['providers']['parameters']['query']>
type DatasetsQuery = NonNullable<operations['datasets']['parameters']['query']>

const metres: Rule = [(value) => Number.isFinite(value) && Number(value) >= 0, 'a number of metres, 0 or more']

const pageRules: Rules<keyof PageQuery> = { limit: oneOrMore, offset: zeroOrMore }

/** The rules of the catalogue's filters, except `bbox`. */
export const filterRules: Rules<Exclude<keyof DatasetQuery, keyof PageQuery | 'bbox'>> = {
  provider: text,
  variable: text,
  temporalType: /* @__PURE__ */ oneOf<TemporalType>({
    ...{ static: true, annual: true, monthly: true, daily: true, hourly: true, climatology: true }
  }),
  minResolution: metres,
  maxResolution: metres
}

const bboxRule: Rule = [
  (value) => Array.isArray(value) && value.length === 4 && value.every(Number.isFinite) && isOrdered(value),
  'four numbers [west, south, east, north] in degrees, with west <= east and south <= north'
]

const datasetRules: Rules<keyof DatasetQuery> = { ...pageRules, ...filterRules, bbox: bboxRule }

/** The query of a page. Throws `invalid-argument` if the service would refuse it. */
export function pageQuery(query: PageQuery): ProvidersQuery {
  checkMembers('query', query, pageRules, makeCasError, expected)
  return query as ProvidersQuery
}

/** The query of the catalogue with its eight filters. */
export function datasetQuery(query: DatasetQuery): DatasetsQuery {
  checkMembers('query', query, datasetRules, makeCasError, expected)
  const { limit, offset, provider, variable, temporalType, minResolution, maxResolution, bbox } = query
  return {
    ...{ limit, offset, provider, variable, temporal_type: temporalType },
    ...{ min_resolution: minResolution, max_resolution: maxResolution, bbox: bbox?.map(decimal).join(',') }
  } as DatasetsQuery
}

const expected = 'an object such as { limit: 100 }'

function isOrdered([west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN]: number[]): boolean {
  return -180 <= west && west <= east && east <= 180 && -90 <= south && south <= north && north <= 90
}
