import {
  checkMembers,
  decimal,
  type ErrorFactory,
  datetime as instants,
  invalidArgument,
  type OwnQuery,
  ownQuery,
  pageLimit,
  type Rule,
  type Rules
} from '@geoclients/client-core'

/** The coordinate system of the returned features (Part 2). */
export interface CrsQuery {
  /** URI of one of the coordinate systems that the collection lists. Default: WGS 84, longitude first. */
  readonly crs?: string | undefined
  /** Query parameters that only this server knows, such as `{ skipGeometry: true }`. They are sent unchanged. */
  readonly query?: OwnQuery | undefined
}

/** Selects features of a collection. All conditions must hold (17-069r4, 7.15). */
export interface ItemsQuery extends CrsQuery {
  /** Page size, from 1 to 10,000. Default: that of the server, which is 10 in the standard. */
  readonly limit?: number | undefined
  /**
   * West, south, east, north in degrees, or with heights west, south, lowest, east, north, highest. With `bboxCrs`, in the order
   * of its axes. If the box crosses the antimeridian, west is greater than east.
   */
  readonly bbox?: readonly number[] | undefined
  /** URI of the coordinate system of `bbox`, from the systems that the collection lists (Part 2). */
  readonly bboxCrs?: string | undefined
  /** An instant, or an interval (`start/end`, open with `..`), that the time of a feature must overlap; RFC 3339. */
  readonly datetime?: string | undefined
  /**
   * Query parameters that only this server knows, such as properties of its features: `{ name: 'Aare' }`. They are sent
   * unchanged. A server refuses parameters that it does not know.
   */
  readonly query?: OwnQuery | undefined
}

const isUri = (value: unknown): boolean => typeof value === 'string' && /^[a-z][a-z\d+.-]*:\S+$/i.test(value)
const uri: Rule = [isUri, 'a URI such as "http://www.opengis.net/def/crs/EPSG/0/3857"']

const box: Rule = [
  (value) => Array.isArray(value) && [4, 6].includes(value.length) && value.every(Number.isFinite) && isUpright(value),
  'four numbers [west, south, east, north], or six with heights, with the lower corner first'
]

/**
 * West may be greater than east, if the box crosses the antimeridian. Other coordinate systems may have another order of axes.
 */
function isUpright(edges: readonly number[]): boolean {
  const half = edges.length / 2
  return edges.every((edge, i) => i === 0 || i >= half || edge <= Number(edges[i + half]))
}

const crsRules: Rules<keyof CrsQuery> = { crs: uri, query: true }
const rules: Rules<keyof ItemsQuery> = { ...crsRules, limit: pageLimit, bbox: box, bboxCrs: uri, datetime: instants }

/** The query of a page. Throws `invalid-argument` if a value is invalid for every server. */
export function itemsQuery(query: ItemsQuery, make: ErrorFactory): Readonly<Record<string, unknown>> {
  checkMembers('query', query, rules, make, 'an object such as { limit: 100 }')
  const { limit, bbox, bboxCrs, datetime, crs } = query
  if (bboxCrs && !bbox) throw invalidArgument(make, 'bboxCrs', bboxCrs, 'passed together with bbox')
  const own = ownQuery(query.query, ['limit', 'bbox', 'datetime', 'crs', 'bbox-crs'], make)
  return { ...own, limit, bbox: bbox?.map(decimal), datetime, crs, 'bbox-crs': bboxCrs }
}

/** The query of one feature. */
export function featureQuery(query: CrsQuery, make: ErrorFactory): Readonly<Record<string, unknown>> {
  checkMembers('query', query, crsRules, make, 'an object such as { crs }')
  return { ...ownQuery(query.query, ['crs'], make), crs: query.crs }
}
